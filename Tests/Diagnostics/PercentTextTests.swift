import Diagnostics
import Testing

/// Addresses with percent signs.
@Suite struct PercentTextTests {
  @Test(arguments: [
    ("a/b-1.html", "a/b-1.html", "a%2Fb-1.html"),
    ("附件 1%.pdf", "%E9%99%84%E4%BB%B6%201%25.pdf", "%E9%99%84%E4%BB%B6%201%25.pdf"),
    ("a:b@c?d#e", "a:b@c%3Fd%23e", "a%3Ab%40c%3Fd%23e"), ("", "", ""),
  ])
  func encodes(_ text: String, _ path: String, _ component: String) {
    #expect(PercentText.encoded(path: text) == path && PercentText.encoded(component: text) == component)
    for encoded in [path, component] {
      #expect(PercentText.decoded(encoded[...]) == text && PercentText.decoded(encoded[...], isStrict: true) == text)
    }
  }

  @Test(arguments: ["100%", "%zz", "%4", "%+f", "50% of %"])
  func aSignThatBeginsNoCodeStandsForItself(_ text: String) {
    #expect(PercentText.decoded(text[...]) == text && PercentText.decoded(text[...], isStrict: true) == nil)
  }

  @Test(arguments: ["%ff", "a%E9%99"])
  func whatIsNotUTF8IsNoText(_ text: String) { #expect(PercentText.decoded(text[...]) == nil) }
}
