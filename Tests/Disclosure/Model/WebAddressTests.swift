import Disclosure
import Testing

@Suite("The column's address")
struct WebAddressTests {
  @Test(
    "reads absolute addresses",
    arguments: [
      ("https://www.example.gov.cn", "https://www.example.gov.cn/"),
      ("https://www.example.gov.cn/", "https://www.example.gov.cn/"),
      ("http://www.example.gov.cn/zwgk/jyta", "http://www.example.gov.cn/zwgk/jyta/"),
      ("https://www.example.gov.cn:8443/zwgk/jyta/", "https://www.example.gov.cn:8443/zwgk/jyta/"),
    ])
  func reading(_ text: String, _ whole: String) {
    #expect(WebAddress(text)?.text == whole)
  }

  @Test(
    "refuses the rest",
    arguments: [
      "", "www.example.gov.cn", "//www.example.gov.cn", "ftp://www.example.gov.cn/", "javascript://a.b/", "https://",
      "https:///a", "https://localhost/",
      "https://a.b/?q", "https://a.b/#c", "https://user@a.b/", "https://a.b/中文", "https://a.b/x y", "https://a.b/\"",
      "https://a.b/<", " https://a.b/",
      "https://a.b/..", "https://a.b/../c/", "https://a.b//c/", "https://.b/", "https://a./", "https://a..b/",
    ])
  func refusing(_ text: String) {
    #expect(WebAddress(text) == nil)
  }
}
