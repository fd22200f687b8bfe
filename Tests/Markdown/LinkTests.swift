import Diagnostics
import Testing

@testable import Markdown

@Suite struct LinkTests {
  @Test func everyDestinationGoesThroughTheCaller() {
    let source = """
      [甲](../replies/1772.md) ![乙](/files/图.png) <https://a.b/?c&d>
      [丙][1] <e@f.cn> [丁](#节 "题") [戊]()

      [1]: <x y.md>
      """
    var seen: [Link] = []
    let rendering = Rendering(source, at: Place("content/a.md", line: 10)) { link throws(Diagnostic) in
      seen.append(link)
      return "→" + link.destination
    }
    let place = Place("content/a.md", line: 10)
    let next = Place("content/a.md", line: 11)
    #expect(
      seen == [
        Link(destination: "../replies/1772.md", isImage: false, place: place),
        Link(destination: "/files/图.png", isImage: true, place: place),
        Link(destination: "https://a.b/?c&d", isImage: false, place: place),
        Link(destination: "x y.md", isImage: false, place: next),
        Link(destination: "mailto:e@f.cn", isImage: false, place: next),
        Link(destination: "#节", isImage: false, place: next),
        Link(destination: "", isImage: false, place: next),
      ])
    #expect(rendering.html.hasPrefix("<p><a href=\"%E2%86%92../replies/1772.md\">甲</a> <img src=\"%E2%86%92/files/"))
    #expect(rendering.html.contains("<a href=\"%E2%86%92https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a>"))
    #expect(rendering.html.contains("<a href=\"%E2%86%92#%E8%8A%82\" title=\"题\">丁</a>"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "javascript\\:alert(1)", "data:text/html,a", "data:image/png;base64,a", "vbscript:a", "file:///etc/passwd",
    "ftp://a.b/", "blob:a", "x-a+b.c:d", "javascript:\u{301}a", "c:/a",
  ])
  func otherSchemesAreRefused(_ address: String) {
    for source in ["甲\n[乙](\(address))", "甲\n![乙](\(address))", "甲\n[乙]\n\n[乙]: \(address)"] {
      let errors = Rendering(source) { _ in "never" }.errors
      #expect(errors.map(\.rule) == ["markdown/link-scheme"])
      #expect(errors.first?.place.line == 2 || errors.first?.place.line == 4)
    }
  }

  @Test(arguments: ["java&Tab;script:a", "java&NewLine;script:a", "&#1;javascript:a", "a&#0127;:b\u{85}"])
  func controlCharactersAreRefused(_ address: String) {
    let errors = Rendering("[甲](\(address))").errors
    #expect(errors.map(\.rule) == ["markdown/link-control-character"])
  }

  @Test func aBlankBeforeASchemeDoesNotHideIt() {
    #expect(Rendering("[甲](&#32;javascript:a)").errors.map(\.rule) == ["markdown/link-scheme"])
  }

  @Test(arguments: [
    "http://a.b/", "HTTPS://a.b/", "mailto:a@b.cn", "tel:12345", "//a.b/c", "a/b:c", "?a:b", "#a:b", "附件：一", "12:30.md",
    "./javascript:a", "../replies/1772.md",
  ])
  func addressesThatPass(_ address: String) {
    var seen: [String] = []
    let errors = Rendering("[甲](\(address))") { link throws(Diagnostic) in
      seen.append(link.destination)
      return "x"
    }.errors
    #expect(errors == [] && seen == [address])
  }

  @Test func whatTheCallerThrowsIsPlacedOnTheDestination() {
    let source = "甲**乙。**丙[丁](x.md)，[戊](withheld.md)\n\n- 己\n  [庚][1] [辛](withheld.md \"题\")\n\n[1]: withheld2.md\n"
    let rendering = Rendering(source, at: Place("a.md", line: 5)) { link throws(Diagnostic) in
      if link.destination.hasPrefix("withheld") { throw Diagnostic(.error, "link/withheld", at: link.place, "x") }
      return link.destination
    }
    #expect(rendering.document == nil)
    #expect(
      rendering.errors.map(\.place) == [
        Place("a.md", line: 5, column: 23), Place("a.md", line: 10, column: 6), Place("a.md", line: 8, column: 14),
      ])
  }

  @Test func aPlaceOfTheCallersOwnIsKept() {
    let own = Place("site.yaml", line: 3)
    let rendering = Rendering("[甲](x)") { _ throws(Diagnostic) in throw Diagnostic(.error, "a/b", at: own, "x") }
    #expect(rendering.errors.map(\.place) == [own])
  }

  @Test(arguments: [("甲\n\n![](x.png)", 3, 5), ("![  ](x.png)", 1, 7), ("![**`` ` ``**](a) ![](b)", 1, 23)])
  func imagesNeedADescription(_ source: String, _ line: Int, _ column: Int) {
    let errors = Rendering(source).errors
    #expect(errors.map(\.rule) == ["markdown/image-without-text"])
    #expect(errors.first?.place == Place("a.md", line: line, column: column))
  }
}
