import Diagnostics
import Disclosure
import Testing

/// The form of 19 columns.
@Suite struct SummaryFormTests {
  private func form(
    _ proposals: [Proposal], kind: Kind? = .suggestion, _ change: (inout SummaryForm.Facts) -> Void = { _ in }
  ) -> SummaryForm {
    var facts = SummaryForm.Facts()
    change(&facts)
    let scope = Statistics.Scope(year: 2024, kind: kind)
    let figures = Statistics(of: scope, in: proposals, column: Column(), gate: Gate(asOf: Sample.asOf))
    return SummaryForm(
      figures, of: scope, items: proposals.compactMap { SummaryForm.Item($0, in: scope) }, facts: facts, unit: "示例省教育厅",
      date: Sample.asOf)
  }

  private func note(_ number: String, _ text: String) -> SummaryForm.Facts.Note {
    SummaryForm.Facts.Note(number: number, text: text, place: Place("a.md"))
  }

  /// The body's texts by row and column.
  private func texts(_ form: SummaryForm) -> [[Int: String]] {
    form.body.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.column, $0.content.text) }) }
  }

  private var bureau: [Proposal] {
    get throws {
      let led = try Sample.proposal("1772", [Sample.row { $0.keyTypes = ["“一把手”领办建议"] }])
      return try [led, Sample.proposal("1773", [Sample.row()])]
        + (0..<14).map { try Sample.proposal("\(1800 + $0)", [Sample.row(.assist)]) }
    }
  }

  @Test func headings() throws {
    let form = form(try bureau)
    #expect(form.title == "示例省教育厅2024年代表建议办理工作情况统计表")
    #expect(form.columnCount == 19)
    #expect(form.groups.map(\.width) == [6, 3, 3, 3, 2, 1, 1])
    #expect(
      form.groups.flatMap { $0.columns.isEmpty ? [$0.name] : $0.columns }.joined(separator: " ") == """
        建议总数 主办件数量 会办件数量 参阅件数量 不满意件数量 不满意原因分析 类别 建议名称及编号 办理情况简介 制度名称 制定时间 内容简介 \
        公开件数 公开载体 有关情况 建议名称 有关情况 工作创新 工作建议
        """)
  }

  /// Each place of the body is covered by one cell.
  @Test(arguments: [Kind.suggestion, .proposal, .motion, nil]) func spans(_ kind: Kind?) throws {
    let form = form(try bureau, kind: kind)
    var covered: [[Int]] = form.body.map { _ in Array(repeating: 0, count: 19) }
    for (index, row) in form.body.enumerated() {
      #expect(row.map(\.column) == row.map(\.column).sorted())
      for cell in row { for offset in 0..<cell.rows { covered[index + offset][cell.column] += 1 } }
    }
    #expect(covered.allSatisfy { $0.allSatisfy { $0 == 1 } })
    #expect(form.body.first?.count == 19 && form.body.dropFirst().allSatisfy { $0.map(\.column) == [6, 7, 8] })
  }

  @Test func figuresAndFacts() throws {
    let form = form(try bureau) {
      $0.notes = [note("1772", "已当面沟通。")]
      $0.rules = [.init(name: "办法", date: "2012年11月", summary: "甲"), .init(name: "细则", date: "2015年", summary: "乙")]
      $0.media = "我厅网站"
      $0.disclosureNote = "全文公开"
      $0.examples = [note("1773", "先沟通后答复")]
      $0.advice = "多组织学习交流。"
    }
    let rows = texts(form)
    #expect((0..<6).map { rows[0][$0] } == ["16", "2", "14", "0", "0", "无"])
    #expect((6..<9).map { rows[0][$0] } == ["“一把手”领办建议", "关于某事的建议（第1772号）", "已当面沟通。"])
    #expect(
      rows.dropFirst().map { row in (6..<9).map { row[$0] } } == [
        ["省人大代表重点建议", "无", "无"], ["省府办公厅重点督办建议", "无", "无"], ["代表连续多年就同一内容提出建议", "无", "无"],
      ])
    #expect((9..<12).map { rows[0][$0] } == ["1. 办法\n2. 细则", "1. 2012年11月\n2. 2015年", "1. 甲\n2. 乙"])
    #expect((12..<17).map { rows[0][$0] } == ["2", "我厅网站", "全文公开", "关于某事的建议（第1773号）", "先沟通后答复"])
    #expect((17..<19).map { rows[0][$0] } == ["", "多组织学习交流。"])
  }

  /// Places have names of their own for key items, and some of other classes.
  @Test func classesOfKeyItems() throws {
    let types = ["省政府办公厅重点督办建议", "\"一把手\"领办", "省人大代表重点处理建议", "绿色通道建议"]
    let proposals = try types.enumerated().map { index, type in
      try Sample.proposal("\(index + 1)", [Sample.row { $0.keyTypes = [type] }]) { $0.isRepeated = index == 3 }
    }
    let rows = texts(form(proposals) { $0.notes = [note("4", "甲")] })
    #expect(rows.map { $0[6] } == [types[1], types[2], types[0], types[3], "代表连续多年就同一内容提出建议"])
    #expect(rows.map { $0[7] } == [2, 3, 1, 4, 4].map { "关于某事的建议（第\($0)号）" })
    #expect(rows.map { $0[8] } == ["", "", "", "甲", "甲"])
  }

  @Test func dissatisfaction() throws {
    let proposals = [
      try Sample.proposal([
        Sample.row {
          $0.satisfaction = .dissatisfied
          $0.dissatisfaction = "进度慢"
        }
      ])
    ]
    #expect(texts(form(proposals))[0][5] == "进度慢")
    #expect(texts(form(proposals) { $0.dissatisfaction = "经费未落实" })[0][5] == "经费未落实")
  }

  /// What the public sees names published items only; of the others there are counts.
  @Test func publicForm() throws {
    let withheld = "关于不公开的事的建议"
    func row(_ type: String, isOpen: Bool) -> Assignment {
      Sample.row {
        $0.keyTypes = [type]
        if !isOpen { $0.disclosure = .closed }
        $0.satisfaction = .dissatisfied
        $0.dissatisfaction = "内部原因"
      }
    }
    let proposals = [
      try Sample.proposal("1", [row("“一把手”领办建议", isOpen: true)]),
      try Sample.proposal("2", [row("“一把手”领办建议", isOpen: false)]) { $0.title = withheld },
      try Sample.proposal("3", [row("省人大代表重点建议", isOpen: false)]) {
        $0.title = withheld
        $0.isRepeated = true
      },
    ]
    var facts = SummaryForm.Facts()
    facts.notes = [note("1", "甲"), note("2", "乙")]
    facts.examples = [note("1", "丙"), note("3", "丁")]
    let form = Sample.open(proposals).column.summaryForm(of: Statistics.Scope(), facts: facts, date: Sample.asOf)
    let rows = texts(form)
    #expect(rows.map { $0[7] } == ["关于某事的建议（第1号）\n另有 1 件未公开", "没有公开的件", "没有公开的件", "没有公开的件", "1 件，未公开"])
    #expect(rows[0][8] == "甲" && rows[0][5] == "" && rows[0][4] == "3")
    #expect(rows[0][15] == "关于某事的建议（第1号）" && rows[0][16] == "丙")
    let all = form.body.joined().map(\.content.text).joined()
    for text in [withheld, "乙", "丁", "内部原因"] { #expect(!all.contains(text)) }
  }
}
