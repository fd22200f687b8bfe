import Diagnostics

/// Where runs wait until all are there. Several threads may use it at once.
package protocol RunStore: Sendable {
  /// Takes the bytes of one run, and gives what they are called here.
  func append(_ bytes: borrowing RawSpan) throws(Diagnostic) -> Int

  /// Some bytes of a run.
  func read(_ range: Range<Int>, of run: Int) throws(Diagnostic) -> [UInt8]
}
