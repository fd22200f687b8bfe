import Foundation
import Testing

@testable import Preview

@Suite struct SiteFolderTests {
  @Test func sendsWhatLiesInTheSiteOnly() throws {
    let playground = try Playground()
    try playground.write("外面", to: "outside.txt")
    try playground.write("外面", to: "site-2/a.txt")
    try playground.write("里面", to: "site/content/files/附件.txt")
    try playground.makeFolder("site/folder")
    try playground.link("site/inner.txt", to: "content/files/附件.txt")
    try playground.link("site/outer.txt", to: "../outside.txt")
    try playground.link("site/outer", to: "..")
    try playground.link("site/loop", to: "loop")
    try playground.link("site/device", to: "/dev/zero")
    #expect(mkfifo(playground.path + "/site/pipe", 0o644) == 0)
    try playground.link("linked", to: "site")

    for root in ["site", "site/", "linked"] {
      let site = SiteFolder(playground.path + "/" + root)
      #expect(site.bytes(of: "content/files/附件.txt") == Array("里面".utf8))
      #expect(site.bytes(of: "inner.txt") == Array("里面".utf8))
      for path in [
        "outer.txt", "outer/outside.txt", "../outside.txt", "../site-2/a.txt", "loop", "device", "pipe", "folder", "",
        "nothing",
      ] { #expect(site.bytes(of: path) == nil, "\(path)") }
    }
    #expect(SiteFolder("/").bytes(of: String(playground.path.dropFirst()) + "/outside.txt") != nil)
  }
}
