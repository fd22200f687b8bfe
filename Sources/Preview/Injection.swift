/// Adds the preview's script to a page on its way to the browser. The column itself has nothing of it.
enum Injection {
  static let scriptPath = RequestHandler.workbenchPath + "preview.js"
  /// In bytes: the body's end is this near to that of the page.
  private static let tail = 1 << 10

  static func page(_ html: [UInt8], _ part: Showing.Part, version: String) -> [UInt8] {
    let script = "<script src=\"\(scriptPath)\" data-part=\"\(part.rawValue)\" data-version=\"\(version)\"></script>\n"
    var html = ContentPolicy.allowing(html)
    // Behind the end of the document a script is read all the same.
    let end = html.suffix(tail).ranges(of: Array("</body>".utf8)).last?.lowerBound ?? html.endIndex
    html.insert(contentsOf: script.utf8, at: end)
    return html
  }
}
