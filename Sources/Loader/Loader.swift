import Diagnostics
import Disclosure
import Proofreading
import Workers

/// Reads `content/` into checked values; opens no other folder.
package struct Loader: Sendable {
  package let folder: ContentFolder
  let workers: Int

  /// - Parameter readings: takes down what is read.
  /// - Throws: when there is no readable site in the folder.
  package init(site: String, workers: Int, readings: Readings? = nil) throws(Diagnostic) {
    folder = try ContentFolder(site: site, readings: readings)
    self.workers = workers
    guard folder.contains(SettingsReader.file) else {
      throw Diagnostic(
        .error, "site/missing", at: Place(SettingsReader.file), "这里没有站点：找不到专栏设置",
        hint: "在站点文件夹（里面有 content/ 和 templates/）中运行，或用 --site 指明它在哪里")
    }
  }

  /// Everything in `content/`; `nil` when there are no settings to be read, without which nothing has a meaning.
  package func load() -> (catalogue: Catalogue?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    guard var column = settings(reporting: &diagnostics) else { return (nil, diagnostics.list) }
    let (letters, ledger) = parallel(workers: workers, replies) { [column] in self.ledger(column) }
    diagnostics.add(contentsOf: ledger.diagnostics)
    var rejected = ledger.rejected
    let isLedgerSound = !diagnostics.hasErrors
    diagnostics.add(contentsOf: letters.diagnostics)
    var matching = ReplyMatching(ledger.proposals, column: column)
    // A reply without a row is no news where the row itself has an error; nor is a row without a reply.
    matching.match(letters.files, reportingOrphans: isLedgerSound)
    diagnostics.add(contentsOf: matching.diagnostics.list)
    diagnostics.add(contentsOf: Proofreader.diagnostics(of: matching.proposals))
    let documents = documents(column, rejected: &rejected, reporting: &diagnostics)
    SummaryFacts.check(documents, against: matching.proposals, reporting: &diagnostics)
    let files = files(reporting: &diagnostics)
    reportUnread(to: &diagnostics)
    checkAttachments(of: matching.proposals, documents, in: files, reporting: &diagnostics)
    addTopicCodes(of: matching.proposals, to: &column, reporting: &diagnostics)
    if column.units.isOpen { checkUnitCodes(of: matching.proposals, reporting: &diagnostics) }
    let catalogue = Catalogue(
      column: column, proposals: matching.proposals, documents: documents,
      bodies: bodies(column.bodies, reporting: &diagnostics), files: files, rejected: rejected,
      areRepliesComplete: letters.areSound && !matching.diagnostics.hasErrors)
    return (catalogue, diagnostics.list)
  }

  /// The bytes of a narrative's text, decoded; for files that `load` found.
  package func text(of source: NarrativeSource) throws(Diagnostic) -> [UInt8] {
    let content = try folder.file(at: source.file)
    // What the gate let pass is the text that was there when it looked.
    guard content.state == source.state else { throw FileFault.changed(at: Place(source.file)) }
    return Array(try TextDecoding.decode(content.bytes, file: source.file).bytes.dropFirst(source.offset))
  }

  /// The bytes of the site's history at `path`, which may be longer than other files; `nil` where there is none.
  package func history(at path: String) throws(Diagnostic) -> [UInt8]? {
    folder.contains(path) ? try folder.readFile(path, upTo: .max) : nil
  }

  /// A file's bytes as they are.
  package func bytes(of path: String) throws(Diagnostic) -> [UInt8] { try folder.readFile(path) }

  /// 台账工作表, where the settings can be read.
  package var ledgerSheets: [String] {
    var diagnostics = Diagnostics()
    return settings(reporting: &diagnostics)?.ledgerSheets ?? []
  }

  /// Whether the column shows what others have published, and so is to be built after them.
  package var showsBodies: Bool {
    var diagnostics = Diagnostics()
    return settings(reporting: &diagnostics)?.bodies.isEmpty == false
  }

  /// Whether there is anything of that name.
  package func contains(_ path: String) -> Bool { folder.contains(path) }

  // MARK: - Settings

  private func settings(reporting diagnostics: inout Diagnostics) -> Column? {
    let file = SettingsReader.file
    guard let bytes = diagnostics.collect(try folder.readFile(file)),
      let text = diagnostics.collect(try TextDecoding.decode(bytes, file: file).bytes),
      let root = diagnostics.collect(try YAMLReader.read(text[...], file: file))
    else { return nil }
    guard let root else {
      diagnostics.error("site/empty", at: Place(file), "专栏设置是空的", hint: "写明站点名称、网址、网站标识码、专栏名称、专栏说明、专栏关键词、主办单位")
      return nil
    }
    var reader = SettingsReader(root)
    let column = reader.read()
    diagnostics.add(contentsOf: reader.diagnostics.list)
    return column
  }

  // MARK: - Ledger

  private func ledger(_ column: Column) -> (proposals: [Proposal], rejected: Int, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let records = RecordReader(column: column)
    let paths = folder.files(in: "content/records", reporting: &diagnostics)
    let ledgers = parallelMap(paths, workers: workers) { path in ledger(path, records, sheets: column.ledgerSheets) }
    var merge = ProposalMerge()
    var rejected = 0
    for ledger in ledgers {
      diagnostics.add(contentsOf: ledger.diagnostics.list)
      for record in ledger.records { merge.add(record) }
      rejected += ledger.rejected
    }
    diagnostics.add(contentsOf: merge.diagnostics)
    let proposals = merge.proposals
    let ranks = proposals.map { ProposalKey.Rank($0.key) }
    let order = proposals.indices.sorted { ranks[$0] < ranks[$1] }
    return (order.map { proposals[$0] }, rejected + merge.rejected, diagnostics.list)
  }

  /// What one file says.
  private struct Ledger: Sendable {
    var records: [Proposal] = []
    var rejected = 0
    var diagnostics = Diagnostics()
  }

  private func ledger(_ path: String, _ records: RecordReader, sheets: [String]) -> Ledger {
    var ledger = Ledger()
    guard let format = LedgerReader.Format(path: path) else {
      ledger.diagnostics.error(
        "ledger/format", at: Place(path), "不认识的台账格式",
        hint: "台账用 .xlsx、.csv、.tsv、.yaml 或 .json；.xls、.et、.ods 等表格请用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”；其他文件不要放在这里")
      return ledger
    }
    guard let bytes = ledger.diagnostics.collect(try folder.readFile(path)) else { return ledger }
    LedgerReader(.records, sheets: sheets).read(bytes, format, file: path, reporting: &ledger.diagnostics) {
      row, diagnostics in
      let result = row.map(records.read)
      diagnostics.add(contentsOf: result?.diagnostics ?? [])
      if let record = result?.record { ledger.records.append(record) } else { ledger.rejected += 1 }
    }
    return ledger
  }

  // MARK: - Narratives

  /// The Markdown files in a folder; others that lie there are reported.
  func narratives(
    in folder: String, reporting diagnostics: inout Diagnostics
  ) -> [String] {
    let files = self.folder.files(in: folder, reporting: &diagnostics)
    return files.filter { file in
      if file.utf8.suffix(3).elementsEqual(".md".utf8, by: { $0 | 0x20 == $1 }) { return true }
      diagnostics.add(UnreadFile.amongNarratives(file))
      return false
    }
  }

  private func replies() -> (files: [ReplyFile], areSound: Bool, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let paths = narratives(in: "content/replies", reporting: &diagnostics)
    let read = parallelMap(paths, workers: workers) { path in
      self.read(path) { (file, found) throws(Diagnostic) in try ReplyFile(file, reporting: &found) }
    }
    for (_, found) in read { diagnostics.add(contentsOf: found) }
    let files = read.compactMap(\.0)
    return (files, files.count == paths.count, diagnostics.list)
  }

  private func documents(
    _ column: Column, rejected: inout Int, reporting diagnostics: inout Diagnostics
  ) -> [Document] {
    var documents: [Document] = []
    for path in ["content/reports", "content/bulletins"].flatMap({ narratives(in: $0, reporting: &diagnostics) }) {
      let (document, found) = read(path) { (file, found) throws(Diagnostic) in
        try DocumentFile.document(file, column: column, reporting: &found)
      }
      diagnostics.add(contentsOf: found)
      if let document { documents.append(document) } else { rejected += 1 }
    }
    return documents.sorted { ($1.date, $0.source.file) < ($0.date, $1.source.file) }
  }

  /// What a narrative's file stands for, and what is wrong with it.
  private func read<Meaning>(
    _ path: String, _ interpret: (NarrativeFile, inout Diagnostics) throws(Diagnostic) -> Meaning
  ) -> (Meaning?, [Diagnostic]) {
    var found = Diagnostics()
    do throws(Diagnostic) {
      let content = try folder.file(at: path)
      let file = try NarrativeFile(path: path, bytes: content.bytes, state: content.state)
      found.add(contentsOf: file.remarks)
      return (try interpret(file, &found), found.list)
    } catch {
      found.add(error)
      return (nil, found.list)
    }
  }

  // MARK: - Bodies

  private func bodies(_ sources: [BodySource], reporting diagnostics: inout Diagnostics) -> [Body] {
    let read = parallelMap(sources, workers: workers) { BodyReader(source: $0, site: folder).read() }
    diagnostics.add(contentsOf: read.compactMap(\.warning))
    var columns: [WebAddress: String] = [:]
    for (source, body) in zip(sources, read.map(\.body)) {
      guard let address = body.data?.address, let twin = columns.updateValue(source.name, forKey: address) else {
        continue
      }
      diagnostics.error(
        "body/twice", at: source.place, "“\(source.name)”和“\(twin)”的数据是同一个专栏的（\(address.text)）",
        hint: "核对“数据”写的文件夹，同一个专栏只能列一次，否则合计会重复")
    }
    return read.map(\.body)
  }

  // MARK: - Files

  private func reportUnread(to diagnostics: inout Diagnostics) {
    let (files, folders) = folder.entries(of: "content", reporting: &diagnostics)
    diagnostics.add(contentsOf: files.compactMap(UnreadFile.inContent) + folders.compactMap(UnreadFile.folder))
  }

  private func files(reporting diagnostics: inout Diagnostics) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for path in folder.files(in: "content/files", reporting: &diagnostics) {
      // A link to the ledger or to a withheld letter would publish it.
      if let size = diagnostics.collect(try folder.size(of: path, within: "content/files")) {
        sizes[String(path.dropFirst("content/files/".count))] = size
      }
    }
    return sizes
  }

  private func checkAttachments(
    of proposals: [Proposal], _ documents: [Document], in files: [String: Int],
    reporting diagnostics: inout Diagnostics
  ) {
    let letters = proposals.lazy.flatMap(\.assignments).flatMap(\.replies)
    // Documents also enclose each other, which links are checked for.
    let attachments =
      letters.flatMap(\.attachments) + documents.flatMap(\.attachments).filter { !$0.isNarrative }
    var names = NearNames(files.keys)
    for attachment in attachments {
      let twin = files.index(forKey: attachment.file).map { files[$0].key }
      // As bytes: names that Unicode holds to be the same are different files.
      if let twin, twin.utf8.elementsEqual(attachment.file.utf8) { continue }
      let hint =
        if twin != nil {
          "有一个看起来同名的文件，但名称里字符的编码不同（常见于 macOS）；请从文件管理器里复制文件名"
        } else if let near = names.nearest(to: attachment.file) {
          "是不是“\(near)”？"
        } else {
          "把文件放到 content/files/ 下，这里写它在其中的路径"
        }
      diagnostics.error("reply/attachment", at: attachment.place, "找不到附件“\(attachment.file)”", hint: hint)
    }
  }
}
