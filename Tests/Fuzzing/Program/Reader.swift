import Diagnostics
import Disclosure
import Loader
import Markdown
import OfficeSamples
import Site
import Templates

/// A way into the program for bytes that people wrote.
enum Reader: String, CaseIterable {
  case csv, xlsx, yaml, json
  case settings
  case frontMatter = "front-matter"
  case markdown
  case template
  /// What another body has published, and the pages and data files on which it stands.
  case body
  /// All that a narrative goes through, from its file to its page.
  case narrative
  /// Breaks on purpose, to show that breaking is noticed.
  case planted

  static let real = allCases.filter { $0 != .planted }

  /// Makes what all inputs share, so that the first one is not blamed for it.
  func warmUp() {
    if [.narrative, .body].contains(self) { _ = Publishing.shared } else { _ = Settings.column }
  }

  /// What is wrong with the bytes.
  @discardableResult
  func read(_ bytes: [UInt8]) -> [Diagnostic] {
    var diagnostics = Diagnostics()
    do throws(Diagnostic) {
      switch self {
      case .csv: readLedger(bytes, .csv, reporting: &diagnostics)
      case .xlsx: readWorkbook(bytes, reporting: &diagnostics)
      case .yaml: readLedger(bytes, .yaml, reporting: &diagnostics)
      case .json: readLedger(bytes, .json, reporting: &diagnostics)
      case .settings: try readSettings(bytes, reporting: &diagnostics)
      case .frontMatter: try readFrontMatter(bytes, reporting: &diagnostics)
      case .markdown: render(bytes, reporting: &diagnostics)
      case .template: try readTemplate(bytes)
      case .body: readBody(bytes, reporting: &diagnostics)
      case .narrative: try NarrativeWay.go(bytes, reporting: &diagnostics)
      case .planted: Planted.read(bytes)
      }
    } catch {
      diagnostics.add(error)
    }
    for diagnostic in diagnostics.sorted { _ = DiagnosticText.text(of: diagnostic, inColor: false) }
    var output: [UInt8] = []
    DiagnosticJSON.write(diagnostics.list, into: &output)
    precondition(String(validating: output, as: UTF8.self) != nil, "diagnostics that are no UTF-8")
    return diagnostics.list
  }

  private func readLedger(
    _ bytes: [UInt8], _ format: LedgerReader.Format, reporting diagnostics: inout Diagnostics
  ) {
    let records = RecordReader(column: Settings.column)
    LedgerReader(.records).read(bytes, format, file: "a", reporting: &diagnostics) { row, diagnostics in
      diagnostics.add(contentsOf: row.map { records.read($0).diagnostics } ?? [])
    }
  }

  /// A worksheet; behind one U+001E the texts that its cells share, behind another one the styles.
  private func readWorkbook(_ bytes: [UInt8], reporting diagnostics: inout Diagnostics) {
    let pieces = bytes.split(separator: 0x1E, maxSplits: 2, omittingEmptySubsequences: false)
    let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    let parts = SampleWorkbook([]).parts.map { part in
      let index = names.firstIndex(of: part.name)
      return (part.name, index.flatMap { $0 < pieces.count ? Array(pieces[$0]) : nil } ?? Array(part.text.utf8))
    }
    readLedger(SampleArchive.of(parts), .xlsx, reporting: &diagnostics)
  }

  private func readSettings(_ bytes: [UInt8], reporting diagnostics: inout Diagnostics) throws(Diagnostic) {
    let text = try TextDecoding.decode(bytes, file: "a").bytes
    guard let root = try YAMLReader.read(text[...], file: "a") else { return }
    var reader = SettingsReader(root)
    _ = reader.read()
    diagnostics.add(contentsOf: reader.diagnostics.list)
  }

  private func readFrontMatter(_ bytes: [UInt8], reporting diagnostics: inout Diagnostics) throws(Diagnostic) {
    let file = try NarrativeFile(path: "content/replies/a.md", bytes: bytes)
    diagnostics.add(contentsOf: file.remarks)
    if NarrativeWay.isLetter(bytes) {
      _ = try ReplyFile(file, reporting: &diagnostics)
    } else {
      _ = try DocumentFile.document(file, column: Settings.column, reporting: &diagnostics)
    }
  }

