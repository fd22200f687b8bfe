import Disclosure
import Testing

@Suite("Half width")
struct HalfWidthTests {
  @Test(
    "brings full-width ASCII and blanks to ASCII and leaves the rest",
    arguments: [
      ("２０１８－１０－１２", "2018-10-12"), ("Ａｚ！～", "Az!~"), ("\u{3000}甲\u{3000}", " 甲 "), ("甲、乙。《丙》〔2018〕", "甲、乙。《丙》〔2018〕"),
      ("abc 123", "abc 123"),
      ("𠮷é", "𠮷é"), ("", ""),
    ])
  func conversion(_ text: String, _ half: String) {
    #expect(text.halfWidth == half)
  }
}
