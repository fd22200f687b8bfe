import Diagnostics

@testable import Loader

/// A diagnostic on one line, as the tables of the tests have it: rule, line and column, message, remedy.
func summary(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.place.line.map { " \($0):\(diagnostic.place.column ?? 0)" } ?? ""
  return "\(diagnostic.rule)\(place) \(diagnostic.message)" + (diagnostic.hint.map { " → \($0)" } ?? "")
}

/// The summary of what `body` throws; `nil` when it throws nothing.
func fault<Result>(_ body: () throws(Diagnostic) -> Result) -> String? {
  do throws(Diagnostic) {
    _ = try body()
    return nil
  } catch {
    return summary(error)
  }
}

/// A tree without its places, in a notation like JSON's, in which a plain scalar has no quotes.
func sketch(_ node: Node) -> String {
  switch node.content {
  case .scalar(let text, .string): "\"\(text)\""
  case .scalar(let text, .number): "#\(text)"
  case .scalar(let text, _): text
  case .sequence(let items): "[" + items.map(sketch).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { sketch($0.key) + ": " + sketch($0.value) }.joined(separator: ", ") + "}"
  }
}

/// The places of a tree's nodes in the order of the text.
func places(_ node: Node) -> [String] {
  let children =
    switch node.content {
    case .scalar: [Node]()
    case .sequence(let items): items
    case .mapping(let entries): entries.flatMap { [$0.key, $0.value] }
    }
  return ["\(node.line):\(node.column)"] + children.flatMap(places)
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A short text of characters that readers stumble over.
func randomText(_ generator: inout SeededGenerator, of characters: String) -> String {
  let choices = Array(characters)
  let length = Int.random(in: 0...6, using: &generator)
  return String((0..<length).compactMap { _ in choices.randomElement(using: &generator) })
}
