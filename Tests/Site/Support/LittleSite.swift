import Diagnostics
import Disclosure
import Foundation
import Output
import Site

/// A site of a few files in a folder of its own, removed when the value goes.
final class LittleSite {
  let folder: URL

  /// The smallest site that publishes one reply; `changes` replaces its files, or removes those that become `nil`.
  ///
  /// - Parameter bringsTemplates: whether all templates are among the changes.
  init(_ changes: [String: String?] = [:], bringsTemplates: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fuwen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if !bringsTemplates {
      try FileManager.default.copyItem(at: Self.templates, to: folder.appending(path: "templates"))
    }
    for (path, text) in Self.standard { try write(text, to: path) }
    try change(changes)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let templates = repository.appending(path: "templates")

  var path: String { folder.path(percentEncoded: false) }

  /// Replaces files, or removes those that become `nil`.
  func change(_ changes: [String: String?]) throws {
    for (path, text) in changes {
      if let text { try write(text, to: path) } else if exists(path) { try remove(path) }
    }
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: self.path + "/" + path) }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  func link(_ file: String, to destination: String) throws {
    let path = path + "/" + file
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
  }

  func build(
    into output: String = "public", asOf: String? = nil, workers: Int = 2, strict: Bool = false,
    mode: Publication.Mode = .write
  ) -> Report {
    let options = Options(asOf: asOf.flatMap(CalendarDate.init(text:)), workers: workers, isStrict: strict)
    return Site(path, options: options).build(into: path + "/" + output, mode: mode)
  }

  func check(strict: Bool = false, isMending: Bool = false) -> Report {
    Site(path, options: Options(workers: 2, isStrict: strict)).check(isMending: isMending)
  }

  func verify(_ output: String = "public") -> Report {
    Site(path, options: Options(workers: 2)).verify(path + "/" + output)
  }

  func stats(_ query: FigureQuery = FigureQuery(), as format: FigureFormat = .json) -> Report {
    Site(path, options: Options(workers: 2)).figures(query, as: format).report
  }

  /// The published files by path.
  func output() throws -> [String: Data] {
    let root = folder.appending(path: "public")
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false)) {
      let file = root.appending(path: name)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }

  func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  func page(_ address: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: "public/" + address)), as: UTF8.self)
  }

  // MARK: - The standard site

  static let settings = """
    站点名称: 示例省人民政府
    网址: https://www.example.gov.cn/zwgk/jyta/
    网站标识码: "9900000001"
    专栏名称: 办理结果公开
    专栏说明: 公开建议提案的办理结果。
    专栏关键词: [建议, 提案, 办理结果]
    主办单位: 示例省人民政府办公厅
    承办单位:
      - {名称: 示例省教育厅, 代码: jyt, 别名: [省教育厅]}
      - {名称: 示例省水利厅, 代码: slt}
    截至日期: 2024-12-31

    """

  static let header =
    "类型,届次,年份,编号,标题,提出人,承办单位,承办方式,交办日期,答复日期,答复类别,公开方式,公开日期,联系电话"
  static let row =
    "建议,省十四届人大二次会议,2024,0216,关于加装电梯的建议,赵甲,示例省教育厅,主办,2024-02-20,2024-05-20,A,主动公开,2024-05-28,0999-80000001"

  static let reply = """
    ---
    编号: "0216"
    主送: 赵甲代表
    成文日期: 2024-05-20
    ---
    您提出的建议收悉。现答复如下：

    ## 一、工作情况

    **抓制度完善。**制定了办法。

    """

  private static let standard = [
    "content/site.yaml": settings, "content/records/2024.csv": header + "\n" + row + "\n",
    "content/replies/0216.md": reply,
  ]
}
