import Foundation
import Testing

@testable import Preview

@Suite struct WatcherTests {
  private let playground: Playground
  private let watcher: Watcher

  init() throws {
    playground = try Playground()
    for path in [
      "content/replies/0216.md", "content/replies/2024年/附件.md", "templates/base.html", "shared/a.md",
      "public/index.html",
    ] {
      try playground.write("旧", to: path)
    }
    try playground.link("content/linked", to: "../shared")
    try playground.link("content/one.md", to: "../shared/a.md")
    watcher = try Watcher(site: playground.path, folders: ["content", "templates"])
    #expect(watcher.renew() == nil)
  }

  private func notices(within time: Duration = .seconds(10), _ change: () throws -> Void) async rethrows -> Bool {
    let (answers, answer) = AsyncStream.makeStream(of: Bool.self)
    Task { [watcher] in
      await watcher.change {}
      answer.yield(true)
    }
    Task {
      try await Task.sleep(for: time)
      answer.yield(false)
    }
    try change()
    return await answers.first { _ in true } == true
  }

  private static let changes: [(String, @Sendable (Playground) throws -> Void)] = [
    ("written", { try $0.write("新", to: "content/replies/0216.md") }),
    ("Chinese name", { try $0.write("新", to: "content/replies/2024年/附件.md") }),
    ("template", { try $0.write("新", to: "templates/base.html") }),
    ("new file", { try $0.write("新", to: "content/新文件.md") }),
    ("removed", { try $0.remove("content/replies/0216.md") }),
    ("new folder", { try $0.makeFolder("content/replies/2025年") }),
    ("folder moved in", { try $0.move("public", to: "content/public") }),
    ("folder moved out", { try $0.move("content/replies", to: "replies") }),
    ("all content removed", { try $0.remove("content") }),
    ("behind a link to a folder", { try $0.write("新", to: "shared/b.md") }),
    ("behind a link to a file", { try $0.write("新", to: "shared/a.md") }),
    (
      "saved by renaming",
      {
        try $0.write("新", to: "content/replies/.0216.md.swp")
        try $0.move("content/replies/.0216.md.swp", to: "content/replies/0216.md")
      }
    ),
    ("rights", { #expect(chmod($0.path + "/content/replies/0216.md", 0o600) == 0) }),
  ]

  @Test(arguments: changes.indices) func notices(_ index: Int) async throws {
    let (name, change) = Self.changes[index]
    #expect(try await notices { try change(playground) }, "\(name)")
  }

  @Test(arguments: [
    "public/index.html", "content/replies/.0216.md.swp", "content/replies/0216.md~", "content/~$台账.xlsx", "other.txt",
  ])
  func passesOver(_ path: String) async throws {
    #expect(try await !notices(within: .milliseconds(300)) { try playground.write("新", to: path) })
  }

  @Test func readingIsNoChange() async throws {
    let read = { _ = try Data(contentsOf: playground.folder.appending(path: "content/replies/0216.md")) }
    #expect(try await !notices(within: .milliseconds(300)) { try read() })
  }

  @Test func seesWhatHappensInNewFolders() async throws {
    #expect(try await notices { try playground.makeFolder("content/replies/甲/乙") })
    #expect(watcher.renew() == nil)
    #expect(try await notices { try playground.write("新", to: "content/replies/甲/乙/丙.md") })
  }

  @Test func seesContentThatIsBack() async throws {
    #expect(try await notices { try playground.move("content", to: "away") })
    #expect(watcher.renew() == nil)
    #expect(try await notices { try playground.write("新", to: "content/replies/0216.md") })
    #expect(watcher.renew() == nil)
    #expect(try await notices { try playground.write("再", to: "content/replies/0216.md") })
  }

  @Test func seesSiteThatIsBack() async throws {
    #expect(try await notices { try playground.remove("") })
    #expect(watcher.renew() == nil)
    #expect(try await notices { try playground.write("新", to: "content/replies/0216.md") })
  }

  @Test func oneSavingIsOneChange() async throws {
    #expect(
      try await notices {
        for number in 0..<20 { try playground.write("\(number)", to: "content/replies/\(number).md") }
      })
    #expect(await !notices(within: .milliseconds(300)) {})
  }
}
