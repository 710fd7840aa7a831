/// The classes of expenditure as 总表 list them, with their numbers.
enum FunctionList {
  /// The list of Henan's budgets, whose numbers jump as the official form does.
  static let budget = parsed(
    """
    一 201 一般公共服务,二 202 外交,三 203 国防,四 204 公共安全,五 205 教育,六 206 科学技术,七 207 文化旅游体育与传媒,\
    八 208 社会保障和就业,九 209 社会保险基金支出,十 210 卫生健康,十一 211 节能环保,十二 212 城乡社区事务,十三 213 农林水事务,\
    十四 214 交通运输,十五 215 资源勘探信息等,十六 216 商业服务业等,十七 217 金融支出,十九 219 援助其他地区支出,\
    二十 220 自然资源海洋气象等支出,二十一 221 住房保障支出,二十二 222 粮油物资储备支出,二十三 223 国有资本经营预算,\
    二十四 224 灾害防治及应急管理,二十七 227 预备费,二十九 229 其他支出,三十 230 转移性支出,三十一 231 债务还本支出,\
    三十二 232 债务付息支出,三十三 233 债务发行费用支出,三十四 234 抗疫特别国债安排的支出
    """)

  /// The list of final accounts.
  static let final = parsed(
    """
    一 201 一般公共服务支出,二 202 外交支出,三 203 国防支出,四 204 公共安全支出,五 205 教育支出,六 206 科学技术支出,\
    七 207 文化旅游体育与传媒支出,八 208 社会保障和就业支出,九 210 卫生健康支出,十 211 节能环保支出,十一 212 城乡社区支出,\
    十二 213 农林水支出,十三 214 交通运输支出,十四 215 资源勘探工业信息等支出,十五 216 商业服务业等支出,十六 217 金融支出,\
    十七 219 援助其他地区支出,十八 220 自然资源海洋气象等支出,十九 221 住房保障支出,二十 222 粮油物资储备支出,\
    二十一 223 国有资本经营预算支出,二十二 224 灾害防治及应急管理支出,二十三 229 其他支出,二十四 231 债务还本支出,\
    二十五 232 债务付息支出,二十六 234 抗疫特别国债安排的支出
    """)

  /// The classes that a department has outlays in, numbered one after the other.
  static func short(_ outlays: [Outlay]) -> [(number: String, code: String, name: String)] {
    let classes = outlays.reduce(into: [String: String]()) { $0[$1.account.classCode] = $1.account.className }
    return zip(final, classes.sorted { $0.key < $1.key }).map { ($0.number, $1.key, $1.value) }
  }

  private static func parsed(_ list: String) -> [(number: String, code: String, name: String)] {
    list.split(separator: ",").map { entry in
      let parts = entry.split(separator: " ").map(String.init)
      return (parts[0], parts[1], parts[2])
    }
  }
}
