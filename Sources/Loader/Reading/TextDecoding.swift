import Diagnostics
import Glibc

/// Text as the program works with it, and the encoding in which it was found.
package struct DecodedText: Sendable {
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB 18030"
    case utf16 = "UTF-16"
  }

  /// Valid UTF-8 without byte order mark and without `ControlCharacter`s.
  package let bytes: [UInt8]
  package let encoding: Encoding
}

/// Finds out the encoding of a text file: UTF-16 by its mark, else UTF-8 if it is valid as such, else GB 18030, which
/// takes in GBK and GB 2312.
package enum TextDecoding {
  private static let hint = "请另存为 UTF-8 编码：Excel/WPS 表格选“另存为”，类型选“CSV UTF-8（逗号分隔）”；记事本选“另存为”，编码选“UTF-8”"

  /// - Throws: for bytes that no encoding explains, with line and column, and for files that hold no text.
  package static func decode(_ bytes: [UInt8], file: String) throws(Diagnostic) -> DecodedText {
    if bytes.starts(with: [0xFF, 0xFE]) { return try convert(bytes.dropFirst(2), from: .utf16, "UTF-16LE", file) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try convert(bytes.dropFirst(2), from: .utf16, "UTF-16BE", file) }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = bytes[(isMarked ? 3 : 0)...]
    let rest = text.dropFirst(text.withUnsafeBytes(CommonText.length))
    guard let fault = firstFault(in: rest)?.lowerBound else {
      try refuseControls(in: rest, of: text, file)
      return DecodedText(bytes: isMarked ? Array(text) : bytes, encoding: .utf8)
    }
    try refuseNUL(in: text, of: text, file)
    guard isMarked || isMeantAsUTF8(text) else { return try convert(text, from: .gb18030, "GB18030", file) }
    throw invalid(text[fault], at: TextPosition(of: fault - text.startIndex, in: text), .utf8, file)
  }

  /// The text that bytes stand for in GB 18030, if they are valid as such.
  static func gb18030(_ bytes: [UInt8]) -> String? {
    guard let (converted, fault) = iconvert(bytes[...], from: "GB18030"), fault == nil else { return nil }
    return String(decoding: converted, as: UTF8.self)
  }

  private static func refuseControls(
    in rest: ArraySlice<UInt8>, of text: ArraySlice<UInt8>, _ file: String
  ) throws(Diagnostic) {
    guard let (character, offset) = ControlCharacter.first(in: rest) else { return }
    try refuseNUL(in: rest, of: text, file)
    throw character.diagnostic(
      "text/control-character", at: place(of: rest.startIndex + offset, in: text, file))
  }

  private static func refuseNUL(
    in rest: ArraySlice<UInt8>, of text: ArraySlice<UInt8>, _ file: String
  ) throws(Diagnostic) {
    guard let index = rest.firstIndex(of: 0) else { return }
    throw Diagnostic(
      .error, "text/not-text", at: place(of: index, in: text, file), "这不是文本文件（含有空字节）",
      hint: "若是改了扩展名的 Excel 或 Word 文件，\(hint)")
  }

  private static func place(of index: Int, in text: ArraySlice<UInt8>, _ file: String) -> Place {
    let position = TextPosition(of: index - text.startIndex, in: text)
    return Place(file, line: position.line, column: position.column)
  }

  /// Where the first bytes that are no UTF-8 stand.
  private static func firstFault(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let start = bytes.startIndex
      return start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
    }
  }

  /// Whether bytes that are not valid UTF-8 look like UTF-8 with a few wrong bytes, and not like GB 18030.
  ///
  /// Much of what is UTF-8 with a wrong byte would pass as GB 18030 and give rubbish. Chinese text in GB 18030 has far
  /// more bytes that UTF-8 does not allow than sequences that it does.
  private static func isMeantAsUTF8(_ text: ArraySlice<UInt8>) -> Bool {
    var sequences = 0
    var faults = 0
    var rest = text
    while !rest.isEmpty, faults - sequences < 1000 {
      let fault = firstFault(in: rest)
      sequences += rest[..<(fault?.lowerBound ?? rest.endIndex)].count { $0 >= 0xC0 }
      rest = rest[(fault?.upperBound ?? rest.endIndex)...]
      if fault != nil { faults += 1 }
    }
    return sequences > faults
  }

  private static func convert(
    _ bytes: ArraySlice<UInt8>, from encoding: DecodedText.Encoding, _ iconvName: String, _ file: String
  ) throws(Diagnostic) -> DecodedText {
    guard case (var converted, let fault)? = iconvert(bytes, from: iconvName) else {
      throw Diagnostic(
        .error, "system/no-converter", at: Place(file), "这个文件是 \(encoding.rawValue) 编码，而系统没有装它的转换表",
        hint: "请安装 Glibc 的字符转换模块（gconv）；或者，\(hint)")
    }
    if let fault {
      throw invalid(bytes[fault], at: TextPosition(of: converted.count, in: converted), encoding, file)
    }
    if converted.starts(with: [0xEF, 0xBB, 0xBF]) { converted.removeFirst(3) }
    try refuseControls(in: converted[...], of: converted[...], file)
    return DecodedText(bytes: converted, encoding: encoding)
  }

  /// What Glibc's `iconv` makes of `bytes` in UTF-8, up to the index of the first byte that it cannot convert; `nil`
  /// where it does not know the encoding.
  private static func iconvert(_ bytes: ArraySlice<UInt8>, from name: String) -> (utf8: [UInt8], fault: Int?)? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var left = bytes.count
    // Two bytes of GB 18030 or UTF-16 become at most four of UTF-8.
    let converted = [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { output, count in
      bytes.withUnsafeBytes { input in
        var source = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
        output.withMemoryRebound(to: CChar.self) { output in
          var target = output.baseAddress
          var room = output.count
          _ = iconv(converter, &source, &left, &target, &room)
          count = output.count - room
        }
      }
    }
    return (converted, left == 0 ? nil : bytes.endIndex - left)
  }

  private static func invalid(
    _ byte: UInt8, at position: TextPosition, _ encoding: DecodedText.Encoding, _ file: String
  ) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .error, "text/encoding", at: Place(file, line: position.line, column: position.column),
      "这里的字节 \(hex.count < 2 ? "0" : "")\(hex) 不是 \(encoding.rawValue) 编码的文字", hint: hint)
  }
}
