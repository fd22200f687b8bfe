import Diagnostics
import Disclosure

/// Puts each reply to the row of the ledger that it answers (manual: fuwen).
struct ReplyMatching {
  private struct Position: Hashable {
    let proposal: Int
    let assignment: Int
  }

  private(set) var proposals: [Proposal]
  private(set) var diagnostics = Diagnostics()
  private let column: Column
  private var reportsOrphans = true
  private var byNumber: [String: [Position]] = [:]
  private var byFile: [String: Position] = [:]
  private var texts = RepeatedTexts()
  private lazy var nearNumbers = NearNames(byNumber.keys)
  /// Those without zeros ahead, by what is behind these.
  private lazy var numbersByDigits = Dictionary(grouping: byNumber.keys.sorted(), by: Self.withoutZeros)

  init(_ proposals: [Proposal], column: Column) {
    self.proposals = proposals
    self.column = column
    for index in proposals.indices {
      for row in proposals[index].assignments.indices {
        let position = Position(proposal: index, assignment: row)
        byNumber[proposals[index].key.number, default: []].append(position)
        if let file = proposals[index].assignments[row].replyFile { claim(file, position) }
      }
    }
  }

  /// Adds the replies to their assignments, each assignment's in their order.
  mutating func match(_ files: [ReplyFile], reportingOrphans: Bool) {
    self.reportsOrphans = reportingOrphans
    for file in files {
      guard let position = position(of: file) else { continue }
      add(file, at: position)
    }
    if !byFile.isEmpty { checkClaims(against: Set(files.map(\.reply.source.file))) }
    for index in proposals.indices {
      for row in proposals[index].assignments.indices where proposals[index].assignments[row].replies.count > 1 {
        proposals[index].assignments[row].replies.sort(by: Reply.precedes)
        count(&proposals[index].assignments[row].replies)
        checkOrder(of: proposals[index].assignments[row].replies)
      }
      for assignment in proposals[index].assignments where !assignment.replies.isEmpty { compareClass(of: assignment) }
    }
  }

  /// Numbers the letters of the same 答复序次.
  private func count(_ replies: inout [Reply]) {
    var counts: [Reply.Sequence: Int] = [:]
    for index in replies.indices {
      counts[replies[index].sequence, default: 0] += 1
      replies[index].ordinal = counts[replies[index].sequence] ?? 1
    }
  }

  // MARK: - Finding the row

  private func assignment(_ position: Position) -> Assignment {
    proposals[position.proposal].assignments[position.assignment]
  }

  /// The path of a reply as the ledger gives it: relative to `content/replies/`, with or without the suffix.
  private static func path(_ file: String) -> String {
    "content/replies/" + file + (file.lowercased().hasSuffix(".md") ? "" : ".md")
  }

  private mutating func claim(_ file: String, _ position: Position) {
    let path = Self.path(file)
    guard let earlier = byFile[path] else {
      byFile[path] = position
      return
    }
    diagnostics.error(
      "reply/claimed-twice", at: assignment(position).origin.place(of: .replyFile),
      "复文“\(file)”已经写在另一行（\(assignment(earlier).origin.place)）", hint: "每一行写自己的复文")
  }

  private mutating func position(of file: ReplyFile) -> Position? {
    let claimed = byFile[file.reply.source.file]
    let number = file.number ?? ProposalNumber.normalise(file.stem) ?? file.stem
    let candidates = (byNumber[number] ?? []).filter { agrees(file, with: $0) }
    if let claimed {
      if file.number == nil ? agrees(file, with: claimed) : candidates.contains(claimed) { return claimed }
      diagnostics.error(
        "reply/contradiction", at: file.reply.place,
        "\(file.number.map { "文件头写的是第\($0)号" } ?? "文件头写的是别的一件")，台账却把它写在另一行（\(assignment(claimed).origin.place)）",
        hint: "改正文件头的编号、届次、类型或承办单位，或台账的“复文”栏")
      return nil
    }
    return choose(among: candidates, number: number, for: file)
  }

  private func agrees(_ file: ReplyFile, with position: Position) -> Bool {
    // Each field is looked at where it is: a number may stand in many sessions.
    func isUnit(_ named: String) -> Bool {
      let assignment = proposals[position.proposal].assignments[position.assignment]
      let unit = assignment.unit
      return
        (column.units.find(named, on: assignment.assignedOn)?.unit ?? UnitDirectory.Unit(name: named, code: unit.code))
        == unit
    }
    return (file.session.map { $0 == proposals[position.proposal].key.session } ?? true)
      && (file.kind.map { $0 == proposals[position.proposal].key.kind } ?? true) && (file.unit.map(isUnit) ?? true)
  }

