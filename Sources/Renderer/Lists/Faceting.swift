import Disclosure

/// Finds the facet values of proposals.
struct Faceting: Sendable {
  private let column: Column
  private let unitRanks: [String: Int]

  init(_ column: Column) {
    self.column = column
    let ranks = column.units.units.enumerated().map { ($1.code, $0) }
    unitRanks = Dictionary(ranks, uniquingKeysWith: { first, _ in first })
  }

  func values(of item: PublishedColumn.Item, _ facet: Facet) -> [Facet.Value] {
    switch facet {
    case .kind: [kind(item.proposal.key.kind)]
    case .year: [year(item.proposal.year)]
    case .session: [session(item.proposal.key)]
    case .unit: item.answers.map { unit($0.unit) }.uniqued
    case .topic: item.proposal.topics.map(topic).uniqued
    case .result: item.answers.compactMap { result(of: $0, in: item) }.uniqued
    }
  }

  func kind(_ kind: Kind) -> Facet.Value {
    Facet.Value(facet: .kind, code: kind.address, label: kind.rawValue, rank: Kind.allCases.firstIndex(of: kind) ?? 0)
  }

  /// The newest year stands first.
  func year(_ year: Int) -> Facet.Value {
    Facet.Value(facet: .year, code: String(year), label: "\(year) 年", rank: -year)
  }

  func session(_ key: ProposalKey) -> Facet.Value {
    let body = key.kind == .proposal ? "zhengxie" : "renda"
    return Facet.Value(
      facet: .session, code: "\(body)-\(key.session.address)", label: key.session.name,
      rank: -(key.session.term * 100 + key.session.meeting))
  }

  func unit(_ unit: UnitDirectory.Unit) -> Facet.Value {
    Facet.Value(facet: .unit, code: unit.code, label: unit.name, rank: unitRanks[unit.code] ?? Int.max)
  }

  func topic(_ topic: String) -> Facet.Value {
    Facet.Value(facet: .topic, code: column.topicCodes[topic] ?? "", label: topic, rank: 0)
  }

  func result(of answer: Published<Assignment>, in item: PublishedColumn.Item) -> Facet.Value? {
    guard let result = answer.currentResult,
      let index = column.schemes.firstIndex(where: { $0.applies(to: item.proposal.key.kind, in: item.proposal.year) })
    else { return nil }
    return self.result(result, inScheme: index)
  }

  /// Classes of different schemes are different, whatever their letters.
  func result(_ result: AnswerScheme.ResultClass, inScheme index: Int) -> Facet.Value {
    let scheme = column.schemes[index]
    let position = scheme.classes.firstIndex(of: result) ?? 0
    let code = scheme.addressCode(of: result, at: position)
    return Facet.Value(
      facet: .result, code: index == 0 ? code : "\(index + 1)-\(code)",
      label: result.label.isEmpty || result.label == result.code ? result.code : "\(result.code) \(result.label)",
      rank: index * 100 + position)
  }
}

extension Published<Assignment> {
  /// The class of the newest reply that has one.
  var currentResult: AnswerScheme.ResultClass? {
    self.replies.last { $0.resultClass != nil }?.resultClass ?? self.resultClass
  }
}
