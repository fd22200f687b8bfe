import Diagnostics

/// What a ledger's reader does with the cells of a column.
package enum ColumnUse: Sendable, Hashable {
  /// Hands them on, in this slot of the row.
  case keep(slot: Int)
  /// Passes over them in silence, as with private data: their text never leaves the reader.
  case drop
  /// Passes over them with a warning.
  case unknown
}

/// Which columns of a ledger are wanted.
package struct LedgerColumns: Sendable {
  /// Of each slot that a row has, the names that its header may have: its own, then the others.
  package let names: [[String]]
  /// The columns that a ledger cannot do without, each as the slots of which one is enough.
  package let needed: [[Int]]
  /// The use of a column by its header, which is given without any white space.
  package let use: @Sendable (String) -> ColumnUse

  package init(names: [[String]], needed: [[Int]], use: @escaping @Sendable (String) -> ColumnUse) {
    self.names = names
    self.needed = needed
    self.use = use
  }
}

// MARK: - Messages

extension LedgerColumns {
  /// The columns that are needed, named to those whose ledger has no header row.
  var needs: String {
    needed.map { slots in slots.compactMap { names[$0].first }.joined(separator: "或") }.joined(separator: "、")
  }

  /// That a column or key is neither wanted nor private.
  func unknown(_ name: String, at place: Place) -> Diagnostic {
    let nearest = nearestName(to: name, among: names.joined())
    let remedy = nearest.map { "是不是要写“\($0)”？" } ?? "要读的，请把名称改成手册“台账”一章里的；不要的，请从台账中删去它"
    return Diagnostic(.warning, "ledger/unknown-column", at: place, "不认识的列“\(name)”，没有读取", hint: remedy)
  }

  /// That columns are missing without which no row can be read, once for all rows; `nil` when none is.
  ///
  /// - Parameter headers: all that are there, one of which may be meant.
  func missing(among headers: [String], at place: Place) -> Diagnostic? {
    let uses = headers.map(use)
    func isThere(_ slots: [Int]) -> Bool { slots.contains { uses.contains(.keep(slot: $0)) } }
    let missing = needed.filter { !isThere($0) }
    guard !missing.isEmpty else { return nil }
    let taken = Set(needed.joined().map { ColumnUse.keep(slot: $0) } + [.drop])
    let meant = missing.map { nearest(to: $0, among: zip(headers, uses).filter { !taken.contains($1) }.map(\.0)) }
    var remedies = zip(missing, meant).map { slots, header in
      header.map { "\(quoted(slots))是不是写成了“\($0)”？是就改列名" } ?? "请补上\(quoted(slots))\(otherNames(of: slots))"
    }
    let others = zip(headers, uses).filter { $1 == .unknown && !meant.contains($0) }.map(\.0)
    if meant.contains(nil), !others.isEmpty {
      let list = others.prefix(8).map { "“\($0)”" }.joined() + (others.count > 8 ? "等" : "")
      remedies.append("没有认出的列有\(list)，内容就是它的，改列名就行")
    }
    return Diagnostic(
      .error, "ledger/missing-column", at: place, "缺少必填的列\(missing.map(quoted).joined())，这份台账没有读取",
      hint: remedies.joined(separator: "；"))
  }

  private func quoted(_ slots: [Int]) -> String { slots.first.flatMap { names[$0].first }.map { "“\($0)”" } ?? "" }

  /// `（也可以叫案号、提案号）`
  private func otherNames(of slots: [Int]) -> String {
    let aliases = slots.first.map { names[$0].dropFirst() } ?? []
    let instead = slots.dropFirst().compactMap { names[$0].first.map { "“\($0)”" } }
    let parts =
      (aliases.isEmpty ? [] : ["也可以叫\(aliases.joined(separator: "、"))"])
      + (instead.isEmpty ? [] : ["有\(instead.joined(separator: "或"))也行"])
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "，"))）"
  }

  /// The header that holds one of the names of a column or ends one, or else the nearest.
  private func nearest(to slots: [Int], among headers: [String]) -> String? {
    let wanted = slots.flatMap { names[$0] }
    return headers.first { header in
      header.count > 1 && wanted.contains { header.contains($0) || $0.hasSuffix(header) }
    } ?? wanted.lazy.compactMap { nearestName(to: $0, among: headers) }.first
  }
}
