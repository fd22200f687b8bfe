import Foundation
import OfficeSamples
import Testing

@testable import Site

@Suite struct ImportTests {
  private static let header = "序号,案号,案由,类型,会议,承办单位,承办方式,交办日期,答复日期,承办人电话,不知何物"
  private static let rows = [
    "1,第0216号,关于“电梯”的建议,建议,省十四届人大二次会议,省教育厅,主办,2024/2/20,2024年5月20日,0999-80000001,x",
    "2,0217,=关于水库的建议,建议,省十四届人大二次会议,示例省水利厅,会办,45342,,0999-80000002,",
  ]
  private static let clean = """
    \u{FEFF}类型,届次,编号,标题,承办单位,承办方式,交办日期,答复日期\r
    建议,省十四届人大二次会议,第0216号,关于“电梯”的建议,省教育厅,主办,2024-02-20,2024-05-20\r
    建议,省十四届人大二次会议,0217,=关于水库的建议,示例省水利厅,会办,2024-02-20,\r

    """

  private func importing(_ files: [String: [UInt8]], isSuggesting: Bool = false, into site: LittleSite) throws -> Report
  {
    for (name, bytes) in files { try site.write(Data(bytes), to: name) }
    return Site(site.path, options: Options(workers: 1))
      .importing(files.keys.sorted().map { site.path + "/" + $0 }, isSuggesting: isSuggesting)
  }

  private func text(_ path: String, of site: LittleSite) throws -> String {
    String(decoding: try Data(contentsOf: site.folder.appending(path: path)), as: UTF8.self)
  }

  @Test func cleansLedgers() throws {
    let table = ([Self.header] + Self.rows).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let forms = [
      "台账.csv": Array(table.map { $0.joined(separator: ",") + "\n" }.joined().utf8),
      "台账.tsv": try inGB18030("台账\n\n" + table.map { $0.joined(separator: "\t") + "\n" }.joined()),
      "台账.xlsx": SampleWorkbook(table).bytes,
    ]
    for (name, bytes) in forms {
      let site = try LittleSite([ledgerFile: nil])
      let report = try importing([name: bytes], into: site)
      #expect(report.imported == ["content/records/台账.csv"])
      #expect(try text("content/records/台账.csv", of: site) == Self.clean, "\(name)")
      #expect(report.diagnostics.sorted.map(\.rule) == ["import/dropped", "ledger/unknown-column"])
      #expect(report.diagnostics.sorted[0].message == "没有导入：序号、承办人电话")
      // What was made is clean.
      let again = try importing(["再次.csv": Array(Self.clean.utf8)], into: site)
      #expect(again.diagnostics.list.isEmpty)
      #expect(try text("content/records/再次.csv", of: site) == Self.clean)
    }
  }

