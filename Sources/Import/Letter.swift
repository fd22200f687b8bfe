import Disclosure

/// A reply as its letter has it, taken apart into what official letters consist of (GB/T 9704-2012).
struct Letter {
  var number: String?
  var session: String?
  var kind: Kind?
  var resultClass: String?
  var documentNumber: String?
  var title: String?
  var addressee: String?
  var signature: String?
  var writtenOn: CalendarDate?
  var disclosure: String?
  var copies: String?
  /// What is left: the text.
  var body: [LetterBlock] = []
  /// Parts that were left out on purpose, as people call them.
  var dropped: [String] = []
  /// What people should look at, as whole sentences, and what to do.
  private(set) var remarks: [(message: String, hint: String?)] = []
  /// 密级, if the letter bears one: such a letter is not for the Internet.
  var secrecy: String?
  /// The texts of the parts that were left out, by which nothing is missed unseen.
  private(set) var droppedTexts: [String] = []
  /// The agency's name above the title.
  private var masthead: [String] = []

  init(_ blocks: [LetterBlock]) {
    var blocks = blocks
    if blocks.allSatisfy({ $0.kind == .table }) {
      // The whole letter stands in a frame.
      blocks = blocks.flatMap(\.cells)
    }
    let start = takeHead(&blocks)
    takeLabels(&blocks, from: start)
    takeSignature(&blocks, from: start)
    body = Array(blocks[start...])
    takeReference()
    remarkOnMergedCells()
    let pages = body.filter { $0.kind == .paragraph && LetterLine.isPageNumber($0.plain) }
    if let first = pages.first {
      remark("正文里有 \(pages.count) 段像是页码（“\(first.plain)”）", hint: "扫描留下的请删去；断开的段落，可以用 fuwen import --suggest 看怎样接上")
    }
  }

  mutating func drop(_ name: String, _ text: String) {
    if !dropped.contains(name) { dropped.append(name) }
    droppedTexts.append(text)
  }

  // MARK: - Before the text

  /// How many blocks the head may have.
  private static let headLength = 16

  /// Takes what stands above the text; from where on the text stands.
  private mutating func takeHead(_ blocks: inout [LetterBlock]) -> Int {
    for index in blocks.indices.prefix(4).reversed() where blocks[index].kind == .table {
      // A table above the addressee is the letter's head.
      if blocks[index...].prefix(Self.headLength).contains(where: { LetterLine.isAddressee($0.plain) }) {
        blocks.replaceSubrange(index...index, with: blocks[index].cells)
      }
    }
    let head = blocks.prefix(Self.headLength)
    let addressee = head.firstIndex { LetterLine.isAddressee($0.plain) }
    let end = addressee ?? head.firstIndex { LetterLine.isText($0.plain) } ?? 0
    if let addressee {
      self.addressee = String(blocks[addressee].plain.dropLast()).trimmed
      droppedTexts.append(blocks[addressee].plain)
    }
    var titles: [String] = []
    for block in blocks[..<end] { takeHeadLine(block.plain, &titles) }
    // What stands above the title and is none is the name of the agency.
    while titles.count > 1, !LetterLine.speaksOfReply(titles[0]), LetterLine.isAgency(titles[0]) {
      masthead.append(titles.removeFirst())
    }
    if !titles.isEmpty { title = titles.joined() }
    return addressee.map { $0 + 1 } ?? end
  }

  private mutating func takeHeadLine(_ line: String, _ titles: inout [String]) {
    let bare = line.bare
    if let mark = LetterLine.secrecy(bare) {
      secrecy = mark
    } else if let mark = LetterLine.resultClass(bare) {
      resultClass = mark
      droppedTexts.append(line)
    } else if let (number, rest) = LetterLine.documentNumber(line) {
      documentNumber = number
      droppedTexts.append(line)
      if !rest.isEmpty { drop(rest.hasPrefix("签发人") ? "签发人" : "文号后面的文字（\(rest)）", rest) }
    } else if takeLabel(line) {
      return
    } else if bare.allSatisfy({ $0.isASCII && $0.isNumber }) {
      drop("份号", line)
    } else if ["特急", "加急", "平急", "特提"].contains(bare) {
      drop("紧急程度", line)
    } else if bare.hasSuffix("文件"), LetterLine.isAgency(String(bare.dropLast(2))) {
      masthead.append(line)
    } else {
      titles.append(line)
    }
  }

  // MARK: - Parts with a label

  /// Takes the parts that say what they are, wherever they stand below the addressee.
  private mutating func takeLabels(_ blocks: inout [LetterBlock], from start: Int) {
    for index in blocks.indices.reversed() where index >= start && blocks[index].kind == .table {
      let isImprint = blocks[index].cells.contains { LetterLine.label(of: $0.plain)?.part == .copies }
      if isImprint { blocks.replaceSubrange(index...index, with: blocks[index].cells) }
    }
    var index = start
    while index < blocks.count {
      guard blocks[index].kind == .paragraph, let label = LetterLine.label(of: blocks[index].plain) else {
        index += 1
        continue
      }
      var text = blocks[index].plain
      var end = index + 1
      if label.part == .copies {
        // Copies go on in further lines.
        while end < blocks.count, blocks[end].kind == .paragraph, !text.hasSuffix("。"),
          LetterLine.label(of: blocks[end].plain) == nil, blocks[end].plain.count < 80
        {
          text += blocks[end].plain
          end += 1
        }
      }
      if takeLabel(text) { blocks.removeSubrange(index..<end) } else { index = end }
    }
  }

