import Diagnostics
import Disclosure
import Templates

/// What documents take from the records: figures, lists, cases, enclosures.
extension Renderer {
  func narrativeView(of document: Published<Document>) -> NarrativeView {
    let scope = document.scope
    let before = scope.yearBefore.flatMap { column.statistics[$0] }
    let positions = column.items.indices.filter { scope.contains(column.items[$0]) }
      .sorted { PublishedColumn.Item.precedes(column.items[$0], column.items[$1]) }
    let (proposals, suggestions) = positions.reduce(into: ([Value](), [Value]())) { lists, position in
      if column.items[position].proposal.key.kind == .proposal {
        lists.0.append(rows[position])
      } else {
        lists.1.append(rows[position])
      }
    }
    return NarrativeView(
      scope: scope, statistics: column.statistics[scope] ?? Statistics(),
      yearBefore: before.flatMap { $0.total > 0 ? $0 : nil }, units: units(of: scope), suggestions: suggestions,
      proposals: proposals,
      cases: document.cases.compactMap { reference in
        positions.first { reference.means(column.items[$0].proposal.key) }
          .map { NarrativeView.Case(row: rows[$0], text: reference.text) }
      }, form: column.summaryForm(of: scope, facts: document.facts ?? SummaryForm.Facts(), date: document.date),
      site: siteValue, address: document.address)
  }

  /// The figures of the scope's units, the one with most rows first.
  private func units(of scope: Statistics.Scope) -> [NarrativeView.UnitFigures] {
    column.statistics.compactMap { other, figures -> NarrativeView.UnitFigures? in
      guard let unit = other.unit, scope.unit.map({ $0 == unit }) ?? true, figures.total > 0,
        (other.year, other.kind, other.session) == (scope.year, scope.kind, scope.session)
      else { return nil }
      let list = ListScope(faceting.unit(unit))
      return NarrativeView.UnitFigures(
        unit: unit, address: lists.count(list) > 0 ? list.address : "", statistics: figures)
    }
    .sorted { ($1.statistics.total, $0.unit.code) < ($0.statistics.total, $1.unit.code) }
  }

  /// 附件 with their pages or files. A document of the site is called by its own title.
  func enclosures(
    of document: Published<Document>, outcome: inout Outcome
  ) throws(Diagnostic) -> [DocumentView.Enclosure] {
    var enclosures: [DocumentView.Enclosure] = []
    for attachment in document.attachments {
      guard attachment.isNarrative else {
        let view = AttachmentView(attachment: attachment, size: column.files[attachment.file] ?? 0)
        enclosures.append(
          DocumentView.Enclosure(
            name: view.attachment.name, address: view.address, format: view.format, size: view.readableSize))
        continue
      }
      let link = try links.resolve(
        attachment.file, in: document.source, at: attachment.place, page: document.address, used: &outcome.files)
      if let link = AnchorLink(link, on: document.address, at: attachment.place) { outcome.anchorLinks.append(link) }
      let address = String(link.dropFirst(Address.root(of: document.address).count))
      let title = column.documents.first { $0.address == address }?.title ?? attachment.name
      enclosures.append(DocumentView.Enclosure(name: attachment.isUnnamed ? title : attachment.name, address: address))
    }
    return enclosures
  }

  /// What is worth a look in documents and needs no page to be found, so that a build says it that makes none.
  package static func remarks(on column: PublishedColumn) -> [Diagnostic] {
    let titles = Dictionary(
      column.documents.map { ($0.source.file, $0.title) }, uniquingKeysWith: { first, _ in first })
    return column.documents.flatMap { document in
      document.attachments.filter { $0.isNarrative && !$0.isUnnamed }.compactMap { attachment in
        let path = PercentText.decoded(attachment.file.prefix { $0 != "#" })
        let file = path.flatMap { Address.resolve($0, from: document.source.file) }
        guard let title = file.flatMap({ titles[$0] }), attachment.name.withoutBlanks != title.withoutBlanks else {
          return nil
        }
        return Diagnostic(
          .warning, "document/attachment-title", at: attachment.place,
          "附件名称“\(attachment.name)”与它的标题“\(title)”不同", hint: "附件名称应与附件的标题一致；不写名称，就用它的标题")
      }
    }
  }
}

extension Attachment {
  /// Whether its name is only its file's.
  fileprivate var isUnnamed: Bool { file.hasSuffix(name) }
}

extension String {
  fileprivate var withoutBlanks: String { filter { !$0.isWhitespace } }
}

extension PublishedColumn.Item {
  /// By kind, session and number.
  fileprivate static func precedes(_ left: Self, _ right: Self) -> Bool {
    let keys = (left.proposal.key, right.proposal.key)
    if keys.0.kind != keys.1.kind { return keys.0.kind.address < keys.1.kind.address }
    if keys.0.session != keys.1.session { return keys.0.session.address < keys.1.session.address }
    return ProposalNumber.precedes(keys.0.number, keys.1.number)
  }
}
