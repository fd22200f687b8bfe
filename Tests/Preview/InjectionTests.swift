import Testing

@testable import Preview

@Suite struct InjectionTests {
  private static let script = "<script src=\"/_fuwen/preview.js\" data-part=\"column\" data-version=\"1\"></script>\n"

  @Test(arguments: [
    ("<body>甲</body></html>", "<body>甲\(script)</body></html>"),
    ("<pre></body></pre></body>", "<pre></body></pre>\(script)</body>"), ("", script), ("甲", "甲" + script),
  ])
  func scriptIsLastInTheBody(_ page: String, _ sent: String) {
    let bytes = Injection.page(Array(page.utf8), .column, version: "1")
    #expect(String(decoding: bytes, as: UTF8.self) == sent)
  }

  @Test(arguments: [
    ("default-src 'self'", "default-src 'self'; script-src 'self'; connect-src 'self'"),
    (
      "default-src 'none'; script-src 'self'; connect-src 'self'",
      "default-src 'none'; script-src 'self'; connect-src 'self'"
    ),
    (
      "default-src 'none'; style-src 'self'",
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
    ),
    ("script-src 'none'; Connect-Src https://a.example", "script-src 'self'; Connect-Src https://a.example 'self'"),
    ("script-src *", "script-src *"), ("img-src 'none'", "img-src 'none'"), ("", ""), (" ; ", ""),
  ])
  func policy(_ written: String, _ sent: String) { #expect(ContentPolicy.allowing(policy: written[...]) == sent) }

  @Test(arguments: [
    (
      "<META content=\"default-src 'none'\" http-equiv=\"content-security-policy\"></head>",
      "<META content=\"default-src 'none'; script-src 'self'; connect-src 'self'\" http-equiv=\"content-security-policy\"></head>"
    ),
    (
      "<meta name=\"a\" content=\"script-src 'none'\"></head>", "<meta name=\"a\" content=\"script-src 'none'\"></head>"
    ),
    (
      "</head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">",
      "</head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">"
    ),
  ])
  func policyInTheHead(_ page: String, _ sent: String) {
    #expect(String(decoding: ContentPolicy.allowing(Array(page.utf8)), as: UTF8.self) == sent)
  }
}
