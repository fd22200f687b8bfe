import Glibc

// `String` compares by characters that Unicode joins; for fixed Chinese words bytes say the same ten times faster.
extension [UInt8] {
  /// The first bytes from an offset on that are the word's.
  func range(of word: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard let last = word.last else { return nil }
    // Last bytes of Chinese characters are rarer than first ones, and `memchr` is fast.
    return withUnsafeBytes { bytes in
      var end = start + word.count - 1
      while end < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + end, Int32(last), bytes.count - end)
      {
        end = UnsafeRawPointer(found) - base + 1
        if memcmp(base + end - word.count, word, word.count) == 0 { return end - word.count..<end }
      }
      return nil
    }
  }

  /// Puts other bytes in the place of a word, wherever it stands, and of a tail that follows it.
  mutating func replace(_ word: String, andBehind tails: [String] = [], with other: String) {
    let word = Array(word.utf8)
    var start = 0
    while let range = range(of: word, from: start) {
      let tail = tails.first { self[range.upperBound...].starts(with: $0.utf8) } ?? ""
      replaceSubrange(range.lowerBound..<range.upperBound + tail.utf8.count, with: other.utf8)
      start = range.lowerBound + other.utf8.count
    }
  }
}
