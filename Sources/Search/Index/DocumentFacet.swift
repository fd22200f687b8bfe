/// A way to sort documents, for filters.
package struct DocumentFacet: Sendable {
  /// A value, and the positions of the documents that have it in ascending order.
  package struct Value: Sendable {
    /// Its name in addresses.
    package let code: String
    package let label: String
    package let documents: [UInt32]

    package init(code: String, label: String, documents: [UInt32]) {
      (self.code, self.label, self.documents) = (code, label, documents)
    }
  }

  /// Its name in addresses and files.
  package let code: String
  package let name: String
  package let values: [Value]

  package init(code: String, name: String, values: [Value]) {
    (self.code, self.name, self.values) = (code, name, values)
  }
}
