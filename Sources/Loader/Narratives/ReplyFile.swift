import Diagnostics
import Disclosure

/// A file of `content/replies/`: a reply, and what it says of the row that it belongs to. There are thousands, each with
/// dozens of texts, so that they are passed on by reference.
package final class ReplyFile: Sendable {
  static let keys = [
    "编号", "届次", "类型", "承办单位", "标题", "主送", "署名", "成文日期", "联系人", "联系电话", "附件", "抄送", "答复序次", "更正", "撤回", "解读", "已核",
    "旧网址",
    "发文字号", "答复日期", "答复类别", "公开方式", "公开日期",
  ]

  /// The file's name without folder and suffix.
  let stem: String
  package let reply: Reply
  let number: String?
  let session: Session?
  let kind: Kind?
  let unit: String?
  /// 答复类别 as written; which class it means depends on the row.
  let resultText: PlacedNode?

  package init(_ narrative: NarrativeFile, reporting diagnostics: inout Diagnostics) throws(Diagnostic) {
    stem = narrative.stem
    let head = narrative.head
    head?.checkKeys(among: Self.keys, reporting: &diagnostics)
    number = try head?["编号"]?.proposalNumber()
    session = try head?["届次"]?.session()
    kind = try head?["类型"]?.choice()
    unit = try head?["承办单位"]?.text()
    resultText = head?["答复类别"]

    var reply = Reply(source: narrative.source)
    reply.sequence = try head?["答复序次"]?.choice() ?? .first
    reply.title = try narrative.text("标题")
    reply.addressee = try narrative.addressee()
    reply.signature = try narrative.text("署名")
    reply.writtenOn = try head?["成文日期"]?.date()
    reply.contact = try narrative.text("联系人")
    reply.phone = try narrative.text("联系电话")
    reply.copies = try head?["抄送"]?.texts().joined(separator: "，") ?? ""
    reply.interpretation = try narrative.text("解读")
    reply.attachments = try narrative.attachments(reporting: &diagnostics)
    reply.corrections = try narrative.corrections(reporting: &diagnostics)
    reply.withdrawal = try narrative.withdrawal(reporting: &diagnostics)
    reply.formerAddresses = try narrative.formerAddresses()
    reply.excuses = try narrative.excuses(reporting: &diagnostics)
    reply.documentNumber = try head?["发文字号"]?.text()
    reply.repliedOn = try head?["答复日期"]?.date()
    reply.disclosure = try head?["公开方式"]?.choice()
    reply.publishedOn = try head?["公开日期"]?.date()
    self.reply = reply
  }
}
