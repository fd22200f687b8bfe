/// The letters in the data file of a reply's page: between a line `"答复": [` and a line `]`, one a line, each beginning
/// with its name. A letter's digest is that of its line, without the comma at its end, so that anybody can work it out.
package enum LetterLines {
  package static let opening = "\"答复\": ["
  package static let nameOpening = "{\"标识\": \""
  private static let newline = UInt8(ascii: "\n")

  package struct Letter: Sendable {
    /// Within its page, such as `jyt-首次`.
    package let name: String
    package let digest: Digest
  }

  /// Empty where the file has none.
  package static func letters(in file: [UInt8]) -> [Letter] {
    let opening = Array(opening.utf8)
    let lines = file.split(separator: newline).drop { !$0.elementsEqual(opening) }.dropFirst()
    return lines.prefix { $0.first == UInt8(ascii: "{") }.map { line in
      let line = line.last == UInt8(ascii: ",") ? line.dropLast() : line
      let name = line.dropFirst(nameOpening.utf8.count).prefix { $0 != UInt8(ascii: "\"") }
      return Letter(name: String(decoding: name, as: UTF8.self), digest: Digest(of: Array(line)))
    }
  }
}
