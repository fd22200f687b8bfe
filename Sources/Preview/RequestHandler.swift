import Diagnostics

/// Answers requests: from the column, from the workbench, and with what the preview itself needs.
package struct RequestHandler: Sendable {
  /// Below it is what no column has.
  static let workbenchPath = "/_fuwen/"

  struct Request {
    let method: String
    /// As it came, without what follows a question mark.
    let path: String
    let host: String?
  }

  struct Answer {
    enum Body {
      case bytes([UInt8])
      case events(AsyncStream<[UInt8]>)
    }

    var status = 200
    var type = "text/plain; charset=utf-8"
    /// Where to go instead.
    var location: String?
    var body: Body
  }

  private let showing: Showing
  private let site: SiteFolder

  package init(showing: Showing, site: SiteFolder) {
    self.showing = showing
    self.site = site
  }

  func answer(_ request: Request) -> Answer {
    guard Self.isOwn(request.host) else {
      // A page elsewhere whose name was made to mean this computer (DNS rebinding).
      return refusal(403, "只接受发给本机的请求，请用 http://127.0.0.1 打开")
    }
    guard ["GET", "HEAD"].contains(request.method) else { return refusal(405, "这里只能看，不能改") }
    // Asked before the pages are: one that is older than it says would never be loaded anew.
    let versions = showing.versions
    guard let path = RequestPath.file(request.path) else { return missing(versions) }
    if path == Injection.scriptPath.dropFirst() {
      return Answer(type: ContentType.type(of: path), body: .bytes(Array(PreviewScript.text.utf8)))
    }
    let workbench = Self.workbenchPath.dropFirst()
    if path == workbench + "events" { return Answer(type: "text/event-stream", body: .events(showing.events())) }
    if path.hasPrefix(workbench) {
      return find(String(path.dropFirst(workbench.count)), .workbench, versions, below: Self.workbenchPath)
        ?? missing(versions)
    }
    return find(path, .column, versions, below: "/") ?? inAddress(of: path, versions) ?? missing(versions)
  }

  private static func isOwn(_ host: String?) -> Bool {
    guard let host else { return false }
    let name = host.replacing(/:[0-9]+$/, with: "").lowercased()
    return ["127.0.0.1", "localhost", "[::1]"].contains(name)
  }

  /// What is meant by a path as it is on the column's own host.
  private func inAddress(of path: String, _ versions: Showing.Versions) -> Answer? {
    guard let address = showing.columnPath?.dropFirst(), !address.isEmpty, path.hasPrefix(address) else { return nil }
    return find(String(path.dropFirst(address.count)), .column, versions, below: "/" + address)
  }

  /// The file, or the index of the folder, at a path of that part of what is shown.
  private func find(_ path: String, _ part: Showing.Part, _ versions: Showing.Versions, below root: String) -> Answer? {
    do throws(Diagnostic) {
      let isFolder = path.isEmpty || path.hasSuffix("/")
      let file = isFolder ? path + "index.html" : path
      if let content = try content(of: file, part) { return answer(content, file, part, versions) }
      guard !isFolder, try content(of: path + "/index.html", part) != nil else { return nil }
      return Answer(status: 302, location: root + path + "/", body: .bytes([]))
    } catch {
      return messages(versions)
    }
  }

  private func content(of file: String, _ part: Showing.Part) throws(Diagnostic) -> Content? {
    part == .column ? try showing.file(file) : try showing.workbenchFile(file)
  }

  private func answer(
    _ content: Content, _ file: String, _ part: Showing.Part, _ versions: Showing.Versions, status: Int = 200
  ) -> Answer? {
    switch content {
    case .made(let bytes):
      let bytes = ContentType.isHTML(file) ? Injection.page(bytes, part, version: versions[part]) : bytes
      return Answer(status: status, type: ContentType.type(of: file), body: .bytes(bytes))
    case .copied(let path):
      return site.bytes(of: path).map { Answer(type: ContentType.type(of: file), body: .bytes($0)) }
    }
  }

  private func missing(_ versions: Showing.Versions) -> Answer {
    guard showing.columnPath != nil else { return messages(versions) }
    guard let page = try? showing.file("404.html"),
      let answer = answer(page, "404.html", .column, versions, status: 404)
    else {
      return refusal(404, "没有这个页面")
    }
    return answer
  }

  /// While there is no column.
  private func messages(_ versions: Showing.Versions) -> Answer {
    let heading = showing.hasLooked ? "专栏还显示不出来" : "正在读取内容……"
    let page = Injection.page(
      Answer.page(heading, "<noscript>\(showing.panel)</noscript>"), .column, version: versions[.column])
    return Answer(status: 503, type: ContentType.type(of: "index.html"), body: .bytes(page))
  }

  private func refusal(_ status: Int, _ text: String) -> Answer {
    Answer(status: status, body: .bytes(Array((text + "\n").utf8)))
  }
}

extension RequestHandler.Answer {
  /// To other users of this computer.
  static var toOthers: Self {
    let page = page(
      "这个预览只给运行它的人看",
      "<p>里面有尚未公开的内容。请用运行 fuwen serve 的账号登录这台电脑再打开；要给别人看，先生成专栏，再把 public 文件夹给他们。</p>")
    return Self(status: 403, type: ContentType.type(of: "index.html"), body: .bytes(page))
  }

  /// A page of the preview's own.
  fileprivate static func page(_ heading: String, _ content: String) -> [UInt8] {
    let html = """
      <!doctype html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>复文预览</title>
      </head>
      <body>
      <h1>\(heading)</h1>
      \(content)
      </body>
      </html>

      """
    return Array(html.utf8)
  }
}
