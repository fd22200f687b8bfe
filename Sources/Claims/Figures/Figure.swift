import Disclosure

/// A statistic that narratives speak of: its words, and what they may mean.
struct Figure: Sendable {
  /// One thing that the words may mean. A claim is right when it agrees with any of them, since places use words in
  /// more than one sense (主办 in the narrow sense, or all that a unit answers).
  struct Reading: Sendable {
    /// As messages call it.
    let name: String
    /// `nil` when the ledger records nothing of the kind, and so contradicts nothing.
    let value: @Sendable (Statistics) -> Value?
    /// The rows behind a count; for a rate the rows that miss it.
    let rows: @Sendable (CountedRow) -> Bool
    /// Whether what the text says next 其中 is counted in a whole scope too, and not in a part of it.
    var isWhole = false
  }

  enum Value: Hashable {
    case count(Int)
    case rate(Ratio)

    var isNothing: Bool {
      switch self {
      case .count(let count): count == 0
      case .rate(let ratio): ratio.d == 0
      }
    }
  }

  /// How the words stand to their number.
  enum Position: Sendable {
    /// `办理16件`: everyday words, which count only in a tally (`共办理`), or where nothing else is said; never behind it.
    case tally
    /// `答复2件`, `64件均已答复`: everyday words too.
    case plain
    /// `主办2件`, `41件汇办件`.
    case strong
  }

  let words: [String]
  let units: Set<Amount.Unit>
  var position = Position.strong
  let readings: [Reading]
}

extension Figure.Reading {
  /// - Parameter recorded: whether the ledger says anything on the matter in a scope.
  static func count(
    _ name: String, whole: Bool = false, recorded: @escaping @Sendable (Statistics) -> Bool = { _ in true },
    _ count: @escaping @Sendable (Statistics) -> Int, rows: @escaping @Sendable (CountedRow) -> Bool
  ) -> Figure.Reading {
    Figure.Reading(name: name, value: { recorded($0) ? .count(count($0)) : nil }, rows: rows, isWhole: whole)
  }

  /// Under the rate's own name.
  static func rate(
    _ rate: Rate, recorded: @escaping @Sendable (Statistics) -> Bool = { _ in true },
    misses: @escaping @Sendable (CountedRow) -> Bool
  ) -> Figure.Reading { .rate(rate.name, recorded: recorded, { $0[rate] }, misses: misses) }

  /// - Parameter misses: the rows that keep the rate below 100 %.
  static func rate(
    _ name: String, recorded: @escaping @Sendable (Statistics) -> Bool = { _ in true },
    _ ratio: @escaping @Sendable (Statistics) -> Ratio, misses: @escaping @Sendable (CountedRow) -> Bool
  ) -> Figure.Reading {
    Figure.Reading(
      name: name, value: { recorded($0) && ratio($0).d > 0 ? .rate(ratio($0)) : nil }, rows: misses)
  }
}
