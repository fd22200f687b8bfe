import Diagnostics
import Import
import Loader
import Proofreading

extension Site {
  /// Makes files of `content/` out of Word letters and ledgers, all of them or, with any error, none; never in the place
  /// of a file that is there.
  ///
  /// - Parameter isSuggesting: whether nothing is written and the repairs of scanned text are shown instead; Markdown
  ///   files may be among the files then.
  package func importing(_ files: [String], isSuggesting: Bool) -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let loader = try Loader(site: folder, workers: options.workers)
      let importer = Importer(sheets: loader.ledgerSheets)
      var products: [Importer.Product] = []
      for file in files {
        guard let bytes = report.diagnostics.collect(try Self.read(file)) else { continue }
        if isSuggesting, file.lowercased().hasSuffix(".md") {
          products.append(Importer.Product(path: file, text: bytes))
          continue
        }
        guard let product = importer.product(of: bytes, file: file, reporting: &report.diagnostics) else { continue }
        let isTaken = products.contains { $0.path == product.path } || loader.contains(product.path)
        if isTaken, !isSuggesting {
          report.diagnostics.error(
            "import/exists", at: Place(file), "要写的 \(product.path) 已经有了，没有改动它",
            hint: "原来的不要了，先把它移走；两件都要的，给其中一个改名，再导入")
        }
        products.append(product)
      }
      guard !report.stops(options) else { return report }
      if isSuggesting {
        report.suggestions = products.compactMap(Self.suggestion)
      } else {
        for product in products { try loader.create(product.path, product.text) }
        report.imported = products.map(\.path)
      }
    } catch {
      report.diagnostics.add(error)
    }
    return report
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
