import Diagnostics
import Disclosure

/// Turns a row of the ledger into a proposal in the hands of one unit.
package struct RecordReader {
  let column: Column

  package init(column: Column) { self.column = column }

  /// `nil` when an error keeps the row out; the diagnostics say why.
  package func read(_ ledgerRow: LedgerRow) -> (record: Proposal?, diagnostics: [Diagnostic]) {
    let missing = LedgerField.needed.filter { fields in fields.allSatisfy { ledgerRow.cells[$0.rawValue] == nil } }
    if missing.count > LedgerField.needed.count / 2 { return (nil, [noRecord(ledgerRow, missing)]) }
    var row = RowReader(ledgerRow)
    let record = proposal(&row)
    let isSound = !row.diagnostics.contains { $0.severity == .error }
    return (isSound ? record : nil, row.diagnostics)
  }

  /// Footers, remarks and headings of groups stand in ledgers, too.
  private func noRecord(_ row: LedgerRow, _ missing: [[LedgerField]]) -> Diagnostic {
    Diagnostic(
      .error, "record/no-record", at: row.place,
      "这一行不像一件建议提案：缺少\(missing.map { "“\($0[0].name)”" }.joined())",
      hint: "是说明、签名或分组标题的，从台账中删去这一行；是办理件的，补全这些栏")
  }

  private func proposal(_ row: inout RowReader) -> Proposal? {
    // Everything is read before anything is given up, so that all mistakes of a row are shown at once.
    let title = title(&row)
    let key = key(&row)
    let cosigners = row.integer(.cosigners)
    let isRepeated = row.bool(.repeated)
    var assignment = assignment(&row)
    checkDates(&row, assignment)
    let year = year(&row, assignment)
    guard let title, let key, let year else { return nil }
    assignment.resultClass = resultClass(&row, kind: key.kind, year: year)
    return Proposal(
      key: key, year: year, title: title, proposer: row.text(.proposer), cosigners: cosigners,
      delegation: row.text(.delegation), sector: row.text(.sector), category: row.text(.category),
      topics: row.list(.topics), request: row.text(.request), isRepeated: isRepeated, assignments: [assignment],
      origin: row.origin)
  }

  /// One line.
  private func title(_ row: inout RowReader) -> String? {
    guard let text = row.required(.title) else { return nil }
    let title =
      text.unicodeScalars.contains(where: \.isLineBreak)
      ? String(text.unicodeScalars.filter { !$0.isLineBreak }) : text
    if !title.isEmpty { return title }
    row.fail("record/missing", .title, "“标题”里只有换行", hint: "在这一行的“标题”栏填写")
    return nil
  }

  private func key(_ row: inout RowReader) -> ProposalKey? {
    let kind = row.required(.kind) == nil ? nil : row.choice(.kind, Kind.self)
    var session: Session?
    if let text = row.required(.session) {
      session = Session(text)
      if session == nil {
        row.fail("record/session", .session, "看不懂的届次“\(text)”", hint: "写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议")
      }
    }
    var number: String?
    if let text = row.required(.number) {
      number = ProposalNumber.normalise(text)
      if number == nil {
        row.fail("record/proposal-number", .number, "编号“\(text)”里有不能用的字符", hint: "编号会成为网址的一部分，只能用数字、字母和中间的连字符，例如 0487")
      }
    }
    guard let kind, let session, let number else { return nil }
    if let isOfConference = session.isOfConference, isOfConference != (kind == .proposal) {
      row.fail(
        "record/session-kind", .session, "类型是\(kind.rawValue)，届次写的却是\(isOfConference ? "政协" : "人大")的“\(session.name)”",
        hint: "核对“类型”和“届次”，改正写错的一栏")
      return nil
    }
    return ProposalKey(session: session, kind: kind, number: number)
  }

  private func year(_ row: inout RowReader, _ assignment: Assignment) -> Int? {
    if !row.isEmpty(.year) {
      guard let year = row.integer(.year) else { return nil }
      if (1900...2199).contains(year) { return year }
      row.fail("record/year", .year, "年份“\(row.text(.year))”不对", hint: "写四位年份，例如 2024")
      return nil
    }
    if let year = (assignment.assignedOn ?? assignment.repliedOn)?.year { return year }
    guard row.isEmpty(.assignedOn), row.isEmpty(.repliedOn) else { return nil }
    row.fail("record/missing", .year, "缺少“年份”，也没有“交办日期”可推算", hint: "填写年份，例如 2024")
    return nil
  }

  /// With a unit or role that stands for none where the row names none; an error keeps the row out then.
  private func assignment(_ row: inout RowReader) -> Assignment {
    let role = role(&row) ?? .reference
    let assignedOn = row.date(.assignedOn)
    let unit = unit(&row, on: assignedOn) ?? UnitDirectory.Unit(name: "", code: "")
    var assignment = Assignment(unit: unit, role: role, roleLabel: row.text(.role), origin: row.origin)
    assignment.assistUnits = row.list(.assistUnits).map { column.units.find($0, on: assignedOn)?.unit.name ?? $0 }
    assignment.office = row.text(.office)
    assignment.leader = row.text(.leader)
    assignment.keyTypes = row.list(.keyTypes)
    assignment.assignedOn = assignedOn
    // 代表法: a reply is due within three months of the assignment, where the ledger sets no other limit.
    assignment.dueOn = row.date(.dueOn) ?? (role.answers ? assignedOn?.adding(months: 3) : nil)
    assignment.extendedTo = row.date(.extendedTo)
    assignment.contactModes = row.list(.contactModes)
    assignment.meeting = row.choice(.meeting, Assignment.Meeting.self)
    assignment.assistSentOn = row.date(.assistSentOn)
    assignment.documentNumber = row.text(.documentNumber)
    assignment.repliedOn = row.date(.repliedOn)
    assignment.replyFile = row.isEmpty(.replyFile) ? nil : row.text(.replyFile)
    assignment.satisfaction = row.choice(.satisfaction, Assignment.Satisfaction.self)
    assignment.dissatisfaction = row.text(.dissatisfaction)
    assignment.firstSatisfaction = row.choice(.firstSatisfaction, Assignment.Satisfaction.self)
    assignment.disclosure = row.choice(.disclosure, Assignment.Disclosure.self)
    assignment.form = row.choice(.form, Assignment.DisclosureForm.self) ?? .fullText
    assignment.withheldReason = row.text(.withheldReason)
    assignment.secrecyReview = row.choice(.secrecyReview, Assignment.Review.self)
    assignment.disclosureReview = row.choice(.disclosureReview, Assignment.Review.self)
    assignment.publishedOn = row.date(.publishedOn)
    assignment.adoption = row.text(.adoption)
    assignment.conversions = row.list(.conversions)
    assignment.outcome = row.text(.outcome)
    assignment.adoptedPoints = row.integer(.adoptedPoints)
    assignment.followUp = row.text(.followUp)
    return assignment
  }

  private func role(_ row: inout RowReader) -> Role? {
    guard let label = row.required(.role) else { return nil }
    if let role = column.role(of: label) { return role }
    let roles = Role.allCases.map(\.rawValue)
    row.unknown(
      .role, among: roles + column.roleLabels.keys.sorted() + Role.commonLabels.keys.sorted(), rule: "record/role",
      otherwise: "可以写：\(roles.joined(separator: "、"))；本地的叫法在 site.yaml 的“承办方式”里写明")
    return nil
  }

  private func unit(_ row: inout RowReader, on day: CalendarDate?) -> UnitDirectory.Unit? {
    guard let name = row.required(.unit) else { return nil }
    if name.contains(where: { "、，；\n".contains($0) }), column.units.find(name, on: day) == nil {
      row.fail("record/units", .unit, "一格里写了几个单位：“\(name)”", hint: "分给几个单位办理的，一个单位一行，每行承办方式写“分办”；会办的单位写在“会办单位”栏")
      return nil
    }
    if column.units.isOpen { return UnitDirectory.Unit(name: name, code: Pinyin.address(of: name)) }
    guard let (unit, alias) = column.units.find(name, on: day) else {
      row.unknown(
        .unit, among: column.units.names, rule: "record/unit", otherwise: "没有写错的，在 site.yaml 的“承办单位”里补上它，或补作别名")
      return nil
    }
    if let alias, let day, !alias.isInForce(on: day) {
      row.warn("record/unit-name", .unit, "\(day.description) 时“\(name)”这个名称不在使用期内", hint: "当时的名称可能是“\(unit.name)”")
    }
    return unit
  }

  private func resultClass(_ row: inout RowReader, kind: Kind, year: Int) -> AnswerScheme.ResultClass? {
    guard !row.isEmpty(.resultClass) else { return nil }
    guard let scheme = column.scheme(for: kind, in: year) else {
      row.fail("record/class", .resultClass, "site.yaml 里没有适用于\(year)年\(kind.rawValue)的答复类别方案", hint: "在“答复类别”里补上")
      return nil
    }
    if let found = scheme.resultClass(named: row.text(.resultClass)) { return found }
    row.unknown(.resultClass, among: scheme.classes.flatMap { [$0.code, $0.label] }, rule: "record/class")
    return nil
  }

  private func checkDates(_ row: inout RowReader, _ assignment: Assignment) {
    func check(_ later: LedgerField, _ laterDay: CalendarDate?, _ earlier: LedgerField, _ earlierDay: CalendarDate?) {
      guard let laterDay, let earlierDay, laterDay < earlierDay else { return }
      row.fail(
        "record/date-order", later, "\(later.name)（\(laterDay)）早于\(earlier.name)（\(earlierDay)）", hint: "核对两个日期，改正写错的一个"
      )
    }
    check(.repliedOn, assignment.repliedOn, .assignedOn, assignment.assignedOn)
    check(.publishedOn, assignment.publishedOn, .repliedOn, assignment.repliedOn)
    check(.dueOn, assignment.dueOn, .assignedOn, assignment.assignedOn)
    check(.extendedTo, assignment.extendedTo, .dueOn, assignment.dueOn)
    check(.assistSentOn, assignment.assistSentOn, .assignedOn, assignment.assignedOn)
  }
}
