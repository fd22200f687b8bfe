import Diagnostics
import Disclosure

/// A file of `content/reports/` or `content/bulletins/`.
package enum DocumentFile {
  static let keys = [
    "标题", "文种", "日期", "来源", "公开方式", "公开日期", "发文字号", "主送", "抄送", "署名", "附件", "印发机关", "印发日期", "会议文件", "通过说明", "刊名", "期号",
    "总期号", "要目", "编辑单位", "编辑", "联系方式", "批准文号", "送", "统计范围", "统计表", "典型案例", "旧网址", "已核",
  ]

  package static func document(
    _ narrative: NarrativeFile, column: Column, reporting diagnostics: inout Diagnostics
  ) throws(Diagnostic) -> Document {
    guard let head = narrative.head else {
      throw Diagnostic(
        .error, "front-matter/missing", at: Place(narrative.path, line: 1), "没有文件头",
        hint: "第一行写“---”，写明标题、文种、日期、公开方式和公开日期，再写一行“---”")
    }
    head.checkKeys(among: keys, reporting: &diagnostics)
    let form: Document.Form = try head.required("文种").choice()
    var document = Document(
      source: narrative.source, address: try address(of: narrative, form), form: form,
      title: try head.required("标题").text(), date: try head.required("日期").date())
    document.origin = try narrative.text("来源")
    document.documentNumber = try narrative.text("发文字号")
    document.addressee = try narrative.addressee()
    document.copies = try head["抄送"]?.texts().joined(separator: "，") ?? ""
    document.signature = try narrative.text("署名")
    document.conference = try narrative.text("会议文件")
    document.passage = try narrative.text("通过说明")
    document.attachments = try narrative.attachments(reporting: &diagnostics)
    document.printer = try narrative.text("印发机关")
    document.printedOn = try head["印发日期"]?.date()
    document.masthead = try narrative.text("刊名")
    document.publisher = try narrative.text("编辑单位")
    document.contact = try narrative.text("联系方式")
    document.licence = try narrative.text("批准文号")
    document.listsArticles = try head["要目"]?.boolean()
    document.issue = try head["期号"]?.integer()
    document.overallIssue = try head["总期号"]?.integer()
    document.editor = try head["编辑"]?.texts().joined(separator: "、") ?? ""
    document.distribution = try head["送"]?.texts().joined(separator: "，") ?? ""
    document.disclosure = try head["公开方式"]?.choice()
    document.publishedOn = try head["公开日期"]?.date()
    if let scope = head["统计范围"] {
      document.scope = try self.scope(scope, column, reporting: &diagnostics)
      document.scopePlace = scope.place
    }
    document.cases = try cases(narrative, reporting: &diagnostics)
    document.facts = try head["统计表"].map { (node) throws(Diagnostic) in
      try SummaryFacts.read(node, reporting: &diagnostics)
    }
    document.formerAddresses = try narrative.formerAddresses()
    document.excuses = try narrative.excuses(reporting: &diagnostics)
    return document
  }

  private static func scope(
    _ node: PlacedNode, _ column: Column, reporting diagnostics: inout Diagnostics
  ) throws(Diagnostic) -> Statistics.Scope {
    node.checkKeys(among: ["年份", "类型", "届次", "承办单位"], reporting: &diagnostics)
    var scope = Statistics.Scope(year: try node["年份"]?.year(), kind: try node["类型"]?.choice())
    scope.session = try node["届次"]?.session()
    if let unit = node["承办单位"] {
      let name = try unit.text()
      scope.unit = column.units.find(name)?.unit
      if scope.unit == nil, column.units.isOpen { scope.unit = .init(name: name, code: Pinyin.address(of: name)) }
      if scope.unit == nil {
        throw Diagnostic(
          .error, "record/unit", at: unit.place, "不认识的承办单位“\(name)”",
          hint: nearestName(to: name, among: column.units.names).map { "是不是“\($0)”？" } ?? "在 site.yaml 的“承办单位”里补上")
      }
    }
    return scope
  }

  /// 典型案例: numbers, or mappings with a number each.
  private static func cases(
    _ narrative: NarrativeFile, reporting diagnostics: inout Diagnostics
  ) throws(Diagnostic) -> [CaseReference] {
    guard let items = try narrative.head?["典型案例"]?.items() else { return [] }
    var cases: [CaseReference] = []
    for item in items {
      guard case .mapping = item.node.content else {
        cases.append(CaseReference(number: try item.proposalNumber(), place: item.place))
        continue
      }
      item.checkKeys(among: ["编号", "类型", "届次", "简介"], reporting: &diagnostics)
      let number = try item.required("编号")
      cases.append(
        CaseReference(
          number: try number.proposalNumber(), kind: try item["类型"]?.choice(), session: try item["届次"]?.session(),
          text: try item["简介"]?.text() ?? "", place: number.place))
    }
    return cases
  }

  /// The file's name is chosen once and lasts; titles change.
  private static func address(of narrative: NarrativeFile, _ form: Document.Form) throws(Diagnostic) -> String {
    let stem = narrative.stem
    let isPlain = stem.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    guard isPlain, !stem.isEmpty else {
      throw Diagnostic(
        .error, "file/name-address", at: Place(narrative.path), "文件名会成为网址，只能用小写字母、数字和连字符",
        hint: "改名，例如 2024-gongzuo-zongjie.md")
    }
    switch form {
    case .bulletin, .news: return "dongtai/\(stem).html"
    case .summary, .report, .transmittal: return "zongjie/\(stem).html"
    }
  }
}
