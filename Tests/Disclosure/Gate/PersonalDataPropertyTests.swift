import Disclosure
import Testing

@Suite("Personal data in random text")
struct PersonalDataPropertyTests {
  @Test("finds every planted number, and nothing else", arguments: 0..<300)
  func planted(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = Self.plainText(&random)
    var planted: [(PersonalData.Rule, String)] = []
    for _ in 0..<random.number(1...6) {
      let secret = Self.secret(&random)
      planted.append(secret)
      text +=
        random.pick(["，联系", "；经查，", "。\n\n", "（", "：", "\n- ", "| "]) + secret.1
        + random.pick(["。", "，", "\n\n", "）", "、", " |"])
      text += Self.plainText(&random)
    }
    let found = PersonalData.findings(in: Array(text.utf8))
    #expect(found.map(\.rule) == planted.map(\.0), "\(planted)\n\(found)\n\(text)")
    for (finding, (_, secret)) in zip(found, planted) { #expect(secret.contains(finding.content)) }
  }

  @Test("finds nothing where nothing is", arguments: 0..<300)
  func innocent(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(1_000_000 + seed))
    let text = (0..<20).map { _ in Self.plainText(&random) }.joined(separator: random.pick(["", "\n", "\n\n", " "]))
    #expect(PersonalData.findings(in: Array(text.utf8)) == [], "\(text)")
  }

  @Test("what an excuse names is covered, what it does not is not", arguments: 0..<50)
  func excuses(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(2_000_000 + seed))
    let (rule, secret) = Self.secret(&random)
    let other = Self.secret(&random).1
    let text = "甲" + secret + "乙。丙" + other + "丁。"
    let excuse = Sample.excuse(rule, secret)
    let diagnostics = Sample.review(text, of: Sample.document { $0.excuses = [excuse] })
    #expect(diagnostics.count == (secret == other ? 0 : 1), "\(text) \(diagnostics)")
  }

  // MARK: - Texts

  private static let words = [
    "关于", "老旧小区", "加装电梯", "办理", "答复", "省财政厅", "人民路", "会同", "落实", "机关", "保密", "密切", "单位", "办公室", "居住", "房屋", "一是", "二是",
    "花园城市",
    "公寓", "宿舍", "**制度**", "“十四五”", "《条例》", "，", "。", "；", "、", "：", "\n", "\n\n",
  ]

  /// Words, and numbers such as replies have, none of which is anybody's.
  private static func plainText(_ random: inout SeededGenerator) -> String {
    (0..<random.number(5...30)).map { _ in
      random.chance(75) ? random.pick(words) : "约" + plainNumber(&random) + "等"
    }.joined()
  }

  private static func plainNumber(_ random: inout SeededGenerator) -> String {
    let number = random.number(1...999_999)
    switch random.number(1...11) {
    case 1: return "\(random.number(1990...2025))年\(random.number(1...12))月\(random.number(1...28))日"
    case 2: return "\(random.number(2015...2025))-0\(random.number(1...9))-\(random.number(10...28))"
    case 3: return "示建函〔\(random.number(2015...2025))〕\(random.number(1...999))号"
    case 4: return "0999-8\(random.number(1_000_000...9_999_999))"
    case 5: return "\(number)万元"
    case 6: return "\(number).\(random.number(10...99))元"
    case 7: return "\(random.number(1...100)).\(random.number(0...9))%"
    case 8: return "第\(random.number(1000...9999))号"
    case 9: return "| \(random.number(100...199)) | \(random.number(1000...9999)) | \(random.number(1000...9999)) |"
    case 10: return "2\(random.number(100_000_000...9_999_999_999))"
    default: return "\(number)"
    }
  }

  private static func secret(_ random: inout SeededGenerator) -> (PersonalData.Rule, String) {
    switch random.number(1...4) {
    case 1: return (.mobile, grouped("1\(random.number(3...9))" + digits(9, &random), [3, 4, 4], &random))
    case 2: return (.identityCard, grouped(identityCard(&random), [6, 8, 4], &random))
    case 3: return (.bankCard, grouped(bankCard(&random), [4, 4, 4, 4, 3], &random))
    default:
      let building = "\(random.number(1...30))\(random.pick(["栋", "幢", "号楼"]))"
      return (
        .homeAddress,
        "\(random.pick(["小区", "花园", "家园"]))\(building)\(random.number(1...4))单元\(random.number(101...2404))室"
      )
    }
  }

  private static func digits(_ count: Int, _ random: inout SeededGenerator) -> String {
    String((0..<count).map { _ in random.pick(Array("0123456789")) })
  }

  private static func identityCard(_ random: inout SeededGenerator) -> String {
    let birthday = "\(random.number(1930...2020))\(random.number(10...12))\(random.number(10...28))"
    let body = "3405\(digits(2, &random))\(birthday)\(digits(3, &random))"
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, body).reduce(0) { $0 + $1.0 * ($1.1.wholeNumberValue ?? 0) }
    return body + String(Array("10X98765432")[sum % 11])
  }

  private static func bankCard(_ random: inout SeededGenerator) -> String {
    let body = "62" + digits(random.pick([13, 16]), &random)
    let check = (0...9).first { check in
      let sum = (body + String(check)).reversed().enumerated().reduce(0) { sum, digit in
        let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 + 1)
        return sum + value / 10 + value % 10
      }
      return sum % 10 == 0
    }
    return body + String(check ?? 0)
  }

  /// As it is, in groups, or with what nobody sees inside.
  private static func grouped(_ number: String, _ lengths: [Int], _ random: inout SeededGenerator) -> String {
    let separator = random.pick(["", "", " ", "-", "\u{200B}", "**", "－", "\n"])
    var rest = Substring(number)
    var groups: [Substring] = []
    for length in lengths where !rest.isEmpty {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    let text = groups.joined(separator: separator)
    guard random.chance(30) else { return text }
    return String(
      text.unicodeScalars.map { scalar in
        Character(("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
      })
  }
}
