import Diagnostics
import Disclosure

/// Reads what a body published below `data/` of its column. That comes from outside: sizes are bounded, every value is
/// checked, and whatever is not as it must be keeps the whole body out, with a warning.
package struct BodyReader {
  static let figuresFile = "statistics.json"
  static let packageFile = "datapackage.json"

  let source: BodySource
  let site: ContentFolder

  /// The body, and what is wrong with it.
  func read() -> (body: Body, warning: Diagnostic?) {
    do throws(Fault) {
      let package = try bytes(of: Self.packageFile)
      let data = try Self.data(package: package, figures: try bytes(of: Self.figuresFile), in: source.folder)
      return (Body(name: source.name, content: .success(data)), nil)
    } catch {
      return (Body(name: source.name, content: .failure(error.kind)), warning(of: error))
    }
  }

  /// What keeps a body out.
  package struct Fault: Error {
    package let kind: Body.Fault
    /// For people: where, and what is wrong there.
    package let detail: String
  }

  private func warning(of fault: Fault) -> Diagnostic {
    let (rule, message, hint) =
      switch fault.kind {
      case .missing:
        ("body/missing", "取不到“\(source.name)”的数据", "核对“数据”写的文件夹：应是那个单位的专栏成品里的 data 文件夹")
      case .damaged:
        ("body/damaged", "“\(source.name)”的数据有损坏", "重新取一次；仍然有损坏的，请那个单位重新生成专栏")
      case .otherVersion:
        ("body/version", "“\(source.name)”的统计口径与这里不同，不能放在一起比较", "请各单位用同一版本的 Fuwen 重新生成专栏")
      }
    return Diagnostic(
      .warning, rule, at: source.place, "\(message)：\(fault.detail)", hint: hint + "。汇总页上写明这个单位没有列入")
  }

  private func bytes(of name: String) throws(Fault) -> [UInt8] {
    let path = source.folder + "/" + name
    do throws(Diagnostic) {
      let folder = try ContentFolder(site: source.folder.hasPrefix("/") ? source.folder : site.root + source.folder)
      let bytes = try folder.readFile(name)
      site.note(path, bytes)
      return bytes
    } catch {
      throw Fault(kind: .missing, detail: "\(path)：\(error.message)")
    }
  }

  // MARK: - What they say

  /// What two files say of a body.
  ///
  /// - Parameters:
  ///   - package: `datapackage.json`.
  ///   - figures: `statistics.json`.
  ///   - folder: where they lie, for messages.
  package static func data(package: [UInt8], figures: [UInt8], in folder: String) throws(Fault) -> Body.Data {
    let package = try root(of: package, at: folder + "/" + packageFile)
    let figures = try root(of: figures, at: folder + "/" + figuresFile)
    if let field = try sound({ () throws(Diagnostic) in try package.fieldDefinedOtherwise() }) {
      throw Fault(kind: .otherVersion, detail: "\(package.file) 里“\(field)”的定义不同")
    }
    return try sound { () throws(Diagnostic) in
      let asOf = try package.required("created").day()
      return Body.Data(
        title: try package.required("title").name(),
        address: try package.required("homepage").address(), asOf: asOf, figures: try figures.figures(asOf: asOf))
    }
  }

  private static func root(of bytes: [UInt8], at path: String) throws(Fault) -> PlacedNode {
    try sound { () throws(Diagnostic) in
      PlacedNode(try JSONReader.read(TextDecoding.decode(bytes, file: path).bytes, file: path), in: path)
    }
  }

  private static func sound<Value>(_ read: () throws(Diagnostic) -> Value) throws(Fault) -> Value {
    do throws(Diagnostic) {
      return try read()
    } catch {
      throw Fault(kind: .damaged, detail: "\(error.place)：\(error.message)")
    }
  }
}
