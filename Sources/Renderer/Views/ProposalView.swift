import Disclosure
import Templates

/// 件: the page of one published proposal.
struct ProposalView: Sendable {
  let item: PublishedColumn.Item
  let letters: [LetterView]
  let topics: [NamedLink]
  let sessionAddress: String
  /// The rows of related proposals, ready for templates.
  let related: [Value]
  let webAddress: String

  struct Fact: Sendable {
    let name: String
    let content: String
    var address = ""

    static let schema = Schema<Fact>([
      .text("名称") { $0.name }, .text("内容") { $0.content }, .text("地址") { $0.address },
    ])
  }

  struct Conversion: Sendable {
    let form: String
    let outcome: String
  }

  static let schema = Schema<ProposalView>([
    .text("标题") { $0.item.proposal.title },
    .text("类型") { $0.item.proposal.key.kind.rawValue },
    .text("届次") { $0.item.proposal.key.session.name },
    .number("年份") { $0.item.proposal.year },
    .text("编号") { $0.item.proposal.key.number },
    .text("提出人") { $0.item.proposal.proposer },
    .text("提出人说明") { $0.item.proposal.cosigning },
    .text("代表团") { $0.item.proposal.delegation },
    .text("界别") { $0.item.proposal.sector },
    .text("类别") { $0.item.proposal.category },
    .truth("连续多年") { $0.item.proposal.isRepeated },
    .text("建议内容") { $0.item.proposal.request },
    .text("重点类别") { $0.keyTypes },
    .list("主题", NamedLink.schema) { $0.topics },
    .list("概要", Highlight.schema) { $0.item.highlights },
    .list("更正", LetterView.correctionSchema) { $0.letters.flatMap { $0.reply.corrections } },
    .list("撤回", WithdrawnView.letterSchema) { $0.item.withdrawals },
    .list("答复", LetterView.schema) { $0.letters },
    .texts("会办单位") { $0.assistUnits },
    .number("未公开答复") { $0.item.withheldAnswers },
    .list("经过", Course.schema) { $0.item.courses },
    .list("资料", Fact.schema) { $0.facts },
    .list("转化", conversionSchema) { $0.conversions },
    .text("跟踪结果") { view in view.item.answers.map { $0.followUp }.filter { !$0.isEmpty }.joined(separator: "；") },
    .ready("相关", .list(.record(RowView.schema.shape))) { .list($0.related) },
    .texts("用语") { $0.terms },
    .text("引用") { $0.citation },
  ])

  private static let conversionSchema = Schema<Conversion>([
    .text("形式") { $0.form }, .text("成果") { $0.outcome },
  ])

  private var keyTypes: String { item.answers.flatMap { $0.keyTypes }.uniqued.joined(separator: "、") }

  private var assistUnits: [String] {
    (item.answers.flatMap { $0.assistUnits } + item.assistance.map { $0.unit.name }).uniqued
  }

  private var conversions: [Conversion] {
    item.answers.filter { !$0.conversions.isEmpty || !$0.outcome.isEmpty }.map {
      Conversion(form: $0.conversions.joined(separator: "、"), outcome: $0.outcome)
    }
  }

  private var facts: [Fact] {
    let proposal = item.proposal
    var facts = [
      Fact(name: "类型", content: proposal.key.kind.rawValue),
      Fact(name: "届次", content: proposal.key.session.name, address: sessionAddress),
      Fact(name: "编号", content: "第\(proposal.key.number)号"),
      Fact(
        name: "提出人", content: [proposal.proposer, proposal.cosigning].filter { !$0.isEmpty }.joined(separator: "，")),
      Fact(name: "代表团", content: proposal.delegation),
      Fact(name: "界别", content: proposal.sector),
      Fact(name: "内容类别", content: proposal.category),
      Fact(name: "重点类别", content: keyTypes, address: keyTypes.isEmpty ? "" : Showcase.key.address(year: proposal.year)),
    ]
    facts += item.answers.map { $0.roleLabel }.uniqued.map { role in
      Fact(name: role, content: item.answers.filter { $0.roleLabel == role }.map(Self.unit).joined(separator: "、"))
    }
    facts += [
      fact("领办领导") { $0.leader }, fact("办理时限") { $0.dueOn?.chinese ?? "" },
      fact("延期至") { $0.extendedTo?.chinese ?? "" }, fact("采纳情况") { $0.adoption },
    ]
    return facts.filter { !$0.content.isEmpty }
  }

  private static func unit(of answer: Published<Assignment>) -> String {
    answer.unit.name + (answer.office.isEmpty ? "" : "（\(answer.office)）")
  }

  /// What holds for all units that answered, once; where they differ, each by its name.
  private func fact(_ name: String, _ content: (Published<Assignment>) -> String) -> Fact {
    let contents = item.answers.map(content)
    if let first = contents.first, contents.allSatisfy({ $0 == first }) { return Fact(name: name, content: first) }
    let named = zip(item.answers, contents).filter { !$1.isEmpty }.map { "\($0.unit.name)：\($1)" }
    return Fact(name: name, content: named.joined(separator: "；"))
  }

  /// The names of the terms on the page that `partials/terms.html` explains.
  private var terms: [String] {
    let roles = Set(item.answers.map { $0.role } + (assistUnits.isEmpty ? [] : [.assist]))
    let sequences = Set(letters.map { $0.reply.sequence }).subtracting([.first])
    var names = Role.allCases.filter(roles.contains).map(\.rawValue)
    names += Reply.Sequence.allCases.filter(sequences.contains).map { $0.rawValue + "答复" }
    if item.proposal.key.kind == .motion { names.append(Kind.motion.rawValue) }
    if item.answers.contains(where: { $0.currentResult != nil }) { names.append("答复类别") }
    if item.answers.contains(where: { ($0.satisfaction ?? .noFeedback) != .noFeedback }) { names.append("反馈") }
    return names + ["公开方式"]
  }

  /// Of one letter, or of all of them together.
  private var citation: String {
    guard letters.count == 1, let letter = letters.first else {
      let units = item.answers.map { $0.unit.name }.joined(separator: "、")
      let days = letters.compactMap { $0.answer.day(of: $0.reply) }
      let time = days.min().map { first in "，\(first)" + (days.max().map { $0 > first ? "至\($0)" : "" } ?? "") } ?? ""
      return "\(units)：对\(item.fullNumber)《\(item.proposal.title)》的答复\(time)，\(webAddress)"
    }
    let number = letter.number.isEmpty ? "" : "（\(letter.number)）"
    let day = letter.answer.day(of: letter.reply).map { "，\($0)" } ?? ""
    return "\(letter.answer.unit.name)：《\(letter.title)》\(number)\(day)，\(webAddress)"
  }
}