  /// Of lines above the header nothing is told: they hold more than names of columns.
  @Test func linesAboveTheHeaderAreNotTold() throws {
    let ledger = "联系人：王小二 13812345678,,\n联系电话13812345678,,\n" + Self.clean.replacing("\u{FEFF}", with: "")
    let report = try importing(["台账.csv": Array(ledger.utf8)], into: LittleSite())
    #expect(report.imported == ["content/records/台账.csv"])
    #expect(
      !report.diagnostics.list.contains { ($0.message + ($0.hint ?? "")).contains("138") }, "\(report.diagnostics.list)"
    )
  }

  @Test func writesNothingWithAnError() throws {
    let site = try LittleSite()
    let letter = SampleLetter(["关于第9号建议的答复", "甲代表：", "收悉。"]).bytes
    let before = try FileManager.default.subpathsOfDirectory(atPath: site.path).count
    let report = try importing(["甲.docx": letter, "乙.docx": Array("坏".utf8)], into: site)
    #expect(report.diagnostics.list.contains { $0.rule == "office/wrong-kind" })
    try site.write("别人的", to: "content/replies/9.md")
    let taken = try importing(["丙.docx": letter, "甲.docx": letter], into: site)
    #expect(taken.diagnostics.list.filter { $0.severity == .error }.map(\.rule) == ["import/exists"])
    #expect(try FileManager.default.subpathsOfDirectory(atPath: site.path).count == before + 4)
  }

  /// The same number in the other kind, or of another unit.
  @Test func lettersOfOneNumberGetFilesOfTheirOwn() throws {
    let site = try LittleSite()
    func letter(_ kind: String) -> [UInt8] { SampleLetter(["关于第9号\(kind)的答复", "甲代表：", "收悉。"]).bytes }
    let report = try importing(["丙.docx": letter("建议"), "甲.docx": letter("提案"), "乙.docx": letter("建议")], into: site)
    let imported = try #require(report.imported)
    #expect(imported.sorted() == ["content/replies/9-2.md", "content/replies/9-3.md", "content/replies/9.md"])
    for file in imported { #expect(try text(file, of: site).contains("编号: \"9\"")) }
  }

  @Test func suggestsRepairs() throws {
    let site = try LittleSite()
    let torn = """
      ---
      编号: "0216"
      ---

      一、强化领办
      我局高度重视，坚持把办理建议作为一项重要的政治任务来抓，主要负责同志多次召开会议研究部署，逐件听取汇报，提出明确要求，抓好工作落实。

      针对建议提出的问题，我们着力完善标准化法规体系，主动强化技术性措

      施应对工作，取得了成效。

      """
    let report = try importing(["a.md": Array(torn.utf8)], isSuggesting: true, into: site)
    #expect(
      report.suggestions == [
        """
        --- \(site.path)/a.md
        +++ \(site.path)/a.md
        @@ -3,8 +3,7 @@
         ---
        \u{20}
         一、强化领办
        +
         我局高度重视，坚持把办理建议作为一项重要的政治任务来抓，主要负责同志多次召开会议研究部署，逐件听取汇报，提出明确要求，抓好工作落实。
        \u{20}
        -针对建议提出的问题，我们着力完善标准化法规体系，主动强化技术性措
        -
        -施应对工作，取得了成效。
        +针对建议提出的问题，我们着力完善标准化法规体系，主动强化技术性措施应对工作，取得了成效。

        """
      ])
    #expect(try text("a.md", of: site) == torn)
    let sound = try importing(["a.md": Array("正文。\n".utf8)], isSuggesting: true, into: site)
    #expect(sound.suggestions == [] && sound.exitStatus == 0)
    // The letter's text would be torn too; nothing is written.
    let letter = SampleLetter(["关于第9号建议的答复", "甲代表：", "建议收悉，我们着力完善标准化法规体系，主动强化技术性措", "施应对工作，取得了成效。"])
    let suggested = try importing(["b.docx": letter.bytes], isSuggesting: true, into: site)
    #expect(suggested.suggestions?.first?.contains("+建议收悉，我们着力完善标准化法规体系，主动强化技术性措施应对工作，取得了成效。") == true)
    #expect(!site.exists("content/replies/9.md"))
  }

  @Test func needsPandocForLettersOnly() throws {
    let site = try LittleSite([ledgerFile: nil])
    try site.write(Data(SampleLetter(["甲代表：", "收悉。"]).bytes), to: "信.docx")
    try site.write(([Self.header] + Self.rows).joined(separator: "\n"), to: "台账.csv")
    let nowhere = ["PATH": "/nowhere"]
    let letter = try Command(["import", "信.docx", "--no-color"], in: site.path, environment: nowhere)
    #expect(letter.status == 1)
    #expect(
      letter.error == """
        错误 信.docx：导入 Word 文件要用 pandoc，这台机器上没有
          办法：请安装：sudo apt-get install pandoc


        """)
    #expect(letter.output == "有错误，什么也没有写\n")
    let ledger = try Command(["import", "台账.csv"], in: site.path, environment: nowhere)
    #expect(ledger.status == 0)
    let again = try Command(["import", "台账.csv", "--format", "json"], in: site.path, environment: nowhere)
    #expect(again.status == 1 && again.output.contains("\"rule\": \"import/exists\""), "\(again.output)")
    let suggested = try Command(
      ["import", "台账.csv", "--suggest", "--format", "json"], in: site.path, environment: nowhere)
    #expect(suggested.status == 0 && suggested.output.contains("\"suggestions\": []"), "\(suggested.output)")
    #expect(ledger.output == "写好了：content/records/台账.csv\n请核对以后运行 fuwen check\n")
  }
}
