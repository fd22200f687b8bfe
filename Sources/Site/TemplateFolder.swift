import Diagnostics
import Loader

/// The files of `templates/`: texts to compile, and assets to copy.
struct TemplateFolder {
  /// The templates' texts by their paths below `templates/`.
  private(set) var texts: [String: String] = [:]
  /// Paths below `templates/assets/`.
  let assets: [String]

  init(in folder: ContentFolder, reporting diagnostics: inout Diagnostics) throws(Diagnostic) {
    assets = folder.files(in: "templates/assets", reporting: &diagnostics)
      .map { String($0.dropFirst("templates/assets/".count)) }
    for path in folder.files(in: "templates", suffixes: [".html"], reporting: &diagnostics) {
      guard let bytes = diagnostics.collect(try folder.readFile(path)),
        let text = diagnostics.collect(try TextDecoding.decode(bytes, file: path))
      else { continue }
      texts[String(path.dropFirst("templates/".count))] = String(decoding: text.bytes, as: UTF8.self)
    }
    if texts.isEmpty, !diagnostics.hasErrors {
      throw Diagnostic(
        .error, "file/missing", at: Place("templates"), "没有页面模板", hint: "从 Fuwen 自带的示例里取来 templates/ 文件夹，放在 content/ 旁边"
      )
    }
  }
}
