import Diagnostics
import Foundation
import Testing

@testable import Renderer

/// What a search finds of a data file.
@Suite struct DataTextTests {
  @Test(arguments: [
    (#"{"标题": "甲", "概要": ["乙", "丙"]}"#, "甲", "|甲|乙|丙"),
    (#"{"网址": "a.html", "固定网址": "https://a/", "标识": "x-首次", "校验值": "0f", "正文": "文"}"#, "", "|文"),
    (#"{"附件": [{"名称": "表", "网址": "files/a.pdf", "字节": 12}], "更正": [], "有": true, "无": null}"#, "", "|表"),
    (#"{"标题": "一", "办理件": [{"标题": "二"}]}"#, "一", "|一|二"),
    (#"{"正文": "上\n下\t\"引\" \\ \/ \u003cb\u003e"}"#, "", "|上|下\t\"引\" \\ / <b>"),
    (#"{"甲\"": "一\\", "网址\\": "二"}"#, "", "|一\\|二"),
    (#"{"标题": "", "概要": ["标题", ":"]}"#, "", "||标题|:"),
    (#"{"年份": 2024}"#, "", ""),
    (#"{"未完": "甲"#, "", "|甲"),
  ]) func textOfAFile(_ file: String, _ title: String, _ text: String) {
    var reader = DataText(separator: UInt8(ascii: "|"))
    reader.read(Array(#"{"标题": "前一页"}"#.utf8))
    reader.read(Array(file.utf8))
    #expect(String(decoding: reader.title, as: UTF8.self) == title)
    #expect(String(decoding: reader.text, as: UTF8.self) == text)
  }

  /// Whatever a text holds, it is read as it was written.
  @Test func readsWhatIsWritten() throws {
    for code in Array(UInt32(0)...0x2FF) + Array(0x2000...0x206F) + [0x4E00, 0xFEFF, 0xFFFD, 0x1F600] {
      guard let character = Unicode.Scalar(code), character != "\n", character != "|" else { continue }
      let text = "甲\(character)乙\\\(character)"
      var file: [UInt8] = []
      JSONText.write([("正文", .text(text))], into: &file)
      var reader = DataText(separator: UInt8(ascii: "|"))
      reader.read(file)
      #expect(String(decoding: reader.text, as: UTF8.self).unicodeScalars.elementsEqual("|\(text)".unicodeScalars))
    }
  }
}