  private func render(_ bytes: [UInt8], reporting diagnostics: inout Diagnostics) {
    guard let text = diagnostics.collect(try TextDecoding.decode(bytes, file: "a").bytes) else { return }
    let fragments = ["<b>0</b>", "<table></table>"]
    let document = MarkdownRenderer().render(text, at: Place("a"), fragments: fragments, into: &diagnostics) {
      $0.destination
    }
    guard let document else { return }
    let page = document.html.lowercased()
    for danger in ["<script", "<iframe", "=\"javascript:", "=\"vbscript:"] {
      precondition(!page.contains(danger), "dangerous HTML")
    }
    _ = document.plainText
  }

  /// The template, and behind a U+001E its data, if not the usual one.
  private func readTemplate(_ bytes: [UInt8]) throws(Diagnostic) {
    let parts = bytes.split(separator: 0x1E, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
    let template = String(decoding: try TextDecoding.decode(parts[0], file: "main.html").bytes, as: UTF8.self)
    let data = parts.count > 1 ? try TextDecoding.decode(parts[1], file: "a.json").bytes : Self.data
    guard case .record(let record) = try Value(JSONReader.read(data, file: "a.json"), in: "a.json") else { return }
    let compiler = Compiler(TemplateSources(Self.library.merging(["main.html": template]) { $1 }))
    let escaping: Escaping = bytes.count.isMultiple(of: 2) ? .html : .markdown
    _ = try? compiler.compile("main.html", data: .record(record.shape), escaping: escaping)
    var output = TemplateOutput()
    try compiler.compile("main.html", escaping: escaping).render(record, into: &output)
  }

  /// A body's figures; behind a U+001E what its column says of itself, if not the usual.
  private func readBody(_ bytes: [UInt8], reporting diagnostics: inout Diagnostics) {
    let parts = bytes.split(separator: 0x1E, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
    do throws(BodyReader.Fault) {
      let package = parts.count > 1 ? parts[1] : Corpus.dataPackage
      let data = try BodyReader.data(package: package, figures: parts[0], in: "a")
      let bodies = ["甲", "乙"].map { Body(name: $0, content: .success(data)) }
      let catalogue = Catalogue(
        column: Settings.column, proposals: [], documents: [], bodies: bodies, files: [:], rejected: 0,
        areRepliesComplete: false)
      let pages = Publishing.shared.pages(of: catalogue, [], reporting: &diagnostics) { page, _ in
        page.address.hasPrefix("huizong/") || page.address.hasPrefix("data/bodies")
      }
      for (address, page) in pages where address.hasSuffix(".json") {
        precondition((try? JSONReader.read(page, file: address)) != nil, "data that is no JSON")
      }
    } catch {
      diagnostics.error("body/\(error.kind)", at: Place("a"), error.detail)
    }
  }

  private static let data = Array(
    #"{"a": 1, "b": 2.5, "n": 7, "标题": "提<案>", "l": [3, 1, 2], "r": {"a": [{"b": null}], "名": "甲"}, "真": true}"#.utf8)

  private static let library = [
    "base.html": "{% block a %}甲{% endblock %}{% block b %}{{ n }}{% endblock %}", "part.html": "{{ a }}{{ x }}",
    "macros.html": "{% macro f(a, b=1) %}{{ a }}{% if b %}{{ f(a, 0) }}{% endif %}{% endmacro %}{% set k = 3 %}",
  ]
}

/// The demonstration's settings.
enum Settings {
  static let column: Column = {
    do throws(Diagnostic) {
      guard let root = try YAMLReader.read(Array(Corpus.text("content/site.yaml").utf8)[...], file: "site.yaml") else {
        fatalError("no settings")
      }
      var reader = SettingsReader(root)
      return reader.read()
    } catch {
      fatalError("\(error)")
    }
  }()
}
