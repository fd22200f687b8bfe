import Disclosure

/// 概要: one answer of the strip at the top of a proposal's page: who asked, who answered, when, what came of it.
struct Highlight: Sendable {
  let name: String
  let content: String
  var note = ""

  static let schema = Schema<Highlight>([
    .text("名称") { $0.name }, .text("内容") { $0.content }, .text("说明") { $0.note },
  ])
}

extension PublishedColumn.Item {
  var highlights: [Highlight] { [asked, answered, time] + [outcome].compactMap(\.self) }

  /// The same in few words, without who asked, as a search shows it below the title.
  var outline: [String] {
    let first = time.content
    let days = firstReply.map { lastReply > $0.day } ?? false ? "\(first)，最近一次 \(lastReply.chinese)" : first
    return [fullNumber, answered.content, days] + [outcome?.content].compactMap(\.self)
  }

  private var asked: Highlight {
    let sector = proposal.sector.isEmpty ? "" : "界别：\(proposal.sector)"
    let notes = [proposal.delegation, sector, proposal.cosigning].filter { !$0.isEmpty }
    let proposer = proposal.proposer.isEmpty ? "提出人不公开" : proposal.proposer
    return Highlight(name: "提出", content: proposer, note: notes.joined(separator: "，"))
  }

  private var answered: Highlight {
    let count = answers.reduce(0) { $0 + $1.replies.count }
    let letters = count > 1 ? "共 \(count) 份答复" : ""
    guard let first = answers.first, answers.count == 1 else {
      return Highlight(name: "答复", content: "\(answers.count) 个单位分别答复", note: letters)
    }
    return Highlight(
      name: "答复", content: first.unit.name,
      note: [first.roleLabel, letters].filter { !$0.isEmpty }.joined(separator: "，"))
  }

  private var firstReply: (day: CalendarDate, answer: Published<Assignment>)? {
    answers.compactMap { answer in answer.repliedOn.map { (day: $0, answer: answer) } }.min { $0.day < $1.day }
  }

  /// The day of the first reply and how long after 交办 it came, then the day of the last one.
  private var time: Highlight {
    guard let first = firstReply else { return Highlight(name: "时间", content: lastReply.chinese) }
    var notes: [String] = []
    if let days = first.answer.duration(until: first.day) { notes.append("交办后 \(days) 天") }
    if let timeliness = first.answer.timeliness { notes.append(timeliness.rawValue + "答复") }
    if lastReply > first.day { notes.append("最近一次 \(lastReply.chinese)") }
    return Highlight(name: "时间", content: first.day.chinese, note: notes.joined(separator: "，"))
  }

  /// The class of the newest replies, with its meaning where it is but one.
  private var outcome: Highlight? {
    let results = answers.compactMap { $0.currentResult }
    let distinct = results.uniqued
    guard let first = distinct.first else { return nil }
    if distinct.count == 1 { return Highlight(name: "结果", content: first.name, note: first.meaning) }
    let counted = distinct.map { result in "\(result.name)（\(results.count { $0 == result }) 个单位）" }
    return Highlight(name: "结果", content: counted.joined(separator: "；"))
  }
}

extension Published<Proposal> {
  /// `联名 9 人`
  var cosigning: String { self.cosigners.map { $0 > 0 ? "联名 \($0) 人" : "" } ?? "" }
}

extension AnswerScheme.ResultClass {
  /// `B · 正在解决或已列入计划逐步解决`; only the code where it is the label.
  fileprivate var name: String { label.isEmpty || label == code ? code : "\(code) · \(label)" }
}
