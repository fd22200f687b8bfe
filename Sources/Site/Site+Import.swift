import Diagnostics
import Glibc
import Import
import Loader
import Proofreading
import Workers

extension Site {
  /// Makes files of `content/` out of Word letters and ledgers, all of them or, with any error, none; never in the place
  /// of a file that is there.
  ///
  /// - Parameters:
  ///   - names: of files; a folder stands for the Word files in it.
  ///   - isSuggesting: whether nothing is written and the repairs of scanned text are shown instead; Markdown files may be
  ///     among the files then.
  package func importing(_ names: [String], isSuggesting: Bool) -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let loader = try Loader(site: folder, workers: options.workers)
      let importer = Importer(sheets: loader.ledgerSheets)
      let files = names.flatMap { Self.files(named: $0, reporting: &report.diagnostics) }
      options.progress.begin(steps: files.count)
      let outcomes = parallelMap(files, workers: options.workers) { file in
        defer { options.progress.advance() }
        return Self.product(of: file, importer, isSuggesting: isSuggesting)
      }
      var products: [Importer.Product] = []
      for (file, (product, found)) in zip(files, outcomes) {
        report.diagnostics.add(contentsOf: found)
        // Said once: without pandoc no letter can be read.
        if found.contains(where: { $0.rule == "import/no-pandoc" }) { break }
        guard var product else { continue }
        // The same number in the other kind, or of another unit: which row is meant stands in the letter's head.
        let base = product.path
        var copies = 1
        while base.hasSuffix(".md"), products.contains(where: { $0.path == product.path }) {
          copies += 1
          product.path = base.dropLast(".md".count) + "-\(copies).md"
        }
        let isTaken = products.contains { $0.path == product.path } || loader.contains(product.path)
        if isTaken, !isSuggesting {
          report.diagnostics.error(
            "import/exists", at: Place(file), "要写的 \(product.path) 已经有了，没有改动它",
            hint: "原来的不要了，先把它移走；两件都要的，给其中一个改名，再导入")
        }
        products.append(product)
      }
      guard report.judge(by: options) else { return report }
      if isSuggesting {
        report.suggestions = products.compactMap(Self.suggestion)
      } else {
        try loader.folder.createFiles(products.map { ($0.path, $0.text) })
        report.imported = products.map(\.path)
      }
    } catch {
      report.diagnostics.add(error)
    }
    return report
  }

  /// The file of that name, or the Word files in the folder of that name, those of folders below it left out.
  private static func files(named name: String, reporting diagnostics: inout Diagnostics) -> [String] {
    var status = stat()
    guard stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      let folder = diagnostics.collect(try ContentFolder(site: name))
    else { return [name] }
    var found = Diagnostics()
    let files = folder.entries(of: ".", reporting: &found).files.map { String($0.dropFirst("./".count)) }
    diagnostics.add(contentsOf: found.list.map { $0.moved { $0.inFolder(name) } })
    let (letters, others) = files.reduce(into: ([String](), [String]())) { parts, file in
      if file.lowercased().hasSuffix(".docx") { parts.0.append(file) } else { parts.1.append(file) }
    }
    if letters.isEmpty {
      diagnostics.error(
        "import/format", at: Place(name), "这个文件夹里没有 Word 文件（.docx）",
        hint: "写文件所在的文件夹，不看里面的文件夹；.doc、.wps、.rtf 先用 Word 或 WPS 另存为 .docx；台账写明文件名")
    } else if !others.isEmpty {
      let list = others.prefix(10).joined(separator: "、") + (others.count > 10 ? "等 \(others.count) 个文件" : "")
      diagnostics.warning(
        "import/dropped", at: Place(name), "没有导入：\(list)",
        hint: "文件夹里只导入 .docx；.doc、.wps、.rtf 先用 Word 或 WPS 另存为 .docx；台账写明文件名再导入")
    }
    return letters.map { name.hasSuffix("/") ? name + $0 : "\(name)/\($0)" }
  }

  /// What a file becomes, and what is to be said of it.
  private static func product(
    of file: String, _ importer: Importer, isSuggesting: Bool
  ) -> (Importer.Product?, [Diagnostic]) {
    var diagnostics = Diagnostics()
    guard let bytes = diagnostics.collect(try read(file)) else { return (nil, diagnostics.list) }
    if isSuggesting, file.lowercased().hasSuffix(".md") { return (Importer.Product(path: file, text: bytes), []) }
    let product = importer.product(of: bytes, file: file, reporting: &diagnostics)
    return (product, diagnostics.list)
  }

  /// The bytes of a file wherever it is.
  private static func read(_ file: String) throws(Diagnostic) -> [UInt8] {
    let slash = file.lastIndex(of: "/")
    let above = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    do throws(Diagnostic) {
      return try ContentFolder(site: above).readFile(slash.map { String(file[file.index(after: $0)...]) } ?? file)
    } catch {
      var fault = error
      fault.place.file = file
      throw fault
    }
  }

  /// The repairs of a text's tears as a diff; `nil` when it has none.
  private static func suggestion(_ product: Importer.Product) -> String? {
    guard let repaired = Proofreader().repaired(product.text[...]) else { return nil }
    return UnifiedDiff.text(of: product.path, before: product.text, after: repaired)
  }
}
