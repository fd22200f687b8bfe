/// A way to sort published proposals into lists; by its name in the addresses of searches.
enum Facet: String, CaseIterable, Sendable {
  case kind, year, session, unit, topic, result

  /// Its name on pages.
  var name: String {
    switch self {
    case .kind: "类型"
    case .year: "年份"
    case .session: "届次"
    case .unit: "承办单位"
    case .topic: "主题"
    case .result: "办理结果"
    }
  }

  /// The folder of its lists, with a slash at its end; kinds stand at the root.
  var folder: String {
    switch self {
    case .kind: ""
    case .year: "nian/"
    case .session: "jieci/"
    case .unit: "danwei/"
    case .topic: "zhuti/"
    case .result: "jieguo/"
    }
  }

  /// Whether its lists are also divided by year. A session lies in one year, as a rule.
  var isDividedByYear: Bool { self != .year && self != .session }

  /// Whether a proposal may have several of its values.
  var canOverlap: Bool {
    switch self {
    case .kind, .year, .session: false
    case .unit, .topic, .result: true
    }
  }

  /// What one proposal is, seen this way.
  struct Value: Hashable, Sendable {
    let facet: Facet
    /// Its part of the address.
    let code: String
    let label: String
    /// Its place among the facet's values; among equals the code decides.
    let rank: Int

    static func == (left: Value, right: Value) -> Bool { left.facet == right.facet && left.code == right.code }

    func hash(into hasher: inout Hasher) {
      hasher.combine(facet)
      hasher.combine(code)
    }

    static func precedes(_ left: Value, _ right: Value) -> Bool { (left.rank, left.code) < (right.rank, right.code) }
  }
}
