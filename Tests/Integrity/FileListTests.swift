import Testing

@testable import Integrity

@Suite struct FileListTests {
  private static let entries = ["index.html", "files/甲 乙.pdf", "files/a\\b.txt", "jianyi/sheng-14-2/0216.html"].map {
    FileList.Entry(path: $0, digest: Digest(of: Array($0.utf8)))
  }
  private static let mark = History().adding([History.Entry(day: "2024-01-01", letter: "a", event: .removed)]).mark

  @Test(arguments: [nil, mark]) func readsWhatItWrites(_ mark: History.Mark?) throws {
    let list = FileList(day: "2024-12-31", history: mark, entries: Self.entries)
    let read = try FileList(reading: list.text, named: "a")
    #expect(read.day == "2024-12-31" && read.history == mark)
    #expect(read.entries.map(\.path) == Self.entries.map(\.path))
    #expect(read.entries.map(\.digest) == Self.entries.map(\.digest))
    #expect(FileList.history(in: Array(list.text.prefix(1024))) == mark)
  }

  @Test func everyDamageShows() {
    let text = FileList(day: "2024-12-31", history: Self.mark, entries: Self.entries).text
    let body =
      text.count
      - String(decoding: text, as: UTF8.self).split(separator: "\n").dropFirst(4).reduce(0) {
        $0 + $1.utf8.count + 1
      }
    for index in text.indices where index >= body {
      var damaged = text
      damaged[index] ^= 1
      #expect((try? FileList(reading: damaged, named: "a")) == nil)
    }
    for count in [0, 10, body - 1, body, text.count - 1] {
      #expect((try? FileList(reading: Array(text.prefix(count)), named: "a")) == nil)
    }
  }

  private static let negative = "# 历史：-1 行，末行 \(String(repeating: "0", count: 64))\n"

  @Test(arguments: ["", "\n", "# 历史：", "a\nb\n# 历史：1 行，末行 x\n", "\u{FF}\n\n\n\n", "a\nb\n" + negative]) func noMark(
    _ text: String
  ) {
    #expect(FileList.history(in: Array(text.utf8)) == nil)
  }
}
