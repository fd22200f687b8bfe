/// The texts that repeat from record to record, such as units and sessions, each of them kept once.
struct RepeatedTexts {
  /// In bytes: shorter texts take no memory of their own, and longer ones do not repeat.
  private static let lengths = 16...64
  /// Other texts differ in each record; what repeats comes before they are so many.
  private static let limit = 1_024

  private var known: [ArraySlice<UInt8>: String] = [:]

  /// The same text, byte for byte.
  mutating func text(_ text: String) -> String {
    Self.lengths.contains(text.utf8.count) ? self.text(ArraySlice(text.utf8)) : text
  }

  /// The text of some UTF-8.
  mutating func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard Self.lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
    if let text = known[bytes] { return text }
    let text = String(decoding: bytes, as: UTF8.self)
    // The slice itself would keep all that it was cut from.
    if known.count < Self.limit { known[ArraySlice(Array(bytes))] = text }
    return text
  }
}
