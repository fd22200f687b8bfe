import Disclosure

/// What the ledger has instead of what a text claims, and where.
struct Explanation {
  private let comparison: Comparison
  private let scope: Statistics.Scope
  private let ledger: Ledger

  init(_ comparison: Comparison, scope: Statistics.Scope, ledger: Ledger) {
    self.comparison = comparison
    self.scope = scope
    self.ledger = ledger
  }

  /// `台账里2024年建议主办 2 件（content/records/2024.csv 第 2、3 行）`, and what else the words may mean.
  var text: String {
    var said: Set<Figure.Value> = []
    var parts: [String] = []
    for reading in comparison.claim.subject.readings where parts.count < Self.readings {
      guard let value = reading.value(comparison.statistics), said.insert(value).inserted,
        parts.isEmpty || !value.isNothing, let part = part(reading, value)
      else { continue }
      parts.append(part + (parts.isEmpty ? evidence(reading) : ""))
    }
    return "台账里\(scope.name)" + parts.joined(separator: "；")
  }

  /// As many as a person can take in.
  private static let readings = 3
  private static let rows = 5
  private static let files = 2

  private func part(_ reading: Figure.Reading, _ value: Figure.Value) -> String? {
    switch (comparison.claim.subject, value) {
    case (.value, .count(let count)): return "\(reading.name) \(count) \(unit)"
    case (.value, .rate(let ratio)): return "\(reading.name) \(ratio.percent)（\(ratio.n)/\(ratio.d)）"
    case (.share, .count(let count)):
      guard let whole = comparison.statistics.wholes.first else { return nil }
      return "\(reading.name) \(count) 件，占 \(whole) 件的 \(Ratio(count, of: whole).percent)"
    case (.share, .rate): return nil
    case (.change, _):
      guard let before = comparison.before.flatMap(reading.value) else { return nil }
      return FigureChange(from: before, to: value).map { "\(reading.name) \($0.description)" }
    }
  }

  private var unit: String {
    switch comparison.claim.amount.unit {
    case .points: "条"
    case .pieces: "个"
    case .items, .percent, .percentagePoints: "件"
    }
  }

  /// `（content/records/2024.csv 第 2、3 行）`; for a rate the rows that miss it.
  private func evidence(_ reading: Figure.Reading) -> String {
    let files = ledger.rows(behind: reading, in: scope)
    guard !files.isEmpty else { return "" }
    let places = files.prefix(Self.files).map { file, rows in
      let word = file.hasSuffix(".csv") || file.hasSuffix(".tsv") || file.hasSuffix(".xlsx") ? "行" : "条"
      let listed = rows.prefix(Self.rows).map(String.init).joined(separator: "、")
      return "\(file) 第 \(listed) \(word)" + (rows.count > Self.rows ? "等 \(rows.count) \(word)" : "")
    }
    let isRate = if case .rate = reading.value(comparison.statistics) { true } else { false }
    let more = files.count > Self.files ? "等 \(files.count) 个文件" : ""
    return "（\(isRate ? "其余的在 " : "")\(places.joined(separator: "，"))\(more)）"
  }
}

extension Statistics.Scope {
  /// `2024年建议（示例省教育厅）`.
  fileprivate var name: String {
    (year.map { "\($0)年" } ?? "") + (session.map(\.name) ?? "") + (kind?.rawValue ?? "")
      + (unit.map { "（\($0.name)）" } ?? "")
  }
}
