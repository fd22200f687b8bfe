import Diagnostics
import OpenXML

/// What a Word file holds, seen without pandoc: to know what pandoc leaves out.
struct WordFile {
  static let kind = " Word 文档（.docx）"

  /// The texts of all paragraphs that are part of the document, without blanks at their ends; empty ones left out.
  private(set) var paragraphs: [Paragraph] = []
  /// The texts of headers and footers, page numbers aside, each once.
  private(set) var margins: [String] = []
  private(set) var comments = 0
  private(set) var pictures = 0
  private(set) var hasHiddenText = false
  /// Kinds of formats that bear a meaning and that Markdown lacks, as people call them.
  private(set) var lostFormats: [String] = []

  struct Paragraph {
    let text: String
    /// What Word puts in front of it.
    let number: String?
    let isInTextBox: Bool
  }

  /// - Throws: for damage, other kinds of files, and files with macros.
  init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    self = try OfficePackage.open(bytes, file: file, wanted: Self.kind) { (package) throws(Diagnostic) in
      try WordFile(package)
    }
  }

  private init(_ package: OfficePackage) throws(Diagnostic) {
    guard let main = try Relationships(of: "", in: package).first("officeDocument") else {
      throw OfficeFault.wrongKind(package.file, wanted: Self.kind, found: "别的压缩文件")
    }
    let related = try Relationships(of: main.part, in: package)
    let text = WordText(try WordNumbering(related, of: package))
    try XMLReader(main.part, of: package, to: text).readAll()
    guard text.root == "document" else {
      let kinds = ["workbook": " Excel 工作簿", "presentation": "演示文稿"]
      throw OfficeFault.wrongKind(package.file, wanted: Self.kind, found: kinds[text.root])
    }
    if package.parts.contains(where: { $0.hasSuffix("vbaProject.bin") }) { throw Self.macros(package.file) }
    for note in ["footnotes", "endnotes"].compactMap({ related.first($0) }) {
      try XMLReader(note.part, of: package, to: text).readAll()
    }
    paragraphs = text.paragraphs.filter { !$0.text.isEmpty }
    pictures = text.pictures
    hasHiddenText = text.hasHiddenText
    lostFormats = [("上标、下标", text.hasScripts), ("删除线", text.hasStrikes), ("公式", text.hasFormulas)].filter(\.1).map(\.0)
    for margin in related.all("header") + related.all("footer") {
      let text = WordText()
      try XMLReader(margin.part, of: package, to: text).readAll()
      for paragraph in text.paragraphs where paragraph.text.contains(where: \.isLetter) {
        if !margins.contains(paragraph.text) { margins.append(paragraph.text) }
      }
    }
    if let part = related.first("comments")?.part {
      let text = WordText()
      try XMLReader(part, of: package, to: text).readAll()
      comments = text.comments
    }
  }

  static func macros(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "import/macros", at: Place(file), "文件带有宏（可以自动运行的程序），不予导入",
      hint: "请用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”；来历不明的文件不要使用")
  }
}

/// The text of a part of a Word file (ECMA-376, part 1, section 17).
private final class WordText: XMLHandler {
  var root = ""
  private(set) var paragraphs: [WordFile.Paragraph] = []
  private(set) var pictures = 0
  private(set) var comments = 0
  private(set) var hasHiddenText = false
  private(set) var hasScripts = false
  private(set) var hasStrikes = false
  private(set) var hasFormulas = false

  /// Paragraphs stand in each other where there are text boxes.
  private var open: [[UInt8]] = []
  private var numbers: [String?] = []
  private var isInText = false
  private var isInProperties = false
  private var reference = WordNumbering.Reference()
  private var style: String?
  private var numbering: WordNumbering?
  private var textBoxes = 0
  /// How many elements are open whose text does not count: what a picture is for older programs, what was moved
  /// away, readings above characters.
  private var passedOver = 0

  /// - Parameter numbering: of the document's own text.
  init(_ numbering: WordNumbering? = nil) { self.numbering = numbering }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if root.isEmpty { root = name.local }
    switch name {
    case "pPr":
      isInProperties = true
      (reference, style) = (WordNumbering.Reference(), nil)
    case "pStyle": style = attributes["val"]
    case "numId": if isInProperties { reference.list = attributes["val"] }
    case "ilvl": if isInProperties { reference.level = attributes["val"].flatMap { Int($0) } }
    case "Fallback", "moveFrom", "rt": passedOver += 1
    case "p":
      open.append([])
      numbers.append(nil)
    case "t": isInText = passedOver == 0
    case "tab", "br", "cr": append(" ")
    case "noBreakHyphen": append("-")
    case "txbxContent": textBoxes += 1
    case "blip", "imagedata": if passedOver == 0 { pictures += 1 }
    case "comment": comments += 1
    case "vanish": hasHiddenText = hasHiddenText || isTurnedOn(attributes)
    case "strike", "dstrike": hasStrikes = hasStrikes || isTurnedOn(attributes)
    case "vertAlign": hasScripts = hasScripts || ["superscript", "subscript"].contains(attributes["val"])
    case "oMath": hasFormulas = true
    default: break
    }
  }

  /// A switch is on unless it says otherwise.
  private func isTurnedOn(_ attributes: XMLAttributes) -> Bool { attributes["val"] == nil || attributes.isOn("val") }

  func end(_ name: XMLName) -> Bool {
    switch name {
    case "Fallback", "moveFrom", "rt": passedOver -= 1
    case "p":
      let text = String(decoding: open.popLast() ?? [], as: UTF8.self).trimmed
      let number = numbers.popLast() ?? nil
      paragraphs.append(WordFile.Paragraph(text: text, number: number, isInTextBox: textBoxes > 0))
    case "pPr":
      isInProperties = false
      if !numbers.isEmpty, passedOver == 0 { numbers[numbers.count - 1] = numbering?.next(reference, style: style) }
    case "t": isInText = false
    case "txbxContent": textBoxes -= 1
    default: break
    }
    return true
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isInText, !open.isEmpty { open[open.count - 1] += text }
  }

  private func append(_ text: StaticString) {
    guard !open.isEmpty, passedOver == 0 else { return }
    open[open.count - 1] += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
