/// The words of disclosures and the terms they stand for.
///
/// Words are found longest first, so that 收入支出总计 is never read as 收入. Blanks do not
/// count, brackets may be of either kind.
@usableFromInline package final class Vocabulary: Sendable {
  static let shared = Vocabulary(entries)

  /// The words as a tree of characters. A node is all that words have in common up to a character.
  private struct Node: Sendable {
    /// Whether words go on behind it.
    var goesOn = false
    /// The term of the word that ends here.
    var term: Term?
  }

  /// The nodes; the first stands for nothing.
  private let nodes: [Node]
  /// For each character: the node of the words that begin with it, or 0.
  private let beginnings: [UInt16]
  /// From a node and the next character to the next node, by a hash of both; 0 where nothing is.
  private let steps: [(key: UInt32, node: UInt16)]
  private static let stepMask = 8191

  private init(_ entries: [(Term, String)]) {
    var nodes = [Node()]
    var beginnings = [UInt16](repeating: 0, count: 0x10000)
    var steps: [(key: UInt32, node: UInt16)] = Array(repeating: (0, 0), count: Self.stepMask + 1)
    for (term, list) in entries {
      for word in list.utf16.split(separator: 0x20) {
        var node: UInt16 = 0
        for unit in word {
          if node == 0 {
            if beginnings[Int(unit)] == 0 {
              beginnings[Int(unit)] = UInt16(nodes.count)
              nodes.append(Node())
            }
            node = beginnings[Int(unit)]
            continue
          }
          nodes[Int(node)].goesOn = true
          let key = Self.key(node, Self.usual(unit))
          var slot = Self.slot(of: key)
          while steps[slot].node != 0, steps[slot].key != key { slot = (slot + 1) & Self.stepMask }
          if steps[slot].node == 0 {
            steps[slot] = (key, UInt16(nodes.count))
            nodes.append(Node())
          }
          node = steps[slot].node
        }
        // Of the same word in two lists the first counts.
        if nodes[Int(node)].term == nil { nodes[Int(node)].term = term }
      }
    }
    self.nodes = nodes
    self.beginnings = beginnings
    self.steps = steps
  }

  /// Whether no word begins with the character.
  @inline(__always)
  func isNoBeginning(_ unit: UInt16) -> Bool { beginnings[Int(unit)] == 0 }

  @inline(__always)
  private static func key(_ node: UInt16, _ unit: UInt16) -> UInt32 { UInt32(node) << 16 | UInt32(unit) }

  @inline(__always)
  private static func slot(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 19) }

  /// The longest word at `index`, or nil.
  ///
  /// - Complexity: O(length of the word).
  func word(in units: [UInt16], at index: Int) -> (term: Term, length: Int)? {
    var number = beginnings[Int(units[index])]
    if number == 0 { return nil }
    var word: Term?
    var length = 0
    var at = index + 1
    while true {
      let node = nodes[Int(number)]
      if let term = node.term {
        word = term
        length = at - index
      }
      guard node.goesOn, at < units.count else { break }
      let key = Self.key(number, Self.usual(units[at]))
      var slot = Self.slot(of: key)
      while steps[slot].key != key, steps[slot].node != 0 { slot = (slot + 1) & Self.stepMask }
      number = steps[slot].node
      if number == 0 { break }
      at += 1
    }
    return word.map { ($0, length) }
  }

  /// The term that the characters begin with, and how many of them it takes.
  package static func term(in units: [UInt16]) -> (term: Term, length: Int)? {
    units.isEmpty ? nil : shared.word(in: units, at: 0)
  }

  /// A bracket or quotation mark in the form that stands for all of its kind.
  @inline(__always)
  private static func usual(_ unit: UInt16) -> UInt16 {
    if unit >= 0x4E00, unit < 0xFF00 { return unit }
    return unit == 0x28 ? 0xFF08 : unit == 0x29 ? 0xFF09 : Mark.isQuote(unit) ? 0x22 : unit
  }

  private static let entries: [(Term, String)] = [
    (.increase, "增加 增长 上升 提高 调增 上调 上浮 增支 增收 上涨 净增加 净增 增幅 增加了 增长了 上升了 提高了 增长率 增长幅度 增加率 增加幅度 增幅为 增长率为"),
    (.decrease, "减少 下降 降低 减支 减收 压减 缩减 回落 减少了 下降了 降低了 降幅 压缩 降幅为 下降率 减幅 下降幅度 减少率 降低率 减少幅度 核减 调减 下调 下浮 减幅为"),
    (
      .undecided,
      "增加（减少） 减少（增加） 增长（下降） 下降（增长） 增加/减少 减少/增加 增长/下降 下降/增长 上升（下降） 下降（上升） 增加或减少 增加（或减少） 大于（小于） 小于（大于） 增（减） 减（增） 大小于 小大于 大于小于 小于大于 减增加 增减少 增加减少 减少增加"
    ),
    (
      .unchanged,
      "持平 基本持平 保持持平 保持一致 一致 无差异 无增减变动 无变化 没有变化 无增减 无增减变化 保持不变 未发生变化 没有增减变化 无变动 相同 没有差异 不存在差异 无差额 相一致"
    ),
    (.greater, "大于 高于 多于"),
    (.less, "小于 低于 少于"),
    (.equal, "等于"),
    (.share, "占 占比 占比为 所占比重 占比例 占比重"),
    (.completion, "完成"),
    (.executionRate, "预算执行率 执行率 预算完成率 支出进度 执行进度 完成率 预算执行进度"),
    (.differenceRate, "预决算差异率 预决算差异率为 差异率 差异率为"),
    (.amongThem, "其中"),
    (
      .following,
      "以下方面 以下几个方面 主要内容如下 以下几方面 用于以下方面 主要用于以下方面 按支出功能分类，包括 按支出功能分类科目分，包括 按功能分类，包括 按支出用途分类，包括 按用途分类，包括 按用途划分，包括 按支出性质分类，包括 按支出功能分类： 按功能分类： 按功能分类分 按支出功能分： 按用途划分： 按支出功能分类科目分 按支出功能分类分 按功能科目分 按功能分类分 按支出性质分 按支出性质划分 具体分类如下 构成如下 结构如下 以下方面： 按用途划分如下 按支出功能分类科目： 按支出功能分类科目 按功能分类科目： 按支出功能科目分类， 按支出功能分类科目分类 按功能分类科目 按经济分类科目 按经济分类分 按支出经济分类 按支出经济分类科目 按支出经济分类科目分 按支出经济分类分 从采购类型来看 按采购类型分 按采购项目类型分 按支出功能科目划分： 按支出功能科目划分 按支出功能分类划分 按支出功能分类科目划分 按支出经济分类划分： 按支出经济分类划分 按支出经济科目划分 按支出经济分类科目划分 按支出项目类别划分： 按支出项目类别划分 按支出结构分类划分 按支出经济分类： 按经济科目分"
    ),
    (.including, "包括 包含 具体情况如下 具体支出情况如下 支出情况如下 情况如下 分为 具体为 分别为 分别是 具体是 主要包括 具体包括 分项情况是 分项情况为 分项情况如下 分项情况"),
    (.comparedWith, "与 比 较 同 对比 相较 相较于 相比于"),
    (.comparison, "相比 相比较 相对比 同比 比较"),
    (.each, "各 均各"),
    (.respectively, "分别"),
    (
      .reason,
      "主要原因 原因 主要原因是 原因是 主要是 主要系 由于 是因为 主要因为 因为 主要是由于 差异原因 增减原因 变动原因 变化原因 系因"
    ),
    (.purpose, "主要用于 用于 主要保障 主要安排 主要支出 主要开支 专项用于 主要是用于 主要为 用途"),
    (.definition, "是指 反映 ：指"),
    (.initialBudget, "年初预算 年初预算数 年初预算数为 年初预算安排 年初部门预算 年初预算额 年初财政拨款预算 年初财政拨款预算数"),
    (.fullYearBudget, "全年预算 全年预算数 全年预算额"),
    (.adjustedBudget, "调整预算 调整预算数 调整后预算 调整后预算数 预算调整数 调整后的预算"),
    (.budget, "预算 预算数 预算额 预算总额"),
    (.execution, "预算执行数 执行数 当年预算执行数 预算执行"),
    (.allocation, "预算安排 安排预算 预算安排数"),
    (.final, "决算 决算数 支出决算 支出决算数 收入决算 决算支出 实际支出 决算额 实际支出数"),
    (.none, "无 没有 未安排 未发生 不存在 未开展 未使用 没有使用"),
    (.unitPrice, "单价 单位价值 单台价值 单价在 单位价值在 单台（套）价值"),
    (.appropriation, "财政拨款"),
    (.generalBudget, "一般公共预算 一般公共预算财政拨款 一般公共预算拨款 一般公共预算资金"),
    (.governmentFund, "政府性基金预算 政府性基金 政府性基金预算财政拨款 政府性基金预算拨款 政府性基金拨款 政府性基金预算资金"),
    (
      .stateCapital,
      "国有资本经营预算 国有资本经营 国有资本经营预算财政拨款 国有资本经营预算拨款 国有资本经营预算资金 国有资本预算"
    ),
    (.specialAccount, "财政专户管理资金 财政专户管理资金收入 财政专户 财政专户资金"),
    (
      .revenueExpenditureGrandTotal,
      "收、支总计 收支总计 收入支出总计 收入、支出总计 收入总计和支出总计 收支总额 收入支出决算总计 收、支预算总计 收支预算总计 收入和支出总计 收、支总额 收入总计、支出总计 收、支预算总额 收入支出预算总计 收支总预算 收、支决算总计 收支决算总计 收入支出总额 收、支总决算 收支总决算 收、支总预算 收入支出总预算 收入支出总决算 收入、支出决算总计 收入、支出预算总计 收入、支出总额 收支预算总数 收入支出总体 收支总预算数 收入支出预算总数"
    ),
    (.revenueGrandTotal, "收入总计 总收入 收入总额 收入预算总计 收入决算总计 收入预算总额 总收入预算 收入总预算"),
    (.expenditureGrandTotal, "支出总计 总支出 支出总额 支出预算总计 支出决算总计 支出预算总额 总支出预算 支出总预算"),
    (.revenueExpenditure, "收支预算 收支 收入支出 收入支出预算 收、支"),
    (.revenue, "收入 收入合计 本年收入 本年收入合计 收入预算 收入预算合计 收入决算合计 拨款收入 本年收入决算合计 预算收入 全年收入 收入预算总数"),
    (.expenditure, "支出 支出合计 本年支出 本年支出合计 支出预算 支出预算合计 支出决算合计 拨款支出 本年支出决算合计 预算支出 全年支出 支出预算总数"),
    (.basicExpenditure, "基本支出 基本支出预算"),
    (.projectExpenditure, "项目支出 项目支出预算"),
    (.personnelFunds, "人员经费 人员支出 人员经费支出 人员类经费"),
    (.operatingFunds, "公用经费 公用支出 日常公用经费 日常公用支出 公用经费支出 日常公用经费支出 公用类经费"),
    (.businessRevenue, "事业收入 事业收入预算"),
    (.operatingRevenue, "经营收入 事业单位经营收入 单位经营收入"),
    (.superiorSubsidy, "上级补助收入 上级补助"),
    (.affiliatedTurnover, "附属单位上缴收入 附属单位上缴 附属部门上缴收入"),
    (.otherRevenue, "其他收入 其它收入"),
    (
      .carryOver,
      "上年结转 上年结转结余 上年结转和结余 上年结转收入 年初结转和结余 上年结转资金 上年结余 年初结转结余 使用非财政拨款结余 上年结余结转 上年结转（结余） 使用非财政拨款结余和专用结余 上年结转和结余收入 使用非财政拨款结余（含专用结余） 年初财政拨款结转和结余 上年结转（结余）收入 用事业基金弥补收支差额"
    ),
    (.carryForward, "年末结转和结余 年终结转结余 结转下年 年末结转结余 结余分配 年终结转和结余 结转下年支出 结转下年度 年末财政拨款结转和结余"),
    (.unitFunds, "单位资金 单位资金收入"),
    (.turnoverToSuperior, "上缴上级支出 上缴上级"),
    (.operatingExpenditure, "经营支出 事业单位经营支出"),
    (.subsidyToAffiliated, "对附属单位补助支出 对附属单位补助 对附属部门补助支出"),
    (.threePublic, "“三公”经费 三公经费 “三公经费” “三公”"),
    (
      .abroad,
      "因公出国（境）费 因公出国（境）费用 因公出国（境） 因公出国（境）经费 出国（境）费 因公出国（境）支出 出国（境）费用 因公出国（境）费支出 因公出国（境）费用支出 因公出国（境）经费支出 出国（境）经费 因公出国费 因公出国费用 因公出国经费 因公出国境费 因公出国境费用 因公出国境经费 因公出国 因公出境"
    ),
    (
      .vehicles,
      "公务用车购置及运行费 公务用车购置及运行维护费 公务用车购置和运行费 公务用车购置和运行维护费 公务用车购置及运行 公务用车费 公务用车购置及运行经费 公车购置及运行费 公车购置及运行维护费 公务用车购置与运行维护费 公务用车购置、运行维护费 公务用车经费 公务用车购置费及运行维护费 公务用车购置费及运行费 公务用车购置和运行经费 公务用车购置及运行维护经费 公务用车购置及运行维护 公车购置及运行维护 公务用车及运行维护费 公务用车及运行维护费用 公务用车及运行费 公务车购置及运行维护费 公务车购置及运行费 公务用车购置及运行维护费用 公务用车购置及运行费用 公务用车购置和运行维护费用 车辆购置及运行费 车辆购置及运行维护费 公务用车购置及运行支出 公务用车购置及运维费 公务用车购置及运维 公车购置及运维费 公务用车购置和运维费 购置及运行维护费 购置及运行费"
    ),
    (
      .vehiclePurchase,
      "公务用车购置费 公务用车购置 公务用车购置支出 公务车购置费 公务用车购置经费 公车购置费 公务用车购置费支出 车辆购置费 车辆购置支出 公务车购置 公车购置 公车购置经费 公车购置支出 公务用车购置费用 公务车辆购置费"
    ),
    (
      .vehicleOperation,
      "公务用车运行费 公务用车运行维护费 公务用车运行 公务用车运行支出 公务用车运行维护 公务用车运行经费 公务用车运行维护支出 公车运行维护费 公车运行费 公务用车运行维护费支出 公务用车运行费支出 公务用车运行费用 公务用车运行维护费用 公车运行及维护 公车运行维护 公务用车运行维护经费 公务车运行维护费 公务车运行费 公务车辆运行维护费 公务车辆运行费 车辆运行费 车辆运行维护费 车辆运行维护费用 公车运行经费 公车运行费用 公车运行维护费用 公务用车运维费 公车运维费"
    ),
    (.reception, "公务接待费 公务接待费用 公务接待 公务接待费支出 公务接待经费 公务接待支出 接待费 接待费用 接待费支出 接待支出 公务接待经费支出 公务接待费用支出"),
    (.conference, "会议费"),
    (.training, "培训费"),
    (
      .agencyOperation,
      "机关运行经费 机关运行 机构运行经费 机构运转经费 机关（机构）运行经费 机关运转经费 运行经费 运转经费 机关（机构）运转经费 机关运行费"
    ),
    (.procurement, "政府采购 政府采购预算 政府采购支出 政府采购支出总额 政府采购金额 政府采购预算总额 政府采购总额 政府采购项目 政府采购安排"),
    (.goods, "货物 货物类 政府采购货物 政府采购货物预算 政府采购货物支出 货物采购金额 货物采购 货物支出 货物预算 政府采购货物类 拟采购货物 拟采购货物支出 采购货物预算"),
    (.works, "工程 工程类 政府采购工程 政府采购工程预算 政府采购工程支出 工程采购金额 工程采购 工程支出 工程预算 政府采购工程类 拟采购工程 拟采购工程支出 采购工程预算"),
    (.services, "服务 服务类 政府采购服务 政府采购服务预算 政府采购服务支出 服务采购金额 服务采购 服务支出 服务预算 政府采购服务类 拟采购服务 拟采购服务支出 采购服务预算"),
    (
      .namedItem,
      "一般公共服务支出 外交支出 国防支出 公共安全支出 教育支出 科学技术支出 文化旅游体育与传媒支出 文化体育与传媒支出 社会保障和就业支出 社会保险基金支出 卫生健康支出 医疗卫生与计划生育支出 节能环保支出 城乡社区支出 农林水支出 交通运输支出 资源勘探工业信息等支出 资源勘探信息等支出 商业服务业等支出 金融支出 援助其他地区支出 自然资源海洋气象等支出 住房保障支出 粮油物资储备支出 灾害防治及应急管理支出 债务还本支出 债务付息支出 债务发行费用支出 抗疫特别国债安排的支出 转移性支出 工资福利支出 商品和服务支出 对个人和家庭的补助 对个人和家庭的补助支出 对个人和家庭补助支出 资本性支出 其他资本性支出 债务利息支出 其他支出 非税收入 税收收入 利息收入 租金收入 罚没收入 专项收入 国有资源有偿使用收入 政府购买服务 购买服务 信息化服务 公共服务 工程款 债券利息支出 无形资产"
    ),
    (.smallAndMediumEnterprises, "中小企业"),
    (.smallEnterprises, "小微企业 小型和微型企业 小型微型企业 小型、微型企业"),
    (.fixedAssets, "固定资产"),
    (.performance, "绩效目标 绩效自评 绩效跟踪 绩效评价 绩效管理 绩效监控"),
    (.filler, "为 均为 共 共计 合计 约 均 各为 达 是 安排 总计 小计 各类 分别安排 人民币 总额为 共安排 总金额 金额 总额 数 数为 资金 同口径 按同口径 可比口径 按可比口径 费用支出"),
    (.to, "至 到"),
    (.of, "的 比例 比重 之"),
    (.asOf, "截至 截止 期末 年末 年底"),
  ]
}
