/// A filter of the search, and for each of its values the positions of the pages that have it.
package struct SearchFilter: Sendable {
  package struct Value: Sendable {
    package let code: String
    package let label: String
    package let members: [Int]
  }

  /// Its name in addresses.
  package let code: String
  package let name: String
  package let values: [Value]
}
