import Disclosure
import Testing

@Suite("Personal data in text")
struct PersonalDataTests {
  /// What was found in a text, as `规则:内容`.
  static func found(_ text: String) -> [String] {
    PersonalData.findings(in: Array(text.utf8)).map { "\($0.rule.rawValue):\($0.content)" }
  }

  @Test(
    "finds mobile numbers however they are grouped",
    arguments: [
      "13812345678", "138 1234 5678", "138-1234-5678", "138.1234.5678", "138 12345678", "1381234 5678", "1381234-5678",
      "138 123 45678", "1381 234 5678", "138 12345 678", "138 12 34 56 78", "13812 345678", "1381 2345678",
      "1 3 8 1 2 3 4 5 6 7 8", "1-3-8-1-2-3-4-5-6-7-8", "138—1234—5678", "138－1234－5678", "138‑1234‑5678",
      "138–1234–5678",
      "138_1234_5678", "138·1234·5678", "138\u{A0}1234\u{A0}5678", "138\u{3000}1234\u{3000}5678",
      "138\u{2009}1234\u{202F}5678",
      "138 - 1234 - 5678", "138-1234 5678", "(138)12345678", "（138）1234 5678", "8613812345678", "86 13812345678",
      "86138 1234 5678", "+86-138-1234-5678", "+86 (138) 1234-5678", "008613812345678", "0086 138 1234 5678",
      "013812345678",
      "0138 1234 5678",
    ])
  func mobileGroupings(_ number: String) {
    expectMobile(number)
  }

  @Test(
    "finds mobile numbers in disguise",
    arguments: [
      "１３８１２３４５６７８", "１３８ １２３４ ５６７８", "１38１2345678", "1381\u{200B}2345678", "138\u{200D}1234\u{FEFF}5678",
      "138\u{AD}12345678",
      "138\u{2060}1234\u{200E}5678", "13\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}812345678", "138**1234**5678",
      "**138**12345678",
      "13*8*12345678", "**138** **1234** **5678**", "***138***1234***5678***", "138\\-1234\\-5678", "138\\ 12345678",
      "138\n12345678", "138\r\n12345678", "13812\n345678", "1381234567\n8", "138 12\n34 5678", "138 1234  \n5678",
      "138\\\n12345678",
      "138-\n12345678",
    ])
  func mobileDisguises(_ number: String) {
    expectMobile(number)
  }

  @Test(
    "finds every range of mobile numbers",
    arguments: ["130", "145", "150", "166", "173", "189", "191", "198"])
  func mobileRanges(_ prefix: String) {
    expectMobile(prefix + "00001234")
  }

  private func expectMobile(_ number: String) {
    for (before, after) in [
      ("", ""), ("请拨打", "联系。"), ("手机：", "\n"), ("（", "）"), ("2024年5月，", "，0999-80000216"), ("王某", "家中"),
    ] {
      let found = PersonalData.findings(in: Array((before + number + after).utf8))
      #expect(found.map(\.rule) == [.mobile], "\(before)\(number)\(after)")
      let digits = (found.first?.content ?? "").halfWidth.filter(\.isNumber)
      #expect(digits.suffix(11).hasPrefix("1") && digits.count >= 11, "\(digits)")
    }
  }

