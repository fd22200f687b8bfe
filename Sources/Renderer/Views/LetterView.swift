import Disclosure
import Integrity
import Markdown

/// 答复: one published reply of one unit, with its text.
struct LetterView: Sendable {
  let answer: Published<Assignment>
  let reply: Reply
  let anchor: String
  /// The letter's own title, or one made for it.
  let title: String
  let text: RenderedText
  /// The sizes of the column's attachments in bytes.
  let files: [String: Int]
  /// As its page's data file has it, and what the column's history says of it.
  private(set) var line: [UInt8] = []
  private(set) var digest = Digest(of: [])
  private(set) var history: [History.Entry] = []

  init(
    answer: Published<Assignment>, reply: Reply, anchor: String, title: String, text: RenderedText,
    files: [String: Int]
  ) {
    (self.answer, self.reply, self.anchor) = (answer, reply, anchor)
    (self.title, self.text, self.files) = (title, text, files)
  }

  /// Looks the letter up in the history; gives what has become of it since.
  mutating func look(in history: History, page: String, day: CalendarDate) -> History.Entry? {
    line = ProposalFile.line(of: self)
    digest = Digest(of: line)
    let full = page + "#" + name
    let event = history.event(
      of: full, day: day.description, corrections: reply.corrections.count, digest: digest)
    self.history = history.entries(of: full) + (event.map { [$0] } ?? [])
    return event
  }

  /// Which of the letters on its page it is, see `Reply.name(of:)`.
  var name: String { reply.name(of: answer.unit) }

  var repliedOn: CalendarDate? { answer.repliedOn(by: reply) }

  var result: AnswerScheme.ResultClass? { answer.resultClass(of: reply) }

  var number: String { answer.documentNumber(of: reply) }

  static let schema = Schema<LetterView>([
    .text("锚点") { $0.anchor },
    .text("单位") { $0.answer.unit.name },
    .text("单位地址") { ListScope(Facet.Value(facet: .unit, code: $0.answer.unit.code, label: "", rank: 0)).address },
    .text("承办方式") { $0.answer.roleLabel },
    .text("序次") { $0.reply.sequence.rawValue },
    .text("类别代码") { $0.result?.code ?? "" },
    .text("类别名称") { $0.result?.label ?? "" },
    .text("类别含义") { $0.result?.meaning ?? "" },
    .text("发文字号") { $0.number },
    .text("标题") { $0.title },
    .text("主送") { $0.reply.addressee },
    .markup("正文") { $0.text.html },
    .text("署名") { $0.reply.signature.isEmpty ? $0.answer.unit.name : $0.reply.signature },
    .text("成文日期") { ($0.reply.writtenOn ?? $0.repliedOn)?.description ?? "" },
    .text("答复日期") { $0.answer.day(of: $0.reply)?.description ?? "" },
    .text("用时") { $0.answer.duration(until: $0.repliedOn).map { "用时 \($0) 天" } ?? "" },
    .text("公开方式") { _ in Assignment.Disclosure.open.rawValue },
    .text("公开形式") { $0.answer.form.rawValue },
    .text("公开日期") { $0.answer.publishedOn(of: $0.reply)?.description ?? "" },
    .text("联系人") { $0.reply.contact },
    .text("联系电话") { $0.reply.phone },
    .text("抄送") { $0.reply.copies },
    .text("解读") { Self.isWebAddress($0.reply.interpretation) ? "查看解读" : $0.reply.interpretation },
    .text("解读地址") { Self.isWebAddress($0.reply.interpretation) ? $0.reply.interpretation : "" },
    .list("附件", AttachmentView.schema) { letter in
      letter.reply.attachments.map { AttachmentView(attachment: $0, size: letter.files[$0.file] ?? 0) }
    },
    .list("更正", correctionSchema) { $0.reply.corrections },
    .list("目录", HeadingView.schema) { $0.text.headings.map(HeadingView.init) },
    .list("历史", historySchema) { $0.history },
    .text("校验值") { $0.digest.description },
  ])

  private static let historySchema = Schema<History.Entry>([.text("日期") { $0.day }, .text("事项") { $0.event.rawValue }])

  static let correctionSchema = Schema<Correction>([
    .text("日期") { $0.date.description }, .text("说明") { $0.note },
  ])

  private static func isWebAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }
}
