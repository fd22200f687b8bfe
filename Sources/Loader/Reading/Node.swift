/// A value of a YAML or JSON document, with the place at which it begins.
package struct Node: Sendable {
  /// How many values and keys one file may have.
  static let maximumCount = 5_000_000

  package enum Content: Sendable {
    case scalar(String, Kind)
    case sequence([Node])
    /// In the order of the file; every key is a scalar and stands there once.
    case mapping([Entry])
  }

  /// What the notation says of a scalar.
  package enum Kind: Sendable {
    /// A YAML scalar without quotes: what it means is for the one to say who asks for it.
    case plain
    /// Text in quotes, or in a YAML block.
    case string
    /// A JSON number, exactly as it is written.
    case number
    /// `true` or `false` of JSON.
    case boolean
    /// `null` of JSON.
    case null
  }

  package struct Entry: Sendable {
    package var key: Node
    package var value: Node
  }

  package var content: Content
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in Unicode scalars.
  package var column: Int
}
