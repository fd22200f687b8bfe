import CMarkGFM
import Diagnostics

extension Writer {
  mutating func refuse(html node: Node) {
    let html = node.literal.string
    let line = html.prefix { $0 != "\n" }
    let end = line.firstIndex(of: ">").map(line.index(after:)) ?? line.endIndex
    let tag = line[..<end]
    let quotation = tag.count > 40 ? tag.prefix(40) + "…" : tag
    let hint =
      if tag.hasPrefix("<!--") {
        "请删去注释；不公开的说明不要写在正文里"
      } else if tag.lowercased().hasPrefix("<br") {
        "换行请在行末写一个反斜杠 \\；表格的一格里不能换行，请分成两行"
      } else {
        "请改用 Markdown 写法；要显示尖括号本身，请写成 \\<"
      }
    errors.append(
      Diagnostic(
        .error, "markdown/raw-html", at: source.place(of: String(tag), near: node), "正文里不能写 HTML：“\(quotation)”",
        hint: hint))
  }

  mutating func refuse(imageWithoutDescription node: Node) {
    errors.append(
      Diagnostic(
        .error, "markdown/image-without-text", at: source.place(of: Bytes(node.pointee.as.link.url).string, near: node),
        "图片没有文字说明", hint: "请在方括号里写明图片的内容，读屏软件和看不到图片的人要用：![说明](图片地址)"))
  }

  mutating func refuse(footnoteInDescription node: Node) {
    errors.append(
      Diagnostic(
        .error, "markdown/footnote-in-image", at: source.place(line: node.firstLine), "图片的文字说明里不能有脚注",
        hint: "请把脚注移到图片后面"))
  }

  /// A text comes without control characters; references can stand for them.
  mutating func refuseControls() {
    guard let reference = source.controlReference, ControlCharacter.first(in: html) != nil else { return }
    errors.append(
      reference.character.diagnostic(
        "markdown/control-character", at: source.place(offset: reference.offset), hint: "请删去“&#”开头的写法"))
  }

  mutating func refuseFragment(in literal: Bytes, of node: Node) {
    guard literal.holdsFragment else { return }
    errors.append(
      Diagnostic(
        .error, "markdown/fragment-in-code", at: source.place(line: node.firstLine), "代码、链接地址和图片说明里不能插入模板片段",
        hint: "请把模板语句移出来；行首缩进四格以上的文字会成为代码，请去掉缩进"))
  }
}
