import Testing

@testable import Preview

@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", ""), ("/index.html", "index.html"), ("/a/b/", "a/b/"), ("/%E9%99%84%E4%BB%B6.txt", "附件.txt"),
    ("/a%20b", "a b"), ("/a%2Fb", "a/b"), ("/...", "..."), ("/100%25", "100%"),
  ])
  func means(_ target: String, _ file: String) { #expect(RequestPath.file(target) == file) }

  @Test(arguments: [
    "", "index.html", "http://127.0.0.1/index.html", "*", "/..", "/../a", "/a/../b", "/%2e%2e/a", "/.%2E/a",
    "/a%2F..%2Fb", "/./a", "//a", "/a//b", "/%2Fa", "/a%00b", "/a%0d%0ab", "/a\\b", "/a%5Cb", "/%", "/%4", "/%zz",
    "/%+f",
    "/%ff", "/a%7F",
  ])
  func refuses(_ target: String) { #expect(RequestPath.file(target) == nil) }
}

@Suite struct ContentTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("assets/search.js", "text/javascript; charset=utf-8"),
    ("feed.xml", "application/xml; charset=utf-8"), ("assets/icon.svg", "image/svg+xml; charset=utf-8"),
    ("data/records.json", "application/json"), ("files/统计表.XLSX", ContentType.type(of: "a.xlsx")),
    ("search/0/g/0f3.bin", "application/octet-stream"), ("files/html", "application/octet-stream"),
    ("a.html/b", "application/octet-stream"),
  ])
  func types(_ path: String, _ type: String) { #expect(ContentType.type(of: path) == type) }
}
