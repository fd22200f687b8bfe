import CTemplates
import Diagnostics
import Renderer
import Templates

/// The templates of the staff view, which the program carries in itself.
enum WorkbenchTemplates {
  private static let texts: [String: String] = {
    var texts = files(from: bundled_workbench())
    // The colours and sizes are those with which the stylesheet of columns begins.
    let columns = files(from: bundled_templates())["style.css"] ?? ""
    let variables = columns.firstRange(of: "/* 基础 */").map { columns[..<$0.lowerBound] } ?? ""
    texts["style.css"] = variables + (texts["style.css"] ?? "")
    return texts
  }()

  private static func files(from first: UnsafePointer<bundled_file>?) -> [String: String] {
    var texts: [String: String] = [:]
    var file = first
    while let path = file?.pointee.path, let text = file?.pointee.text {
      texts[String(String(cString: path).split(separator: "/").last ?? "")] = String(cString: text)
      file = file?.advanced(by: 1)
    }
    return texts
  }

  /// A page for one value, which the template sees as 页.
  static func render<Source>(
    _ template: String, _ source: Source, as schema: Schema<Source>
  ) throws(Diagnostic) -> [UInt8] {
    let shape = shape(of: template, schema)
    let program = try Compiler(TemplateSources(texts)).compile(template, data: .record(shape))
    var output = TemplateOutput()
    try program.render(Record(shape, [schema.record(source)]), into: &output)
    return output.bytes
  }

  static var stylesheet: [UInt8] { Array((texts["style.css"] ?? "").utf8) }

  /// Shapes are never freed: there is one for each template.
  private static let shapes = Dictionary(
    uniqueKeysWithValues: [
      ("overview.html", OverviewView.schema.shape), ("tables.html", TablesView.schema.shape),
      ("diagnostics.html", DiagnosticsView.schema.shape), ("audit.html", AuditView.schema.shape),
      ("approval.html", Approval.schema.shape),
    ].map { ($0, RecordShape([("页", Shape.record($1))])) })

  private static func shape<Source>(of template: String, _ schema: Schema<Source>) -> RecordShape {
    shapes[template] ?? RecordShape([("页", .record(schema.shape))])
  }
}
