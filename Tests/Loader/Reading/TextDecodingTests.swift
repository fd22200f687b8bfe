import Diagnostics
import Testing

@testable import Loader

@Suite struct TextDecodingTests {
  private static let remedy =
    "请另存为 UTF-8 编码：Excel/WPS 表格选“另存为”，类型选“CSV UTF-8（逗号分隔）”；记事本选“另存为”，编码选“UTF-8”"

  @Test(arguments: [
    ("编号,标题\n", Array("编号,标题\n".utf8), DecodedText.Encoding.utf8),
    ("", [], .utf8),
    ("中", [0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD], .utf8),
    ("", [0xEF, 0xBB, 0xBF], .utf8),
    // Characters that GB 18030 writes with two bytes, four bytes, and four bytes beyond the basic plane.
    ("䶮㼆𬭎", [0xFE, 0x9F, 0x82, 0x32, 0x8D, 0x37, 0x99, 0x33, 0xA9, 0x32], .gb18030),
    ("编号,中国\r\n", [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD6, 0xD0, 0xB9, 0xFA, 0x0D, 0x0A], .gb18030),
    // GBK beyond GB 2312.
    ("镕，", [0xE9, 0x46, 0xA3, 0xAC], .gb18030),
    ("中", [0x84, 0x31, 0x95, 0x33, 0xD6, 0xD0], .gb18030),
    ("中𬭎\n", [0xFF, 0xFE, 0x2D, 0x4E, 0x72, 0xD8, 0x4E, 0xDF, 0x0A, 0x00], .utf16),
    ("中", [0xFE, 0xFF, 0x4E, 0x2D], .utf16),
  ]) func findsTheEncoding(text: String, bytes: [UInt8], encoding: DecodedText.Encoding) throws {
    let decoded = try TextDecoding.decode(bytes, file: "a.csv")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.encoding == encoding)
  }

  @Test(arguments: [
    // A Latin-1 byte, and a cell in GBK, in the middle of UTF-8.
    (Array("编号\n标题，".utf8) + [0xE9] + Array("的建议\n".utf8), "2:4", "E9", "UTF-8"),
    (Array("编号,标题\r\n1,关于".utf8) + [0xD6, 0xD0, 0xB9, 0xFA] + Array("的建议\n".utf8), "2:5", "D6", "UTF-8"),
    ([0xEF, 0xBB, 0xBF, 0x41, 0xFF, 0xFF], "1:2", "FF", "UTF-8"),
    // Cut off in the middle of a character.
    (Array("编号，标题".utf8.dropLast()), "1:5", "E9", "UTF-8"),
    ([0xB1, 0xE0, 0xBA, 0xC5, 0x0A, 0xD6, 0xD0, 0xFF, 0xB9, 0xFA], "2:2", "FF", "GB 18030"),
    ([0xB1, 0xE0, 0xBA, 0xC5, 0xB1], "1:3", "B1", "GB 18030"),
    ([0xFF, 0xFE, 0x2D, 0x4E, 0x0A], "1:2", "0A", "UTF-16"),
    ([0xFF, 0xFE, 0x2D, 0x4E, 0x00, 0xDC, 0x2D, 0x4E], "1:2", "00", "UTF-16"),
  ]) func namesTheInvalidByte(bytes: [UInt8], place: String, byte: String, encoding: String) {
    #expect(
      fault { () throws(Diagnostic) in try TextDecoding.decode(bytes, file: "a.csv") }
        == "text/encoding \(place) 这里的字节 \(byte) 不是 \(encoding) 编码的文字 → \(Self.remedy)")
  }

  @Test(arguments: [
    ([UInt8]("编号\t甲\r\n乙".utf8) + [0x0B] + [UInt8]("丙丁戊".utf8), "2:2", "U+000B，Word 的手动换行"),
    ([UInt8]("标题标题abcdefg\u{1B}hijklmnop".utf8), "1:12", "U+001B"),
    ([UInt8]("标题标题abcdefghijklmnop\u{7F}".utf8), "1:21", "U+007F"),
    // Behind what is not common.
    ([UInt8]("𬭎标题\u{A0}·\u{85}标题".utf8), "1:6", "U+0085"),
    ([0xEF, 0xBB, 0xBF, 0x41, 0x0C, 0x42], "1:2", "U+000C"),
    ([0xD6, 0xD0, 0x0A, 0xD6, 0xD0, 0x08], "2:2", "U+0008"),
    ([0xFF, 0xFE, 0x2D, 0x4E, 0x1F, 0x00], "1:2", "U+001F"),
  ]) func refusesControlCharacters(bytes: [UInt8], place: String, name: String) {
    #expect(
      fault { () throws(Diagnostic) in try TextDecoding.decode(bytes, file: "a.csv") }
        == "text/control-character \(place) 这里有一个看不见的控制字符（\(name)） → 请删去这个字符，或重新输入这一行")
  }

  @Test(arguments: 0...0x24F) func takesEveryOtherCharacterWhereverItStands(code: Int) throws {
    let character = try #require(Unicode.Scalar(code))
    guard ControlCharacter(character) == nil else { return }
    for place in 0...9 {
      let text = String(repeating: "a", count: place) + String(character) + "标题abcdefghij"
      #expect(try TextDecoding.decode(Array(text.utf8), file: "a.csv").bytes == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ([UInt8]("编号\n".utf8) + [0x41, 0x00], "2:2"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00], "1:6"),
    ([0xFF, 0xFE, 0x2D, 0x4E, 0x00, 0x00], "1:2"),
    ([0xD6, 0xD0, 0x00], "1:3"),
  ]) func refusesWhatIsNoText(bytes: [UInt8], place: String) {
    #expect(
      fault { () throws(Diagnostic) in try TextDecoding.decode(bytes, file: "a.csv") }
        == "text/not-text \(place) 这不是文本文件（含有空字节） → 若是改了扩展名的 Excel 或 Word 文件，\(Self.remedy)")
  }
}
