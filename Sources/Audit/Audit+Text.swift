extension Audit {
  /// The audit as people read it on a terminal: by where the demands come from, with what was found and what to do.
  package var text: String {
    let counts = AuditItem.Verdict.allCases.map { "\($0.rawValue) \(count(of: $0)) 项" }.joined(separator: "，")
    let parts = AuditRule.Basis.allCases.map { basis in
      basis.title + "\n" + items(of: basis).map(\.text).joined()
    }
    return "对照检查（截至\(asOf.chinese)）：\(counts)\n" + parts.joined()
  }
}

extension AuditItem {
  fileprivate var text: String {
    var lines = ["  \(verdict.rawValue)：\(rule.demand)（\(looked)）"]
    lines += places.map { "    " + $0 }
    if count > places.count { lines.append("    等 \(count) 处") }
    if verdict != .passed {
      lines.append("    依据：\(rule.clause)")
      lines.append("    办法：\(rule.advice)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
