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
  package static func render(_ template: String, data: String, templates folder: String?) throws(Diagnostic) -> [UInt8] {
    let (templateFolder, templateName) = split(template)
    let library = try ContentFolder(site: folder ?? templateFolder)
    let text = try text(of: templateName, in: ContentFolder(site: templateFolder), shown: template)
    let (dataFolder, dataName) = split(data)
    let bytes = try TextDecoding.decode(ContentFolder(site: dataFolder).readFile(dataName), file: data).bytes
    guard case .record(let record) = Value(try JSONReader.read(bytes, file: data)) else {
      throw Diagnostic(.error, "value/type", at: Place(data, line: 1), "数据应是一个 JSON 对象", hint: "写成 {\"名称\": 值, …}")
    }
    let compiler = TemplateCompiler(lookUp: library, main: (templateName, text))
    var output: [UInt8] = []
    try compiler.compile(templateName, data: record.shape).render(record, into: &output)
    return output
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
