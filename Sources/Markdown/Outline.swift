import CMarkGFM

/// The headings of a document with the levels and anchors that they get on the page.
struct Outline {
  /// One for each heading in the order of the text.
  private(set) var headings: [Heading] = []

  /// `topLevel` is the level of the highest heading; `nil` leaves the levels as written.
  init(of root: Node, topLevel: Int?, anchorPrefix: String) {
    var levels = HeadingLevels(top: topLevel)
    var anchors = Anchors(prefix: anchorPrefix)
    var node = root.pointee.first_child
    while let current = node {
      if current.kind == CMARK_NODE_HEADING {
        let text = current.plainText.withoutFinalMark
        headings.append(
          Heading(
            level: levels.next(written: Int(current.pointee.as.heading.level)), text: text,
            anchor: text.isEmpty ? "" : anchors.next(for: text)))
      }
      node = current.next(below: root, enteringInlines: false)
    }
  }
}

/// Gives the levels as written, moved so that the highest is `top` and none below is left out.
private struct HeadingLevels {
  let top: Int?
  /// The headings as written that the current one stands below, and itself.
  private var open: [Int] = []

  init(top: Int?) { self.top = top }

  mutating func next(written level: Int) -> Int {
    guard let top else { return level }
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    return min(top + open.count - 1, 6)
  }
}

/// Makes an `id` from the text of a heading: letters and digits of all scripts, with `-` for blanks; a number behind
/// it makes it the only one of its document.
private struct Anchors {
  let prefix: String
  /// For each anchor given the highest number given behind it.
  private var given: [Anchor: Int] = Dictionary(minimumCapacity: 16)

  init(prefix: String) { self.prefix = prefix }

  mutating func next(for text: String) -> String {
    let base = Anchor(of: text)
    guard var number = given.updateValue(1, forKey: base) else { return base.string(prefix: prefix) }
    var anchor: Anchor
    repeat {
      number += 1
      anchor = Anchor(base, number: number)
    } while given[anchor] != nil
    given[base] = number
    given[anchor] = 1
    return anchor.string(prefix: prefix)
  }
}

/// An anchor without prefix, compared by its bytes: a string would be compared, slowly, by canonical equivalence.
private struct Anchor: Hashable {
  private var bytes: [UInt8] = []

  init(of text: String) {
    bytes.reserveCapacity(text.utf8.count)
    var needsHyphen = false
    for scalar in text.unicodeScalars {
      if scalar.belongsInAnchor {
        if needsHyphen, !bytes.isEmpty { bytes.append("-") }
        needsHyphen = false
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else if scalar == "-" || scalar.properties.isWhitespace {
        needsHyphen = true
      }
    }
    if bytes.isEmpty { bytes.append("节") }
  }

  init(_ base: Anchor, number: Int) {
    bytes = base.bytes
    bytes.append("-\(number)")
  }

  func string(prefix: String) -> String { prefix + String(decoding: bytes, as: UTF8.self) }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension String {
  /// A list of headings needs no 。 or ： at the end of each.
  fileprivate var withoutFinalMark: String {
    unicodeScalars.count > 1 && unicodeScalars.last.map { "。：:".unicodeScalars.contains($0) } ?? false
      ? String(unicodeScalars.dropLast()) : self
  }
}

extension Unicode.Scalar {
  fileprivate var belongsInAnchor: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: return true
    case 0..<0x80, 0x3001...0x3003, 0x3008...0x3020, 0xFF01...0xFF0F: return false
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
