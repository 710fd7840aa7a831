import Disclosure
import DisclosureSyntax
import DisclosureText

/// The words that names of bodies are built of, whatever they are about.
enum NameWord {
  /// Whether the character printed in place of another leaves no word where a word stands in `name`: 事物中心 for 事务中心.
  ///
  /// Whole bodies differ by one character of what they are about, 水务 and 商务, but hardly ever by one of these words.
  static func isBroken(by variant: NameVariant, of name: [UInt16], in text: RunningText) -> Bool {
    guard variant.printed != nil, variant.name.count == name.count else { return false }
    let at = variant.slip.lowerBound - variant.name.lowerBound
    // What goes on after the last one is another word: 街道办事员.
    guard at < name.count - 1 else { return false }
    return words.contains { word in
      var from = max(0, at - word.count + 1)
      while let start = TitleWords.position(of: word, in: name, from: from), start <= at {
        from = start + 1
        guard at < start + word.count else { continue }
        let range = (variant.name.lowerBound + start)..<(variant.name.lowerBound + start + word.count)
        return !others.contains(Array(text.units[range]))
      }
      return false
    }
  }

  /// Whether the character printed in place of another makes a word for what bodies are about: 统计局 for 审计局.
  static func isBody(_ variant: NameVariant, in text: RunningText) -> Bool {
    guard variant.printed != nil else { return false }
    let at = variant.slip.lowerBound
    return [at - 1, at].contains { start in
      start >= variant.name.lowerBound && start + 2 <= variant.name.upperBound
        && subjects.contains(Array(text.units[start..<(start + 2)]))
    }
  }

  /// What public bodies are about, as their names have it.
  private static let subjects = Set(
    """
    财政 民政 司法 公安 教育 教体 体育 文化 文旅 文体 旅游 卫生 卫健 健康 审计 统计 水利 水务 水产 水文 水电 水保 水政 水库 林业 \
    林草 林场 农业 农村 农牧 农机 农经 畜牧 渔业 渔政 商务 商业 工业 工信 工商 信息 信访 科技 科学 科协 交通 运输 公路 铁路 航务 \
    航道 港航 港务 住建 住房 城建 城管 城乡 城市 建设 规划 国土 国资 国税 国防 资源 自然 环境 环保 环卫 生态 应急 安监 安全 消防 \
    气象 地震 地税 地质 税务 金融 外事 外办 外经 外贸 经贸 经信 经济 发改 发展 改革 粮食 物资 物价 物流 供销 供水 供电 供热 民族 \
    民宗 宗教 侨务 侨联 台办 台联 档案 党史 党校 党建 史志 地方 编办 人事 人社 人防 人大 人民 劳动 就业 社保 社科 医保 医疗 医药 \
    保险 扶贫 乡村 振兴 移民 搬迁 园林 绿化 市政 市场 房产 房管 房屋 政务 政协 政法 行政 审批 机关 事务 采购 招商 投资 合作 外资 \
    口岸 海洋 海事 海关 盐务 烟草 邮政 电力 电影 电视 电台 能源 煤炭 矿产 测绘 质监 监管 药监 食药 知识 产权 广电 广播 新闻 出版 \
    文物 文联 博物 美术 图书 青年 妇女 妇联 儿童 老龄 老干 残联 慈善 工会 法制 法院 法律 检察 检测 监狱 监察 戒毒 交警 特警 巡警 \
    纪检 组织 宣传 统战 网信 退役 军人 军休 双拥 武装 大学 中学 小学 学院 职业 技术 师范 幼儿 医院 中医 妇幼 疾控 血站 急救 精神 \
    传染 肿瘤 口腔 河道 河务 灌区 防汛 抗旱 排水 节水 污水 公园 花园 动物 植物 植保 森林 草原 湿地 保护 国际 开发 高新 新区 种子 \
    种业 土地 土肥 蔬菜 果业 茶业 茶叶 蚕业 烟叶 棉花 糖业 酒业 物业 会计 审查 评审 评估 征收 征管 稽查 结算 支付 预算 福利 专利 \
    救助 救灾 殡葬 养老 托育 优抚 志愿 培训 考试 招生 电教 教研 教学 实验 特殊 社区 社会 街道 服务 管理 监督 保障 执法 综合 数据
    """.split(separator: " ").map { Array($0.utf16) })

  private static let words = [
    "中心", "管理", "服务", "事务", "保障", "监督", "街道", "委员会", "办公室", "办事处", "检察院", "幼儿园", "联合会", "人民政府", "人民法院", "研究院", "研究所",
    "图书馆", "博物馆", "文化馆", "档案馆",
  ].map { Array($0.utf16) }

  /// Words of bodies, too, that are one character away from those.
  private static let others = Set(
    [
      "中学", "中医", "中队", "中专", "中央", "核心", "监理", "治理", "护理", "经理", "代理", "审理", "办理", "税务", "商务", "水务", "政务", "财务", "劳务",
      "法务", "医务", "业务", "总务", "公务", "内务", "外务", "常务", "林务", "港务", "船务", "电务", "事务", "服务", "保护", "保险", "保密", "保健", "保安",
      "保卫", "保管", "保税", "保育", "监管", "监察", "监测", "监控", "监狱", "街区", "办公厅", "图书室", "美术馆", "文史馆", "文物馆", "研究室", "研究会",
      "人民医院",
    ].map { Array($0.utf16) })
}
