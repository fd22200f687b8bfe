/// A withheld record, for the office's own list; never part of the column.
package struct Withheld: Sendable {
  package let label: String
  package let file: String
  package let row: Int?
  package let reason: WithheldReason
}