  @Test("finds several numbers, each once and in order")
  func several() {
    #expect(
      Self.found("甲13812345678，乙139 8765 4321；丙 13700001111 13600002222\n13500003333/13400004444")
        == [
          "手机号:13812345678", "手机号:139 8765 4321", "手机号:13700001111", "手机号:13600002222", "手机号:13500003333",
          "手机号:13400004444",
        ])
    #expect(Self.found("0999-80000216 13812345678-801") == ["手机号:13812345678"])
    #expect(Self.found("138-1234-5678-139-8765-4321") == ["手机号:138-1234-5678", "手机号:139-8765-4321"])
  }

  @Test(
    "finds identity cards by their checksum",
    arguments: [
      "11010519491231002X", "11010519491231002x", "11010519491231002Ｘ", "11010519491231002ｘ", "110105 19491231 002X",
      "110105-19491231-002X", "110105\u{200B}19491231\u{200B}002X", "１１０１０５１９４９１２３１００２Ｘ", "110105194912\n31002X",
      "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", "**110105**19491231002X", "340524198001010028", "340524 1980 0101 0028",
      "110105 1949 1231 002X", "110105-1949-1231-002-X", "3405 2419 8001 0100 28", "1101 0519 4912 3100 2X",
    ])
  func identityCards(_ number: String) {
    #expect(Self.found("身份证号\(number)，") == ["身份证号:\(number)"] || number.hasPrefix("**"))
    #expect(PersonalData.findings(in: Array(number.utf8)).map(\.rule) == [.identityCard])
  }

  @Test("of all 18 check digits only the right one makes an identity card")
  func identityChecks() {
    for check in "0123456789X" {
      #expect(Self.found("11010519491231002\(check)").isEmpty == (check != "X"), "\(check)")
      #expect(Self.found("34052419800101002\(check)").isEmpty == (check != "8"), "\(check)")
    }
  }

  @Test(
    "finds bank cards by their checksum",
    arguments: [
      "6222021234567894", "6222 0212 3456 7894", "6222-0212-3456-7894", "6222021234567890128",
      "6222 0212 3456 7890 128",
      "622202 1234567890128", "4111111111111111", "5500 0000 0000 0004", "3566002020360505",
      "6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 4",
      "６２２２０２１２３４５６７８９４", "6222\u{200B}021234567894", "62220212\n34567894", "9558801234567890128",
      // China Construction Bank, Bank of China, Agricultural Bank of China.
      "4367420037760146376", "4563517600123456788", "1031234567890123458",
    ])
  func bankCards(_ number: String) {
    #expect(Self.found("卡号：\(number)。") == ["银行卡号:\(number)"])
  }

  @Test("of all check digits only the right one makes a bank card")
  func bankChecks() {
    for check in 0...9 {
      #expect(Self.found("622202123456789\(check)").isEmpty == (check != 4), "\(check)")
      #expect(Self.found("622202123456789012\(check)").isEmpty == (check != 8), "\(check)")
    }
  }

  @Test(
    "finds home addresses",
    arguments: [
      ("住在幸福小区5栋2单元301室", "小区5栋2单元301室"), ("云川市人民路8号阳光花园12号楼3单元502室。", "花园12号楼3单元502室"),
      ("阳光家园二期5栋301室", "家园二期5栋301室"), ("阳光家园B区5幢301室", "家园B区5幢301室"), ("教师新村3-2-501室", "新村3-2-501室"),
      ("教师新村3-2-501，", "新村3-2-501"), ("滨江公寓A座1203房", "公寓A座1203房"), ("纺织厂家属院２号楼１单元４０１室", "家属院２号楼１单元４０１室"),
      ("职工宿舍3栋 201 室", "宿舍3栋 201 室"), ("翠苑5栋2单元301，电话", "苑5栋2单元301"), ("住幸福小区5栋\n2单元301室", "小区5栋\n2单元301室"),
      ("幸福小区**5栋**2单元301室", "小区**5栋**2单元301室"), ("住址：云川市人民路8号", "住址：云川市人民路8号"), ("家庭地址 青山村三组12号", "家庭地址 青山村三组12号"),
      ("居住地址：云川市人民路8号", "居住地址：云川市人民路8号"),
      ("现住临湖市东风路3栋", "现住临湖市东风路3栋"), ("家住城东2组的张某", "家住城东2组"), ("家庭住址：幸福里２单元", "家庭住址：幸福里２单元"),
      ("现居住于云川市建设路12号", "现居住于云川市建设路12号"), ("住云川市幸福里3号楼2单元501", "里3号楼2单元501"),
      ("家庭住址：云川市幸福里三号楼二单元五〇一室", "家庭住址：云川市幸福里三号楼二单元五〇一室"), ("住址: 云川市幸福小区", "住址: 云川市幸福小区"),
    ])
  func homeAddresses(_ text: String, _ content: String) {
    #expect(Self.found(text) == ["住址:\(content)"])
    #expect(Self.found("一是改善居住条件，共改造2000个老旧小区；\(text)") == ["住址:\(content)"])
  }

  @Test(
    "finds secrecy marks",
    arguments: [
      ("绝密★启用前", "绝密"), ("机密★1年", "机密"), ("秘密★", "秘密"), ("机密☆", "机密"), ("机 密★10年", "机 密"), ("秘\u{3000}密", "秘\u{3000}密"),
      ("秘密", "秘密"), ("**机密**", "机密"), ("# 绝密", "绝密"), ("> 机密", "机密"), ("标题\n机密\n正文", "机密"), ("机密\r\n正文", "机密"),
      ("密级：机密", "机密"), ("密　级：机密", "机密"), ("密级: **秘密**", "秘密"), ("| 密级 | 机密 |", "机密"), ("文件密级：秘密★5年", "秘密"),
      ("【机密】", "机密"), ("（秘密）\n正文", "秘密"), ("秘密 1年", "秘密"), ("机密*6个月", "机密"),
    ])
  func secrecyMarks(_ text: String, _ content: String) {
    #expect(Self.found(text) == ["密级:\(content)"])
  }

  @Test("says where a finding begins")
  func offsets() {
    let text = "甲13812345678乙，幸福小区5栋2单元301室\n机密★"
    let bytes = Array(text.utf8)
    for finding in PersonalData.findings(in: bytes) {
      #expect(bytes[finding.offset...].starts(with: finding.content.utf8))
    }
    #expect(PersonalData.findings(in: bytes).map(\.rule) == [.mobile, .homeAddress, .secrecyMark])
  }

  @Test("reads any bytes without harm")
  func hostileBytes() {
    let pieces: [[UInt8]] = [
      [0xE5], [0xEF, 0xBC], [0xE5, 0xAF], [0xFF], [0x80], [0x31], [0x2D], [0xE2, 0x80], [0x2A], [0x0A], Array("室".utf8),
      Array("密".utf8),
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces { #expect(PersonalData.findings(in: first + second + third).isEmpty) }
      }
    }
  }
}
