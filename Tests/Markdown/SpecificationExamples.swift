import Foundation
import Testing

/// An example of a specification in the format of CommonMark's `spec.txt`.
struct SpecificationExample: CustomTestStringConvertible {
  let number: Int
  let markdown: String
  let html: String
  var testDescription: String { "example \(number)" }

  static func all(in file: String) throws -> [SpecificationExample] {
    let url = try #require(Bundle.module.url(forResource: file, withExtension: "txt", subdirectory: "Resources"))
    let fence = String(repeating: "`", count: 32)
    let text = try String(contentsOf: url, encoding: .utf8).replacingOccurrences(of: "→", with: "\t")
    return text.components(separatedBy: fence + " example\n").dropFirst().enumerated().map { index, part in
      let example = part.components(separatedBy: "\n" + fence)[0] + "\n"
      let halves = example.components(separatedBy: "\n.\n")
      return SpecificationExample(
        number: index + 1, markdown: halves[0] + "\n", html: halves.count > 1 ? halves[1] : "")
    }
  }
}
