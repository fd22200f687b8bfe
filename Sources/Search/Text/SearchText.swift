/// A text as it is matched: compatibility forms, case and white space do not tell texts apart.
///
/// `templates/assets/search.js` has the same rules; `Tests/Search/Resources/rules.json` holds both to them.
package struct SearchText: Sendable {
  /// Parts texts that stand apart on a page, such as paragraphs: no match reaches across it.
  package static let separator = UInt8(0x1E)

  /// Memory for scalars, kept from text to text, and how many of them are the text's.
  private var memory: [UInt32] = []
  private var count = 0

  package init() {}

  /// Scalars. A blank is left only between two letters or digits that are not Chinese.
  package var scalars: [UInt32] { Array(memory[..<count]) }

  /// Does something with the scalars.
  @inline(__always)
  func withScalars(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    memory.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// Takes another text, UTF-8, in place of the one before.
  package mutating func read(_ text: borrowing RawSpan) {
    // No form stands for more than two scalars for each of its bytes.
    let bound = text.byteCount * 2 + 1
    if memory.count < bound { memory = [UInt32](repeating: 0, count: bound) }
    let forms = Self.forms
    text.withUnsafeBytes { bytes in
      memory.withUnsafeMutableBufferPointer { buffer in
        var writer = Writer(buffer: buffer)
        var index = 0
        while index < bytes.count {
          if let scalar = Self.chinese(bytes, index) {
            writer.put(scalar)
            index += 3
            continue
          }
          let scalar = Self.decode(bytes, &index)
          if !writer.isAfterBlank, scalar < forms.count, forms[Int(scalar)] != 0 {
            writer.put(forms[Int(scalar)])
          } else {
            writer.take(scalar)
          }
        }
        count = writer.count
      }
    }
  }

  /// What each scalar of the basic plane becomes, where that is one scalar and no blank.
  private static let forms: [UInt32] = (0..<0x10000 as Range<UInt32>).map { scalar in
    if isBlank(scalar) || isInvisible(scalar) { return 0 }
    let mapping = CompatibilityForms.mapping(of: scalar)
    return mapping.count > 1 ? 0 : lowercase(mapping.first ?? scalar)
  }

  private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt32>
    private(set) var count = 0
    private(set) var isAfterBlank = false

    init(buffer: UnsafeMutableBufferPointer<UInt32>) { self.buffer = buffer }

    @inline(__always)
    mutating func put(_ scalar: UInt32) {
      isAfterBlank = false
      buffer[count] = scalar
      count += 1
    }

    mutating func take(_ scalar: UInt32) {
      if SearchText.isBlank(scalar) {
        isAfterBlank = true
        return
      }
      if SearchText.isInvisible(scalar) { return }
      let mapping = scalar < 0x80 ? [] : CompatibilityForms.mapping(of: scalar)
      if mapping.isEmpty {
        append(SearchText.lowercase(scalar))
      } else {
        for scalar in mapping { append(SearchText.lowercase(scalar)) }
      }
    }

    private mutating func append(_ scalar: UInt32) {
      if isAfterBlank, count > 0, SearchText.isWestern(scalar), SearchText.isWestern(buffer[count - 1]) { put(0x20) }
      put(scalar)
    }
  }

  /// The Chinese character at an offset, which stands for itself; most of a text is such.
  @inline(__always)
  private static func chinese(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt32? {
    let lead = bytes[index]
    guard 0xE4...0xE9 ~= lead, index + 2 < bytes.count else { return nil }
    let scalar =
      UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    return scalar >= 0x4E00 ? scalar : nil
  }

  /// A letter or digit of a script whose words blanks part.
  private static func isWestern(_ scalar: UInt32) -> Bool {
    0x61...0x7A ~= scalar || isDigit(scalar) || 0xC0...0x1FFF ~= scalar
  }

  static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  /// Letters whose small form is more than one scalar stay.
  private static func lowercase(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return 0x41...0x5A ~= scalar ? scalar | 0x20 : scalar }
    guard 0xC0...0x1FFF ~= scalar, let letter = Unicode.Scalar(scalar) else { return scalar }
    let small = letter.properties.lowercaseMapping.unicodeScalars
    return small.count == 1 ? small.first?.value ?? scalar : scalar
  }

  /// The scalar at an offset, which moves behind it; the bytes are UTF-8.
  private static func decode(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) -> UInt32 {
    let lead = UInt32(bytes[index])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else {
      index = bytes.count
      return 0xFFFD
    }
    defer { index += length }
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
    return switch length {
    case 1: lead
    case 2: (lead & 0x1F) << 6 | tail(1)
    case 3: (lead & 0x0F) << 12 | tail(1) << 6 | tail(2)
    default: (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    }
  }
}
