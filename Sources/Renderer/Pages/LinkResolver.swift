import Diagnostics
import Disclosure
import Markdown
import Synchronization

/// Turns links between files of the site into links between pages.
struct LinkResolver: Sendable {
  /// The address of the page on which a published file's text stands.
  private let pages: [String: String]
  /// The files below `content/files/`.
  private let files: Set<String>

  init(_ column: PublishedColumn, files: Set<String>) {
    var pages: [String: String] = [:]
    for item in column.items {
      let address = item.proposal.key.address
      for answer in item.answers {
        for reply in answer.replies { pages[reply.source.file] = address }
      }
    }
    for document in column.documents { pages[document.source.file] = document.address }
    self.pages = pages
    self.files = files
  }

  /// What a link in the text of `source` becomes on the page at `address`; files that it leads to are added to `used`.
  func resolve(
    _ destination: String, in source: NarrativeSource, at place: Place, page address: String, used: inout Set<String>
  ) throws(Diagnostic) -> String {
    if isComplete(destination) { return destination }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count == 2 ? "#" + parts[1] : ""
    guard let path = PercentText.decoded(parts[0]), !path.hasPrefix("/"),
      let target = Address.resolve(path, from: source.file)
    else {
      throw Diagnostic(
        .error, "link/path", at: place, "链接“\(destination)”不是站点里的相对路径",
        hint: "写相对于本文件的路径，例如 ../jianyi-2024/0216.md；外部网址写全 https://")
    }
    if let page = pages[target] { return Address.root(of: address) + PercentText.encoded(path: page) + fragment }
    let prefix = "content/files/"
    if target.hasPrefix(prefix), let index = files.firstIndex(of: String(target.dropFirst(prefix.count))) {
      // As the file is written, which may differ from the link in what Unicode holds to be the same.
      let file = files[index]
      used.insert(file)
      return Address.root(of: address) + "files/" + PercentText.encoded(path: file)
    }
    if target.hasSuffix(".md") {
      throw Diagnostic(
        .error, "link/not-published", at: place, "链接指向的“\(target)”没有公开，或不存在",
        hint: nearestName(to: target, among: pages.keys.sorted()).map { "是不是“\($0)”？未公开的文件不能链接" }
          ?? "删去这个链接，或改为已公开的文件")
    }
    throw Diagnostic(
      .error, "link/missing", at: place, "链接指向的“\(target)”不存在", hint: "附件放到 content/files/ 下，链接写相对于本文件的路径")
  }

  /// Refuses a picture of another site: who looks at a page asks nobody else for anything.
  func checkOrigin(of picture: Link) throws(Diagnostic) {
    guard isComplete(picture.destination) else { return }
    throw Diagnostic(
      .error, "link/picture", at: picture.place, "图片“\(picture.destination)”不是站点里的文件",
      hint: "把图片放到 content/files/ 下，写相对于本文件的路径")
  }

  private func isComplete(_ destination: String) -> Bool { destination.hasPrefix("#") || hasScheme(destination) }

  private func hasScheme(_ destination: String) -> Bool {
    guard let colon = destination.firstIndex(of: ":") else { return false }
    return destination[..<colon].utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }
  }
}
