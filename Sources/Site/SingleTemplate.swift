import Diagnostics
import Loader
import Templates

/// `fuwen render`: one template with one JSON object.
package enum SingleTemplate {
  /// The output as UTF-8.
  ///
  /// - Parameters:
  ///   - template: the template's file.
  ///   - data: the JSON file.
  ///   - folder: where includes, parents and imports are looked up; `nil` is the template's own folder.
  package static func render(_ template: String, data: String, templates folder: String?) throws(Diagnostic) -> [UInt8]
  {
    let (templateFolder, templateName) = split(template)
    let text = try text(of: templateName, in: templateFolder)
    let library = try library(in: folder ?? templateFolder)
    let (dataFolder, dataName) = split(data)
    let bytes = try TextDecoding.decode(ContentFolder(site: dataFolder).readFile(dataName), file: data).bytes
    let root = try JSONReader.read(bytes, file: data)
    guard case .record(let record) = try Value(root, in: data) else {
      throw Diagnostic(
        .error, "value/type", at: Place(data, line: root.line, column: root.column), "数据应是一个 JSON 对象",
        hint: "写成 {\"名称\": 值, …}")
    }
    let sources = TemplateSources(names: library.names) { $0 == templateName ? text : library.text($0) }
    var output = TemplateOutput()
    do throws(Diagnostic) {
      try Compiler(sources).compile(templateName).render(record, into: &output)
    } catch {
      throw error.moved { $0.inFolder($0.file == templateName ? templateFolder : folder ?? templateFolder) }
    }
    return output.bytes
  }

  /// The templates in a folder, read when they are asked for.
  private static func library(in path: String) throws(Diagnostic) -> TemplateSources {
    let folder = try ContentFolder(site: path)
    var ignored = Diagnostics()
    let names = folder.files(in: ".", reporting: &ignored).map { String($0.dropFirst("./".count)) }
    return TemplateSources(names: names) { name in
      try? text(of: name, in: path)
    }
  }

  private static func text(of name: String, in folder: String) throws(Diagnostic) -> String {
    do throws(Diagnostic) {
      let bytes = try ContentFolder(site: folder).readFile(name)
      return String(decoding: try TextDecoding.decode(bytes, file: name).bytes, as: UTF8.self)
    } catch {
      throw error.moved { $0.inFolder(folder) }
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
