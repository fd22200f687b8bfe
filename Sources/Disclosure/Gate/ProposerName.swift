/// 提出人 as the ledger has it, and as the site's policy lets it be shown.
package enum ProposerName {
  /// The persons and bodies in a cell such as `赵甲、钱乙等12人` or `民盟示例省委员会`.
  package static func names(in cell: String) -> [String] {
    let list = cell.split { "、，,；; \u{3000}".contains($0) }
    return list.compactMap { part in
      var name = part
      if let more = name.firstIndex(of: "等") { name = name[..<more] }
      for title in ["代表", "委员"] where name.hasSuffix(title) && name.count > 2 { name = name.dropLast(2) }
      return name.isEmpty ? nil : String(name)
    }
  }

  /// Whether a name is a person's, who may wish not to be named, and not a party's, committee's or group's.
  package static func isPerson(_ name: String) -> Bool {
    if name.contains("·") { return true }
    let bodies = ["会", "团", "组", "党", "盟", "社", "界", "院", "局", "厅", "办", "联", "部", "室", "司", "校"]
    return (2...4).contains(name.count) && !(name.count > 2 && bodies.contains { name.hasSuffix($0) })
  }

  /// What a page shows for the cell: `赵甲`, `赵代表` or nothing; bodies always by their full name.
  package static func shown(_ cell: String, kind: Kind, policy: Column.ProposerDisplay) -> String {
    if policy == .fullName { return cell }
    let shown = names(in: cell).compactMap { name -> String? in
      guard isPerson(name) else { return name }
      return policy == .surname ? surname(of: name) + kind.proposerTitle : nil
    }
    return shown.joined(separator: "、") + (cell.contains("等") && !shown.isEmpty ? "等" : "")
  }

  /// The addressee line of a letter with the persons' names shown by the policy; the persons' names that it hides.
  package static func masked(_ line: String, names: [String], kind: Kind, policy: Column.ProposerDisplay) -> String {
    guard policy != .fullName else { return line }
    var line = line
    for name in names where isPerson(name) {
      let short = policy == .surname ? surname(of: name) : ""
      for titled in [name + kind.proposerTitle, name] {
        line = line.replacing(titled, with: short + kind.proposerTitle)
      }
    }
    return line
  }

  private static func surname(of name: String) -> String {
    let double = String(name.prefix(2))
    return compoundSurnames.contains(double) && name.count > 2 ? double : String(name.prefix(1))
  }

  private static let compoundSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "长孙", "宇文", "轩辕", "端木", "夏侯", "南宫", "西门",
    "东郭", "呼延", "澹台", "公冶", "宗政", "濮阳", "淳于", "太史", "申屠", "独孤", "拓跋",
  ]
}
