/// Words that stand nowhere else, and which of them the column must show.
struct Marks {
  private(set) var shown: Set<String> = []
  private(set) var hidden: Set<String> = []
  /// Shown in the register only, by the site's policy.
  private(set) var named: Set<String> = []
  private var count = 0

  /// A new word: letters, so that it survives in addresses, escaped text and code.
  mutating func word(_ fate: Fate) -> String {
    var rest = count
    count += 1
    var letters = ""
    for _ in 0..<5 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(0x61 + rest % 26)))
      rest /= 26
    }
    let word = "zzq" + letters
    switch fate {
    case .shown: shown.insert(word)
    case .named: named.insert(word)
    case .hidden: hidden.insert(word)
    }
    return word
  }

  enum Fate {
    case shown, named, hidden

    init(shownIf isShown: Bool) { self = isShown ? .shown : .hidden }
  }

  /// The marks in a text.
  static func found(in bytes: some Sequence<UInt8>) -> Set<String> {
    var words: Set<String> = []
    var run: [UInt8] = []
    for byte in bytes {
      if (0x61...0x7A).contains(byte) {
        run.append(byte)
        continue
      }
      collect(run, into: &words)
      run.removeAll(keepingCapacity: true)
    }
    collect(run, into: &words)
    return words
  }

  private static func collect(_ letters: [UInt8], into words: inout Set<String>) {
    guard letters.count >= 8 else { return }
    for start in 0...letters.count - 8
    where letters[start] == 0x7A && letters[start + 1] == 0x7A && letters[start + 2] == 0x71 {
      words.insert(String(decoding: letters[start..<start + 8], as: UTF8.self))
    }
  }
}
