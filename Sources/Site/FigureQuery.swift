import Diagnostics
import Disclosure

/// Which figures somebody asks for, in the words of the command line; `nil` is all.
package struct FigureQuery: Sendable {
  package var year: Int?
  package var kind: Kind?
  package var session: String?
  package var unit: String?

  package init(year: Int? = nil, kind: Kind? = nil, session: String? = nil, unit: String? = nil) {
    self.year = year
    self.kind = kind
    self.session = session
    self.unit = unit
  }

  /// The records that are meant.
  ///
  /// - Throws: `usage/…` when there are none.
  func scope(in catalogue: Catalogue) throws(Diagnostic) -> Statistics.Scope {
    let proposals = catalogue.proposals
    var scope = Statistics.Scope(year: year, kind: kind)
    if let year, !proposals.contains(where: { $0.year == year }) {
      let years = Set(proposals.map(\.year)).sorted().map(String.init)
      throw Self.nothing("--year", "台账里没有 \(year) 年的记录", among: years)
    }
    if let session {
      guard let found = Session(session) else {
        throw Diagnostic(
          .error, "usage/session", at: Place("--session"), "看不懂的届次“\(session)”",
          hint: "写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议")
      }
      scope.session = found
      if !proposals.contains(where: { $0.key.session == found }) {
        throw Self.nothing("--session", "台账里没有“\(session)”的记录", among: Set(proposals.map(\.key.session.name)).sorted())
      }
    }
    if let unit { scope.unit = try self.unit(named: unit, in: catalogue) }
    if !proposals.contains(where: { SummaryForm.Item($0, in: scope) != nil }) {
      throw Self.nothing("content/records", "这个范围里没有记录", among: [])
    }
    return scope
  }

  private func unit(named name: String, in catalogue: Catalogue) throws(Diagnostic) -> UnitDirectory.Unit {
    if let unit = catalogue.column.units.find(name)?.unit { return unit }
    let units = Set(catalogue.proposals.flatMap { $0.assignments.map(\.unit) })
    if let unit = units.first(where: { $0.name == name }) { return unit }
    let nearest = nearestName(to: name, among: catalogue.column.units.names + units.map(\.name).sorted())
    throw Diagnostic(
      .error, "usage/unit", at: Place("--unit"), "没有“\(name)”这个承办单位",
      hint: nearest.map { "是不是“\($0)”？" } ?? "写 site.yaml 里承办单位的名称或别名")
  }

  private static func nothing(_ option: String, _ message: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "usage/no-records", at: Place(option), message,
      hint: known.isEmpty ? "放宽年份、类型、届次或承办单位" : "台账里有：\(known.joined(separator: "、"))")
  }
}
