import Diagnostics
import Disclosure
import Integrity

/// The data file beside a proposal's page: its records as `data/records.json` has them, its letters with their text, and
/// what became of them. One letter a line, see `LetterLines`.
enum ProposalFile {
  static let fields = [
    DataField(name: "网址", meaning: "答复的网页，从专栏的根目录算起"),
    DataField(name: "固定网址", meaning: "答复的网页的完整网址"),
    DataField(name: "标题", meaning: "建议或提案的标题"),
    DataField(name: "概要", meaning: "检索结果里标题下面的各项：届次编号、答复单位、首次和最近一次答复的日期、结果"),
    DataField(name: "办理件", meaning: "每个公开的办理件一个对象，字段与办理件记录相同"),
    DataField(name: "答复", meaning: "每份公开的答复一个对象：标识、答复序次、发文字号、标题、主送、正文、署名、成文日期、答复日期、答复类别、联系人、联系电话、抄送、附件（名称、网址、字节）"),
    DataField(name: "更正", meaning: "各次更正：答复的标识、日期、说明"),
    DataField(name: "撤回", meaning: "已经撤回的答复：日期、理由类别"),
    DataField(name: "历史", meaning: "每份公开的答复一个对象：答复的标识、承办单位、记录（日期和事项）、校验值（“答复”里它那一行的 SHA-256，不算行末的逗号）"),
  ]

  /// A letter as one line.
  static func line(of letter: LetterView) -> [UInt8] {
    let reply = letter.reply
    var line = Array(LetterLines.nameOpening.dropLast().utf8)
    func write(_ name: String, _ text: String) {
      line += name.utf8
      JSONText.write(text, into: &line)
    }
    write("", letter.name)
    write(", \"答复序次\": ", reply.sequence.rawValue)
    write(", \"发文字号\": ", letter.number)
    write(", \"标题\": ", letter.title)
    write(", \"主送\": ", reply.addressee)
    line += ", \"正文\": ".utf8
    letter.text.plainBytes.withUnsafeBufferPointer { JSONText.write($0, into: &line) }
    write(", \"署名\": ", reply.signature)
    write(", \"成文日期\": ", reply.writtenOn?.description ?? "")
    write(", \"答复日期\": ", letter.repliedOn?.description ?? "")
    write(", \"答复类别\": ", letter.result?.code ?? "")
    write(", \"联系人\": ", reply.contact)
    write(", \"联系电话\": ", reply.phone)
    write(", \"抄送\": ", reply.copies)
    let attachments = reply.attachments.map { attachment in
      JSONValue.object([
        ("名称", .text(attachment.name)), ("网址", .text("files/" + PercentText.encoded(path: attachment.file))),
        ("字节", .number(letter.files[attachment.file])),
      ])
    }
    line += ", \"附件\": ".utf8
    JSONText.write(.list(attachments), into: &line)
    line += "}".utf8
    return line
  }

  static func text(of view: ProposalView) -> [UInt8] {
    let item = view.item
    var bytes = Array("{\n\"网址\": ".utf8)
    JSONText.write(item.proposal.key.address, into: &bytes)
    bytes += ",\n\"固定网址\": ".utf8
    JSONText.write(view.webAddress, into: &bytes)
    bytes += ",\n\"标题\": ".utf8
    JSONText.write(item.proposal.title, into: &bytes)
    bytes += ",\n\"概要\": ".utf8
    // Who asked stands in the records.
    JSONText.write(item.outline, into: &bytes)
    write("\"办理件\": [", item.answers + item.assistance, into: &bytes) { assignment, bytes in
      RecordFile.write(
        DataRecord(proposal: item.proposal, assignment: assignment, address: item.proposal.key.address), into: &bytes)
    }
    write(LetterLines.opening, view.letters, into: &bytes) { letter, bytes in bytes += letter.line }
    let corrections = view.letters.flatMap { letter in letter.reply.corrections.map { (letter.name, $0) } }
    write("\"更正\": [", corrections, into: &bytes) { correction, bytes in
      JSONText.write(
        [
          ("答复", .text(correction.0)), ("日期", .text(correction.1.date.description)), ("说明", .text(correction.1.note)),
        ], into: &bytes)
    }
    write("\"撤回\": [", item.withdrawals.map(\.withdrawal), into: &bytes) { withdrawal, bytes in
      JSONText.write(
        [("日期", .text(withdrawal.date.description)), ("理由类别", .text(withdrawal.reason.rawValue))], into: &bytes)
    }
    write("\"历史\": [", view.letters, into: &bytes) { letter, bytes in
      let events = letter.history.map {
        JSONValue.object([("日期", .text($0.day)), ("事项", .text($0.event.rawValue))])
      }
      JSONText.write(
        [
          ("答复", .text(letter.name)), ("承办单位", .text(letter.answer.unit.name)), ("记录", .list(events)),
          ("校验值", .text(letter.digest.description)),
        ], into: &bytes)
    }
    bytes += "\n}\n".utf8
    return bytes
  }

  /// A list, one element a line.
  private static func write<Element>(
    _ opening: String, _ list: [Element], into bytes: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
  ) {
    bytes += ",\n".utf8
    bytes += opening.utf8
    for (index, element) in list.enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      write(element, &bytes)
    }
    bytes += "\n]".utf8
  }
}
