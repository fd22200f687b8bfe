import Diagnostics
import Foundation
import Testing

@testable import Preview

/// A column of a few pages, of which one cannot be made.
private func column(_ pages: [String: String], path: String = "/zwgk/jyta/", faulty: Set<String> = []) -> ShownColumn {
  ShownColumn(
    path: path,
    files: { (address) throws(Diagnostic) in
      if faulty.contains(address) { throw fault }
      return pages[address].map { address.hasPrefix("files/") ? .copied($0) : .made(Array($0.utf8)) }
    }, inspect: { [] })
}

private let fault = Diagnostic(.error, "a/b", at: Place("content/replies/1.md", line: 3), "写错了")
private let pages = [
  "index.html": "首页", "a/index.html": "甲", "a/b.html": "乙", "404.html": "没有", "data.json": "{}",
  "files/附件.txt": "附件.txt",
]

@Suite struct RequestHandlerTests {
  private let showing = Showing()

  private func ask(
    _ path: String, _ method: String = "GET", host: String? = "127.0.0.1:4321", site: String = "/nowhere"
  ) -> RequestHandler.Answer {
    RequestHandler(showing: showing, site: SiteFolder(site)).answer(
      RequestHandler.Request(method: method, path: path, host: host))
  }

  private func text(_ answer: RequestHandler.Answer) -> String {
    guard case .bytes(let bytes) = answer.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func show(_ shown: ShownColumn?, _ diagnostics: [Diagnostic] = [], workbench: Files? = nil) {
    showing.take(Look(column: shown, diagnostics: diagnostics, workbench: workbench))
  }

  @Test(arguments: [
    ("/", 200, "首页"), ("/index.html", 200, "首页"), ("/a/", 200, "甲"), ("/a/b.html", 200, "乙"), ("/data.json", 200, "{}"),
    ("/a/b", 404, "没有"), ("/a/b.html/", 404, "没有"), ("/%2e%2e/a", 404, "没有"), ("/_fuwen/", 404, "没有"),
    // As the page for wrong addresses links to it.
    ("/zwgk/jyta/", 200, "首页"), ("/zwgk/jyta/a/b.html", 200, "乙"), ("/zwgk/b.html", 404, "没有"),
  ])
  func finds(_ path: String, _ status: Int, _ beginning: String) {
    show(column(pages))
    let answer = ask(path)
    #expect(answer.status == status)
    #expect(text(answer).hasPrefix(beginning))
    #expect(text(answer).contains("<script") == (path != "/data.json"))
  }

  @Test(arguments: [("/a", "/a/"), ("/zwgk/jyta/a", "/zwgk/jyta/a/")])
  func foldersEndWithASlash(_ path: String, _ location: String) {
    show(column(pages))
    #expect(ask(path).status == 302)
    #expect(ask(path).location == location)
  }

  /// Or the browser would take the page of the column before for one of this column, and not load it anew.
  @Test(arguments: ["/", "/nothing"])
  func pageOfAColumnThatIsReplacedMeanwhileIsTooOld(path: String) throws {
    let replaced = ShownColumn(
      path: "/",
      files: { [showing] (address) throws(Diagnostic) in
        guard let page = pages[address] else { return nil }
        showing.take(Look(column: column(["index.html": "新"]), diagnostics: []))
        return .made(Array(page.utf8))
      }, inspect: { [] })
    show(replaced)
    let version = showing.versions.column
    #expect(text(ask(path)).contains("data-version=\"\(version)\"") && showing.versions.column != version)
  }

  /// The messages stand for the column: with another version than its own they would be loaded anew without end.
  @Test func messagesInPlaceOfAWorkbenchHaveTheColumnsVersion() {
    for _ in 0..<2 { show(nil, workbench: { (_) throws(Diagnostic) in throw fault }) }
    let answer = ask("/_fuwen/")
    #expect(answer.status == 503)
    #expect(text(answer).contains("data-part=\"column\" data-version=\"\(showing.versions.column)\""))
  }

  @Test func columnAtTheRootOfItsHost() {
    show(column(pages, path: "/"))
    #expect(ask("/a/b.html").status == 200)
    #expect(ask("/zwgk/jyta/a/b.html").status == 404)
  }

  @Test func filesAreSentAsTheyAre() throws {
    show(column(pages))
    let playground = try Playground()
    #expect(ask("/files/%E9%99%84%E4%BB%B6.txt", site: playground.path).status == 404)
    try playground.write("</body>", to: "附件.txt")
    let answer = ask("/files/%E9%99%84%E4%BB%B6.txt", site: playground.path)
    #expect(text(answer) == "</body>")
    #expect(answer.type == "text/plain; charset=utf-8")
  }

  @Test(arguments: [
    ("127.0.0.1", 200), ("localhost", 200), ("LOCALHOST:80", 200), ("[::1]:4321", 200), (nil, 403), ("", 403),
    ("evil.example", 403), ("127.0.0.1.evil.example", 403), ("localhost.:80", 403), ("evil.example#127.0.0.1", 403),
    ("127.0.0.1:80:80", 403),
  ])
  func host(_ host: String?, _ status: Int) {
    show(column(pages))
    #expect(ask("/", host: host).status == status)
    #expect(ask("/_fuwen/events", host: host).status == status)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"]) func onlyLooking(_ method: String) {
    show(column(pages))
    #expect(ask("/", method).status == 405)
  }

  @Test func pageWithTheMessagesAlone() {
    #expect(ask("/").status == 503 && text(ask("/")).contains("正在读取"))
    let before = showing.versions.column
    show(nil, [fault])
    #expect(showing.versions.column != before)
    let answer = ask("/a/b.html")
    #expect(answer.status == 503)
    for part in ["content/replies/1.md:3", "写错了", "preview.js"] { #expect(text(answer).contains(part), "\(part)") }
  }

  @Test func workbenchHasPagesOfItsOwn() {
    show(nil, [fault], workbench: { path in path == "index.html" ? .made(Array("工作台".utf8)) : nil })
    let page = text(ask("/_fuwen/"))
    #expect(page.hasPrefix("工作台") && page.contains("data-part=\"workbench\""))
    #expect(text(ask("/")).contains("<a href=\"/_fuwen/\">"))
  }
}

/// What browsers see as content comes and goes.
@Suite struct ShowingTests {
  private let showing = Showing()

  private func page(_ path: String = "index.html") -> String? {
    guard case .made(let bytes) = try? showing.file(path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func take(_ shown: ShownColumn?, _ diagnostics: [Diagnostic] = []) -> Look {
    let look = Look(column: shown, diagnostics: diagnostics)
    showing.take(look)
    return look
  }

  @Test func lastGoodColumnStaysWhileTheContentHasErrors() {
    let good = take(column(["index.html": "一"]))
    showing.conclude(good, found: [])
    let version = showing.versions.column
    _ = take(nil, [fault])
    #expect(page() == "一" && showing.versions.column == version && showing.panel.contains("写错了"))
    let mended = take(column(["index.html": "二"]))
    #expect(page() == "二" && showing.versions.column != version && showing.panel == "")
    showing.conclude(mended, found: [])
    #expect(page() == "二" && showing.panel == "")
  }

  @Test func columnIsTakenBackWhenOneOfItsPagesHasErrors() {
    let good = take(column(["index.html": "一", "a.html": "甲", "gone.html": "旧"]))
    showing.conclude(good, found: [])
    let bad = take(column(["index.html": "二"], faulty: ["a.html"]))
    // Until all pages are looked at, the new ones are shown, and the last good one for what cannot be made.
    #expect(page() == "二" && page("a.html") == "甲" && page("gone.html") == nil)
    let version = showing.versions.column
    showing.conclude(bad, found: [fault])
    #expect(page() == "一" && page("a.html") == "甲" && showing.versions.column != version)
    #expect(showing.panel.contains("写错了"))
  }

  /// Of a column whose pages were not all looked at, those are shown that can be made.
  @Test func columnThatWasNotLookedAtThroughIsGoodEnough() {
    showing.conclude(take(column(["index.html": "一", "a.html": "甲"])), found: [])
    _ = take(column(["index.html": "二"], faulty: ["a.html"]))
    showing.conclude(take(column(["index.html": "三"], faulty: ["a.html"])), found: [fault])
    #expect(page() == "二" && page("a.html") == "甲")
    _ = take(column(["index.html": "四"]))
    showing.conclude(take(column(["index.html": "五"], faulty: ["a.html"])), found: [fault])
    #expect(page() == "四")
  }

  @Test func firstColumnThatWasNotLookedAtThrough() {
    _ = take(column(["index.html": "一"]))
    showing.conclude(take(column(["index.html": "二"], faulty: ["a.html"])), found: [fault])
    #expect(page() == "一")
  }

  @Test func firstColumnWithErrorsIsNotShown() {
    let bad = take(column(["index.html": "一"], faulty: ["a.html"]))
    #expect(throws: Diagnostic.self) { try showing.file("a.html") }
    showing.conclude(bad, found: [fault])
    #expect(page() == nil && showing.columnPath == nil)
  }

  @Test func listenersHearTheStateAtOnceAndEachChange() async throws {
    var events = showing.events().makeAsyncIterator()
    func next() async throws -> String { String(decoding: try #require(await events.next()), as: UTF8.self) }
    #expect(try await next().contains("\"panel\": \"\""))
    _ = take(nil, [fault])
    let event = try await next()
    #expect(event.hasSuffix("\n\n") && event.contains("写错了") && event.split(separator: "\n").count == 2)
    // Whoever is slow hears the newest alone.
    _ = take(nil, [])
    _ = take(nil, [fault])
    #expect(try await next().contains("写错了"))
  }
}