  private mutating func choose(among candidates: [Position], number: String, for file: ReplyFile) -> Position? {
    // Only units that answer write replies; an assisting unit of the same proposal is not meant.
    let answering = candidates.filter { proposals[$0.proposal].assignments[$0.assignment].role.answers }
    let candidates = answering.isEmpty ? candidates : answering
    switch candidates.count {
    case 1: return candidates[0]
    case 0 where !reportsOrphans: break
    case 0 where file.number == nil && ProposalNumber.normalise(file.stem) == nil:
      diagnostics.error(
        "reply/without-number", at: file.reply.place, "不知道这份复文答复哪一件：文件头没有写编号，文件名也不是编号",
        hint: "在文件开头写“---”、“编号: \"0487\"”、“---”三行（编号改成这一件的），或把文件名改成编号")
    case 0:
      diagnostics.error(
        "reply/without-row", at: file.reply.place, "台账里没有这份复文对应的行（第\(number)号）",
        hint: "核对文件头的编号、届次、类型、承办单位，或在台账里补上这一行" + rowsMeant(by: number))
    default:
      let places = candidates.prefix(3).map { assignment($0).origin.place.description }.joined(separator: "，")
      diagnostics.error(
        "reply/ambiguous", at: file.reply.place, "第\(number)号在台账里不止一行（\(places)）", hint: "在文件头写明届次、类型、承办单位")
    }
    return nil
  }

  /// The rows that may be meant by a number for which there is none.
  private mutating func rowsMeant(by number: String) -> String {
    if let others = byNumber[number] {
      let places = others.prefix(3).map { assignment($0).origin.place.description }.joined(separator: "，")
      return "；台账里的第\(number)号届次、类型或承办单位不同（\(places)）"
    }
    if let alike = numbersByDigits[Self.withoutZeros(number)]?.map({ "第\($0)号" }) {
      return "；台账里有\(alike.joined(separator: "、"))，两处开头的零要写得一样（Excel 把编号当数字存，开头的零就丢了）"
    }
    return nearNumbers.nearest(to: number).map { "；编号相近的有第\($0)号" } ?? ""
  }

  private static func withoutZeros(_ number: String) -> Substring { number.drop { $0 == "0" } }

  // MARK: - Adding

  private mutating func add(_ file: ReplyFile, at position: Position) {
    var reply = file.reply
    let earlier = proposals[position.proposal].assignments[position.assignment].replies
      .first { $0.isSameReply(as: reply) }
    if let earlier {
      diagnostics.error(
        "reply/duplicate", at: reply.place, "这一件的“\(reply.sequence.rawValue)”答复已经有了：\(earlier.source.file)",
        hint: "删去一份；再次、补充答复在文件头写明“答复序次”，几次补充答复写明各自的“答复日期”")
      return
    }
    if let node = file.resultText {
      reply.resultClass = resultClass(node, of: proposals[position.proposal])
    }
    checkDates(of: reply, in: assignment(position))
    if reply.sequence == .first { compare(reply, with: assignment(position)) }
    if let withdrawal = reply.withdrawal, let published = reply.publishedOn ?? assignment(position).publishedOn,
      withdrawal.date < published
    {
      diagnostics.error(
        "record/date-order", at: Place(reply.source.file, field: "撤回"),
        "撤回日期（\(withdrawal.date)）早于公开日期（\(published)）",
        hint: "核对两个日期，改正写错的一个；没有公开过的答复不用写撤回")
    }
    compareDisclosure(of: reply, with: assignment(position))
    if !assignment(position).role.answers {
      diagnostics.warning(
        "reply/assisting", at: reply.place, "这份复文对应的是会办行（\(assignment(position).origin.place)），会办意见交主办单位，不公开",
        hint: "是主办、分办单位的答复，改正文件头的承办单位或台账的承办方式；是会办意见，移出 content/replies/")
    }
    if reply.sequence != .first, reply.repliedOn ?? reply.writtenOn ?? reply.publishedOn == nil {
      diagnostics.warning(
        "reply/undated", at: reply.place, "这份\(reply.sequence.rawValue)答复没有写日期，按台账里首次答复的公开日期公开",
        hint: "在文件头写它自己的“答复日期”“公开日期”；还不公开的，写“公开方式: 不予公开”")
    }
    reply.signature = texts.text(reply.signature)
    reply.contact = texts.text(reply.contact)
    reply.copies = texts.text(reply.copies)
    proposals[position.proposal].assignments[position.assignment].replies.append(reply)
  }

  /// A further letter may well be closed where the row is open.
  private mutating func compareDisclosure(of reply: Reply, with row: Assignment) {
    guard let own = reply.disclosure, let other = row.disclosure, own != other,
      own == .open || other == .open && reply.sequence == .first
    else { return }
    diagnostics.warning(
      "reply/disclosure", at: Place(reply.source.file, field: "公开方式"),
      "复文写的是\(own.rawValue)，台账写的是\(other.rawValue)（\(row.origin.place(of: .disclosure))），两处不同，从严处理，不公开",
      hint: "核对以后，改正写错的一处")
  }

