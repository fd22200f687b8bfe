import Diagnostics
import OpenXML

/// The texts that the cells of a workbook share.
final class SharedStrings: XMLHandler {
  /// All of them, one after the other.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var string = CellString()

  /// The text of that number; `nil` where there is none.
  func append(_ index: Int, to bytes: inout [UInt8]) -> Bool {
    guard ends.indices.contains(index) else { return false }
    bytes += self.bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    return true
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) { string.start(name) }

  func end(_ name: XMLName) -> Bool {
    if name == "si" {
      CellString.decodeEscapes(in: &bytes, from: ends.last ?? 0)
      ends.append(bytes.count)
    }
    string.end(name)
    return true
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { string.take(text, into: &bytes) }
}
