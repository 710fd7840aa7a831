extension DisclosureWriter {
  /// 机关运行经费.
  mutating func agencyFunds() {
    let head = head()
    if facts.kind == .final {
      let sum = amount(facts.agency.current, of: "机关运行经费")
      let change = shortComparison(facts.agency, current: sum)
      paragraph("\(head)机关运行经费支出\(sum)，\(change)\(reason(facts.agency))")
    } else {
      let sum = amount(facts.agency.current, of: "机关运行经费")
      paragraph(
        wording(
          "\(head)机关运行经费支出预算\(sum)，主要保障机构正常运转及正常履职需要。", "\(head)财政拨款的机关运行经费预算为\(sum)。"))
    }
  }

  /// 政府采购, by goods, works and services.
  mutating func procurement() {
    let head = head()
    let sum = amount(facts.procurement, of: "政府采购")
    let isFinal = facts.kind == .final
    let names = isFinal ? ["货物支出", "工程支出", "服务支出"] : ["货物预算", "工程预算", "服务预算"]
    let prefix = word("", "政府采购")
    let amounts = [facts.goods, facts.works, facts.services]
    let list = breakdown(
      sum, facts.procurement, zip(zip(names, amounts), ["采购货物", "采购工程", "采购服务"]).map { (prefix + $0.0, $0.1, $1) },
      hasShares: false, separator: "、")
    paragraph("\(head)政府采购\(isFinal ? "支出总额" : "预算")\(sum)，其中：\(list)。")
    guard facts.procurement > 0, random.chance(60) else { return }
    let won = facts.procurement / 100 * random.number(20...100)
    let reserved = amount(won)
    tie(.bound, reserved, sum)
    let year = year()
    if isFinal {
      let share = percent(won, of: facts.procurement)
      tie(.share, reserved, sum, share)
      paragraph("授予中小企业合同金额\(reserved)，占政府采购支出总额的\(share)。")
    } else {
      let micro = amount(won / 2)
      tie(.bound, micro, reserved)
      paragraph(
        "\(year)本\(facts.selfWord)面向中小企业预留政府采购项目预算金额\(reserved)，其中，预留给小型和微型企业的政府采购项目预算为\(micro)。")
    }
  }

  /// 国有资产: vehicles by class, equipment above a threshold.
  mutating func stateAssets() {
    let isFinal = facts.kind == .final
    let year = year(back: isFinal ? 0 : 1)
    let date = wording("\(year)期末，", isFinal ? "截至\(year)12月31日，" : "截至\(year)8月31日，")
    let sum = count(facts.vehicles.reduce(0) { $0 + $1.count }, "辆")
    var counts: [Figure] = []
    var list: [Passage] = []
    for vehicle in facts.vehicles {
      let number = count(vehicle.count, "辆")
      counts.append(number)
      list.append("\(vehicle.name)\(number)")
    }
    tieSum(sum, counts)
    let equipment = count(facts.equipment, "台（套）")
    let end = word("；单价100万元（含）以上设备（不含车辆）", "；单位价值50万元以上通用设备")
    paragraph("\(date)\(facts.entity)共有车辆\(sum)，其中：\(Passage.joined(list, by: "、"))\(end)\(equipment)。")
  }

  /// 绩效: projects, their money and, in final accounts, their grades.
  mutating func performance() {
    let number = count(facts.projectCount, "个")
    let money = amount(facts.performance)
    let head = head()
    guard facts.kind == .final else {
      paragraph(
        wording(
          "\(head)对项目支出全面实施绩效目标管理，涉及预算拨款\(money)，共\(number)项目。",
          "本\(facts.selfWord)编报绩效目标的项目共\(number)，涉及项目预算资金\(money)。"))
      return
    }
    var counts: [Figure] = []
    var list: [Passage] = []
    for (grade, graded) in zip(["优", "良", "合格", "不合格"], facts.grades) {
      let projects = count(graded, "个")
      counts.append(projects)
      list.append("绩效评级为“\(grade)”的项目\(projects)")
    }
    tieSum(number, counts)
    let year = year()
    paragraph("绩效自评的\(year)度项目\(number)，涉及预算金额\(money)（其中，\(Passage.joined(list, by: "；"))）。")
  }

  /// 名词解释: amounts and conditions that state nothing of the department.
  mutating func definitions() {
    heading(wording("第四部分 名词解释", "名词解释"), level: 0)
    let all = [
      "一、财政拨款收入：是指同级财政部门拨付的资金。", "二、基本支出：是指为保障机构正常运转、完成日常工作任务所必需的开支，包括人员经费和公用经费两部分。",
      "三、项目支出：是指在基本支出之外，为完成特定的工作任务或事业发展目标所发生的支出。",
      "四、“三公”经费：是指用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。",
      "五、机关运行经费：是指用于购买货物和服务的各项资金，单价在500万元以上的项目除外，节约率＝节约额÷预算数×100%。",
    ]
    for definition in all.prefix(random.number(1...5)) { paragraph("\(definition)") }
  }
}
