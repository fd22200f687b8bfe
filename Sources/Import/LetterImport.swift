import Diagnostics
import Disclosure
import Loader

/// A Word letter on its way to a file of `content/replies/`.
struct LetterImport {
  private let file: String
  private let word: WordFile
  private let letter: Letter
  private let notes: [LetterBlock]
  private let known: KnownText

  /// - Throws: when the file cannot be read, has no text, or is secret.
  init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    self.file = file
    word = try WordFile(bytes, file: file)
    let tree = PandocTree(
      try JSONReader.read(Pandoc.json(of: bytes, file: file), file: file), paragraphs: word.paragraphs)
    guard tree.blocks.contains(where: { !$0.plain.isEmpty }) else {
      throw Diagnostic(
        .error, "import/empty", at: Place(file), "文件里没有文字" + (word.pictures > 0 ? "，只有图片" : ""),
        hint: word.pictures > 0 ? "扫描件要先识别成文字（OCR），核对以后再导入" : "请检查是不是选错了文件")
    }
    letter = Letter(tree.blocks)
    notes = tree.notes
    known = KnownText(letter, notes: notes)
    if let secrecy = letter.secrecy {
      throw Diagnostic(
        .error, "import/secret", at: Place(file), "文件标有密级（\(secrecy)），不予导入", hint: "涉密文件不能放到连着互联网的机器上；已经解密的，删去密级标志再导入")
    }
  }

  /// Below `content/replies/`, without its suffix.
  var name: String? { letter.number }

  // MARK: The file

  var text: String {
    let head = [
      ("编号", letter.number), ("届次", letter.session), ("类型", letter.kind?.rawValue), ("标题", letter.title),
      ("主送", letter.addressee),
      ("署名", letter.signature), ("成文日期", letter.writtenOn?.description), ("发文字号", letter.documentNumber),
      ("答复类别", letter.resultClass), ("公开方式", letter.disclosure), ("抄送", letter.copies),
    ]
    let lines = head.compactMap { key, value in value.map { "\(key): \(FrontMatterText.scalar($0))" } }
    let top = letter.body.compactMap { if case .heading(let level) = $0.kind { level } else { nil } }.min() ?? 1
    let body = letter.body.map { block in
      guard case .heading(let level) = block.kind else { return block.markdown }
      // The page's own title is the first level.
      return String(repeating: "#", count: min(6, 2 + level - top)) + " " + block.markdown
    }
    let notes = notes.enumerated().map { "[^\($0 + 1)]: \($1.markdown)" }
    return "---\n" + lines.map { $0 + "\n" }.joined() + "---\n\n" + (body + notes).joined(separator: "\n\n") + "\n"
  }

  // MARK: What people should know

  func report(into diagnostics: inout Diagnostics) {
    let place = Place(file)
    if !letter.missing.isEmpty {
      let hint = "信里有的，请补在文件头里；台账里有的可以不补"
      diagnostics.warning(
        "import/missing", at: place, "没有认出：\(letter.missing.joined(separator: "、"))",
        hint: letter.missing.contains("编号") ? "编号一定要补，程序凭它找台账里的那一行；其余的，\(hint)" : hint)
    }
    let dropped = dropped
    if !dropped.isEmpty {
      diagnostics.warning(
        "import/dropped", at: place, "没有导入：\(dropped.joined(separator: "；"))", hint: "要公开的，请手工补上；联系方式只写办公电话")
    }
    for (message, hint) in letter.remarks { diagnostics.warning("import/remark", at: place, message, hint: hint) }
    if word.hasHiddenText {
      diagnostics.warning(
        "import/hidden", at: place, "信里有设为“隐藏”的文字，一并导入了", hint: "请核对导入的正文，删去不该公开的文字")
    }
    let lost = lost
    if !lost.isEmpty {
      let list =
        lost.prefix(10).map { "“\($0.prefix(30))\($0.count > 30 ? "……" : "")”" }.joined() + (lost.count > 10 ? "等" : "")
      diagnostics.warning(
        "import/lost", at: place, "有 \(lost.count) 段文字没有导入：\(list)", hint: "请对照原文，把它们补到正文里")
    }
  }

  private var dropped: [String] {
    var dropped = letter.dropped
    for margin in word.margins where !isKnown(margin) { dropped.append("页眉页脚（\(margin.prefix(20))）") }
    if word.comments > 0 { dropped.append("批注 \(word.comments) 条") }
    if word.pictures > 0 { dropped.append("图片 \(word.pictures) 张") }
    for format in word.lostFormats { dropped.append(format + "的格式") }
    let boxes = lostParagraphs.filter(\.isInTextBox)
    if !boxes.isEmpty { dropped.append("文本框（\(boxes.map { String($0.text.prefix(20)) }.joined(separator: "，"))）") }
    return dropped
  }

  /// Texts that got nowhere, text boxes aside.
  private var lost: [String] { lostParagraphs.filter { !$0.isInTextBox }.map(\.text) }

  private var lostParagraphs: [WordFile.Paragraph] {
    word.paragraphs.filter { paragraph in
      // Lines that were broken by hand are taken one by one.
      !known.holds(paragraph.text)
        && !paragraph.text.split(whereSeparator: \.isBlank).allSatisfy { known.holds(String($0)) }
    }
  }

  private func isKnown(_ text: String) -> Bool { known.holds(text) }
}

/// All that a new file says, and all that was left out on purpose, without blanks.
private struct KnownText {
  private let paragraphs: Set<String>
  private let all: [UInt8]

  init(_ letter: Letter, notes: [LetterBlock]) {
    let fields = [letter.title, letter.signature, letter.copies].compactMap { $0 }
    let blocks = (letter.body + notes).flatMap { $0.kind == .table ? $0.cells : [$0] }
    let texts = (fields + letter.droppedTexts + blocks.map(\.plain)).map(\.bare)
    paragraphs = Set(texts)
    all = Array(texts.joined(separator: "\n").utf8)
  }

  /// Nearly every text is a paragraph of its own; few are parts of others.
  func holds(_ text: String) -> Bool {
    let text = text.bare
    return paragraphs.contains(text) || all.firstRange(of: Array(text.utf8)) != nil
  }
}
