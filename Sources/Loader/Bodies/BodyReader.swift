import Diagnostics
import Disclosure

/// Reads what a body published below `data/` of its column. That comes from outside: sizes are bounded, every value is
/// checked, and whatever is not as it must be keeps the whole body out, with a warning.
struct BodyReader {
  static let figuresFile = "statistics.json"
  static let packageFile = "datapackage.json"

  let source: BodySource
  let site: ContentFolder

  /// The body, and what is wrong with it.
  func read() -> (body: Body, warning: Diagnostic?) {
    do throws(Fault) {
      return (Body(name: source.name, content: .success(try data())), nil)
    } catch {
      return (Body(name: source.name, content: .failure(error.kind)), warning(of: error))
    }
  }

  /// What keeps a body out.
  private struct Fault: Error {
    let kind: Body.Fault
    let detail: String
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

  // MARK: - Files

  private func data() throws(Fault) -> Body.Data {
    let package = try root(of: Self.packageFile)
    let figures = try root(of: Self.figuresFile)
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

  private func root(of name: String) throws(Fault) -> PlacedNode {
    let path = source.folder + "/" + name
    let bytes: [UInt8]
    do throws(Diagnostic) {
      let folder = try ContentFolder(site: source.folder.hasPrefix("/") ? source.folder : site.root + source.folder)
      bytes = try folder.readFile(name)
    } catch {
      throw Fault(kind: .missing, detail: "\(path)：\(error.message)")
    }
    site.note(path, bytes)
    return try sound { () throws(Diagnostic) in
      PlacedNode(try JSONReader.read(TextDecoding.decode(bytes, file: path).bytes, file: path), in: path)
    }
  }

  private func sound<Value>(_ read: () throws(Diagnostic) -> Value) throws(Fault) -> Value {
    do throws(Diagnostic) {
      return try read()
    } catch {
      throw Fault(kind: .damaged, detail: "\(error.place)：\(error.message)")
    }
  }
}