  /// A letter is public on the day that it states itself, or else on that of its row.
  private mutating func checkDates(of reply: Reply, in assignment: Assignment) {
    let dated = reply.repliedOn.map { ("答复日期", $0) } ?? reply.writtenOn.map { ("成文日期", $0) }
    guard let (name, day) = dated, let published = reply.publishedOn ?? assignment.publishedOn, published < day else {
      return
    }
    // The row's day is that of the first letter, and one who has not set another yet is not wrong.
    let isInherited = reply.publishedOn == nil && reply.sequence != .first
    diagnostics.add(
      Diagnostic(
        isInherited ? .warning : .error, "record/date-order",
        at: Place(reply.source.file, field: reply.publishedOn == nil ? name : "公开日期"),
        "公开日期（\(published)）早于\(name)（\(day)）",
        hint: isInherited ? "台账的公开日期是首次答复的；在文件头写这份答复自己的“公开日期”" : "核对两个日期，改正写错的一个"))
  }

  private mutating func checkOrder(of replies: [Reply]) {
    guard let first = replies.firstIndex(where: { $0.sequence == .first }) else { return }
    for reply in replies[..<first] where reply.sequence == .again {
      diagnostics.error(
        "record/date-order", at: Place(reply.source.file, field: "答复日期"), "再次答复的日期早于首次答复", hint: "核对两份答复的日期和“答复序次”")
    }
  }

  /// A first letter and its row tell of the same reply.
  private mutating func compare(_ reply: Reply, with row: Assignment) {
    func differ(_ field: LedgerField, _ own: String?, _ other: String?) {
      guard let own, let other, !own.isEmpty, !other.isEmpty, own != other else { return }
      warnOfDifference(field, own, other, reply, row)
    }
    differ(.repliedOn, reply.repliedOn?.description, row.repliedOn?.description)
    differ(.documentNumber, reply.documentNumber, row.documentNumber)
  }

  /// The row has the class that its newest letter has: figures are counted from rows, and pages show letters.
  private mutating func compareClass(of row: Assignment) {
    guard let reply = row.replies.last(where: { $0.resultClass != nil }), let own = reply.resultClass,
      let other = row.resultClass, own != other
    else { return }
    warnOfDifference(.resultClass, own.code, other.code, reply, row)
  }

  private mutating func warnOfDifference(
    _ field: LedgerField, _ own: String, _ other: String, _ reply: Reply, _ row: Assignment
  ) {
    diagnostics.warning(
      "reply/disagreement", at: Place(reply.source.file, field: field.name),
      "复文写的\(field.name)是\(own)，台账写的是\(other)（\(row.origin.place(of: field))），两处不同",
      hint: field == .resultClass ? "件数按台账计算，台账应写最近一次答复的类别；改正写错的一处" : "核对以后，改正写错的一处")
  }

  private mutating func resultClass(_ node: PlacedNode, of proposal: Proposal) -> AnswerScheme.ResultClass? {
    guard let text = diagnostics.collect(try node.text()) else { return nil }
    let scheme = column.scheme(for: proposal.key.kind, in: proposal.year)
    if let found = scheme?.resultClass(named: text) { return found }
    let codes = scheme?.classes.map(\.code) ?? []
    diagnostics.error(
      "record/class", at: node.place, "不认识的答复类别“\(text)”", hint: "可以写：\(codes.joined(separator: "、"))")
    return nil
  }

  private mutating func checkClaims(against files: Set<String>) {
    var names = NearNames(files)
    for (path, position) in byFile.sorted(by: { $0.key < $1.key }) where !files.contains(path) {
      diagnostics.error(
        "reply/file-missing", at: assignment(position).origin.place(of: .replyFile),
        "台账写明的复文“\(path)”不存在，或读不出来",
        hint: names.nearest(to: path).map { "是不是“\($0)”？" } ?? "把文件放到 content/replies/ 下，或改正“复文”栏")
    }
  }
}

extension Reply {
  /// Two first replies to one row are one too many; supplements differ by their dates.
  fileprivate func isSameReply(as other: Reply) -> Bool {
    sequence == other.sequence && repliedOn == other.repliedOn && writtenOn == other.writtenOn
      || sequence == other.sequence && sequence == .first
  }

  /// By date where both have one, else 阶段性, 首次, 再次, 补充.
  fileprivate static func precedes(_ left: Reply, _ right: Reply) -> Bool {
    if let leftDay = left.repliedOn ?? left.writtenOn, let rightDay = right.repliedOn ?? right.writtenOn,
      leftDay != rightDay
    {
      return leftDay < rightDay
    }
    let order = Reply.Sequence.allCases
    let ranks = (order.firstIndex(of: left.sequence) ?? 0, order.firstIndex(of: right.sequence) ?? 0)
    return ranks.0 == ranks.1 ? left.source.file < right.source.file : ranks.0 < ranks.1
  }
}
