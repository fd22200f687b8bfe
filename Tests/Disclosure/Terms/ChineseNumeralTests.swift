import Disclosure
import Testing

@Suite("Chinese numerals")
struct ChineseNumeralTests {
  @Test(
    "reads and writes numerals",
    arguments: [
      ("零", 0), ("一", 1), ("九", 9), ("十", 10), ("十一", 11), ("十三", 13), ("二十", 20), ("二十六", 26), ("三十七", 37),
      ("六十六", 66), ("九十九", 99), ("一百", 100), ("一百零一", 101), ("一百一十", 110), ("一百一十五", 115), ("五百七十", 570),
      ("七百三十一", 731), ("九百九十九", 999), ("一千", 1000), ("一千零二", 1002), ("一千零二十", 1020), ("一千一百零三", 1103),
      ("九千九百九十九", 9999),
    ])
  func readingAndWriting(_ text: String, _ number: Int) {
    #expect(ChineseNumeral.value(of: text) == number)
    #expect(ChineseNumeral.text(of: number) == text)
  }

  @Test(
    "reads other ways of writing",
    arguments: [
      ("13", 13), ("037", 37), ("１３", 13), ("一十三", 13), ("一〇一", nil), ("一百〇一", 101), ("一百○一", 101), ("两百", 200),
      ("两千零一", 2001), ("〇", 0),
    ])
  func variants(_ text: String, _ number: Int?) {
    #expect(ChineseNumeral.value(of: text) == number)
  }

  @Test(
    "refuses what is no numeral",
    arguments: [
      "", " ", "届", "十届", "一二", "二一十", "十百", "百十", "十十", "一百百", "二百三千", "一百零", "零一", "一百零零一", "一零",
      "一千二", "一百二", "-5", "+5", "5.0", "1三", "三1", "99999999999999999999",
    ])
  func refusing(_ text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
  }

  @Test("reads all that it writes")
  func roundTrip() {
    #expect((0...9999).allSatisfy { ChineseNumeral.value(of: ChineseNumeral.text(of: $0) ?? "") == $0 })
    #expect(Set((0...9999).compactMap(ChineseNumeral.text)).count == 10_000)
    #expect(ChineseNumeral.text(of: 10_000) == nil)
    #expect(ChineseNumeral.text(of: -1) == nil)
  }
}
