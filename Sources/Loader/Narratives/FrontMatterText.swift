import Diagnostics
import Disclosure

/// Writes the values of front matter.
package enum FrontMatterText {
  /// As people would write it, in quotes where YAML would take it for something else.
  package static func scalar(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.first.map { $0.properties.isIdeographic || "《“（".unicodeScalars.contains($0) } ?? false
    let isRisky =
      text.contains(": ") || text.contains(" #") || text.hasSuffix(":") || text.contains { $0.isNewline || $0 == "\t" }
    let isDay = CalendarDate(text: text) != nil && text.contains("-")
    if isPlain && !isRisky || isDay { return text }
    var bytes: [UInt8] = []
    JSONText.write(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