  private mutating func takeLabel(_ line: String) -> Bool {
    guard let label = LetterLine.label(of: line) else { return false }
    switch label.part {
    case .disclosure:
      guard let disclosure = LetterLine.disclosure(label.value) else { return false }
      self.disclosure = disclosure
      droppedTexts.append(line)
    case .copies:
      copies = label.value.hasSuffix("。") ? String(label.value.dropLast()) : label.value
      droppedTexts.append(line)
    case .contact: drop("联系人和电话", line)
    case .signer: drop("签发人", line)
    case .printing: drop("印发机关和日期", line)
    case .keywords: drop("主题词", line)
    }
    return true
  }

  // MARK: - Below the text

  private mutating func takeSignature(_ blocks: inout [LetterBlock], from start: Int) {
    let day = blocks.indices.first { index in
      index >= start && blocks[index].kind != .table && LetterLine.signedDay(blocks[index].plain) != nil
    }
    guard let day, let (name, date) = LetterLine.signedDay(blocks[day].plain) else {
      dropMasthead(besides: [])
      if let day = blocks[start...].suffix(4).last(where: { LetterLine.resemblesDay($0.plain) }) {
        remark("“\(day.plain)”像是成文日期，没有看懂，和署名一起留在了正文里", hint: "把署名、成文日期写到文件头，正文里的删去")
      }
      return
    }
    writtenOn = date
    droppedTexts.append(blocks[day].plain)
    var names = name.isEmpty ? [] : [name]
    var first = day
    while names.count < 6, first > start, blocks[first - 1].kind != .table,
      LetterLine.isSignature(blocks[first - 1].plain)
    {
      first -= 1
      if let name = LetterLine.withoutSeal(blocks[first].plain) { names.insert(name, at: 0) }
      droppedTexts.append(blocks[first].plain)
      if !name.isEmpty { break }
    }
    if !names.isEmpty { signature = names.joined(separator: "、") }
    dropMasthead(besides: names)
    blocks.removeSubrange(first...day)
    if first < blocks.count { remark("落款以后还有文字（“\(blocks[first].plain.prefix(20))”等），放在了正文末尾，请核对") }
    if let list = blocks[start...].first(where: { $0.plain.hasPrefix("附件：") || $0.plain.hasPrefix("附件:") }) {
      remark("“\(list.plain.prefix(20))”留在正文里", hint: "要让人下载的，把文件放到 content/files/，在文件头的“附件”里写路径")
    }
  }

  /// Where the letter is signed by the agency that its head names, nothing of it is missing.
  private mutating func dropMasthead(besides signatures: [String]) {
    for line in masthead {
      let name = line.bare.hasSuffix("文件") ? String(line.bare.dropLast(2)) : line.bare
      // Either may be the short name.
      if signatures.contains(where: { name.hasSuffix($0) || $0.hasSuffix(name) }) {
        droppedTexts.append(line)
      } else {
        drop("发文机关标志（\(name)）", line)
      }
    }
  }

  private mutating func remark(_ message: String, hint: String? = nil) { remarks.append((message, hint)) }

  // MARK: - Which item it answers

  private mutating func takeReference() {
    let opening = body.prefix(3).map(\.plain)
    var numbers: [String] = []
    for text in [title ?? ""] + opening {
      let bare = text.bare
      let received = bare.firstRange(of: "收悉")
      var found = LetterLine.numbers(in: (received.map { String(bare[..<$0.lowerBound]) } ?? bare).withoutTitles)
      if received == nil, text != title { found = [] }
      if numbers.isEmpty, found.isEmpty { found = Array(LetterLine.numbers(in: bare).prefix(1)) }
      // Letters leave out the zeros in front here and there.
      for number in found where !numbers.contains(where: { $0.trimmingZeros == number.trimmingZeros }) {
        numbers.append(number)
      }
      if session == nil { session = LetterLine.session(in: bare) }
      if kind == nil { kind = LetterLine.kind(in: bare) }
    }
    number = numbers.first
    guard let number, numbers.count > 1 else { return }
    remark(
      "这封信答复的不止一件（\(numbers.map { "第\($0)号" }.joined(separator: "、"))），只按第\(number)号写了文件",
      hint: "每一件都要有复文：把写好的文件复制成另外几件的，改文件名和文件头的“编号”；届次、类型不同的也要改")
  }

  private mutating func remarkOnMergedCells() {
    for (index, table) in body.filter({ $0.kind == .table }).enumerated() where !table.merged.isEmpty {
      let list = table.merged.prefix(10).joined(separator: "、") + (table.merged.count > 10 ? "等" : "")
      remark("第 \(index + 1) 张表里有合并的单元格，内容在占到的每一格都写了一遍：\(list)", hint: "请对照原文核对；不该重复的（例如合计数），把多的那格清空")
    }
  }

  /// The fields that were not found, as the front matter names them.
  var missing: [String] {
    [
      ("编号", number == nil), ("届次", session == nil), ("类型", kind == nil), ("标题", title == nil),
      ("主送", addressee == nil),
      ("署名", signature == nil), ("成文日期", writtenOn == nil), ("发文字号", documentNumber == nil),
      ("公开方式", disclosure == nil),
    ].filter(\.1).map(\.0)
  }
}

extension String {
  /// `0216` and `216` are one number in two hands.
  fileprivate var trimmingZeros: Substring { drop { $0 == "0" } }

  /// Without what stands in 《》.
  fileprivate var withoutTitles: String {
    let parts = split(separator: "《", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index == 0 ? part : part.firstIndex(of: "》").map { part[$0...] } ?? part
    }.joined()
  }
}
