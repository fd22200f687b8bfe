import Diagnostics
import Disclosure
import Testing

@Suite("Texts before the gate")
struct GateTextTests {
  /// What the gate says of a letter's text whose front matter ends on line 9.
  private func review(
    _ text: String, proposer: String = "韩辰", addressee: String = "韩辰代表：", excuses: [Excuse] = [],
    policy: Column.ProposerDisplay = .surname
  ) throws -> [Diagnostic] {
    let (reply, item) = try opened(proposer, addressee, excuses, policy)
    let (admitted, diagnostics) = Gate(asOf: Sample.asOf).admit(Array(text.utf8), of: reply, in: item)
    #expect(admitted.bytes == Array(text.utf8))
    return diagnostics
  }

  /// What it says of what the text has become.
  private func rereview(_ text: String, excuses: [Excuse] = []) throws -> [Diagnostic] {
    let (reply, item) = try opened("韩辰", "韩辰代表：", excuses, .surname)
    return Gate(asOf: Sample.asOf).review(rendered: text, of: reply, in: item)
  }

  private func opened(
    _ proposer: String, _ addressee: String, _ excuses: [Excuse], _ policy: Column.ProposerDisplay
  ) throws -> (Reply, PublishedColumn.Item) {
    let reply = Reply(source: NarrativeSource(file: "content/replies/1.md", offset: 100, line: 10))
    let row = Sample.row {
      $0.replies = [reply]
      $0.replies[0].addressee = addressee
      $0.replies[0].excuses = excuses
    }
    let proposal = try Sample.proposal([row]) { $0.proposer = proposer }
    let item = try #require(Sample.open([proposal]) { $0.proposerDisplay = policy }.column.items.first)
    return (try #require(item.answers.first?.replies.first), item)
  }

  @Test(
    "names the place",
    arguments: [
      ("13812345678", 10, 1), ("电话13812345678", 10, 3), ("第一行\n𠮷电话：13812345678", 11, 5),
      ("\n\n\n  139 8765 4321", 13, 3),
      ("一\r\n二13812345678", 11, 2), ("一\n\n机密★", 12, 1), ("一\n住阳光小区5栋2单元301室", 11, 4), ("一\n\n公开方式：不予公开", 12, 1),
      ("一\n您和韩辰", 11, 3),
    ])
  func places(_ text: String, _ line: Int, _ column: Int) throws {
    #expect(try review(text).map(\.place) == [Place("content/replies/1.md", line: line, column: column)])
  }

  @Test(
    "finds a text that says itself that it is not open",
    arguments: [
      "公开方式：依申请公开", "公开方式:不予公开", "公开方式 ： 不公开", "**公开方式**：依申请公开", "公开属性：依申请公开", "公开类别：不予公开", "信息公开选项：依申请公开",
      "| 公开方式 | 依申请公开 |", "（此件依申请公开）", "此件不予公开", "（此件不公开）", "我们规范了公开方式。\n\n公开方式：依申请公开",
      "公开方式：主动公开\n\n附件\n\n公开方式：不予公开",
      "是否公开：否", "是否同意公开：不同意", "信息公开选项：依申请", "政府信息公开类别：不公开", "［依申请公开］", "公 开 方 式：依申请公开", "公开方式：\n依申请公开",
      "公开方式：□主动公开 ☑依申请公开 □不予公开", "公开方式：主动公开□　依申请公开√　不予公开□",
      "公开方式：暂不公开", "公开方式：免予公开", "公开性质：依申请公开", "（依申请公开）", "**【不予公开】**", "公开方式：待定", "公开方式：公开（依申请）", "公开方式：主动公开 不予公开",
      "公开方式：公开、不公开", "公开方式：□主动公开 □依申请公开",
    ])
  func contradictions(_ text: String) throws {
    let found = try review("现答复如下。\n\n" + text)
    #expect(found.map(\.rule) == ["gate/contradiction"])
    #expect(Sample.review(text).map(\.rule) == ["gate/contradiction"])
  }

  @Test(
    "takes no talk of disclosure for a mark",
    arguments: [
      "公开方式：主动公开", "（此件主动公开）", "（此件公开发布）", "公民可以依申请公开获取", "不予公开的，应当说明理由", "公开方式分为主动公开、依申请公开和不予公开", "此件事不公开不行",
      "明确公开方式，依申请公开件由办公厅办理", "公 开 方 式：主 动 公 开", "公开方式：☑主动公开 □依申请公开 □不予公开", "公开方式：主动公开√ 依申请公开□",
      "是否公开：是", "是否同意公开：同意", "信息公开选项：主动公开", "我们研究了是否公开：否则无法推进", "公开属性：全文公开", "三、（依申请公开）的件", "公开方式：**主动公开**",
    ])
  func innocentDisclosure(_ text: String) throws {
    #expect(try review(text).isEmpty)
  }

  @Test("a mark can be excused", arguments: ["公开方式：依申请公开", "公开方式: 依申请公开"])
  func excusedContradiction(_ content: String) throws {
    #expect(try review("公开方式：依申请公开", excuses: [Sample.excuse(.disclosureMark, content)]).isEmpty)
    #expect(try review("公开方式：不予公开", excuses: [Sample.excuse(.disclosureMark, content)]).count == 1)
  }

  @Test("finds the names that the policy hides: the ledger's and the addressee's")
  func hiddenNames() throws {
    for text in ["韩辰代表提出", "韩 辰代表提出", "韩\u{3000}辰提出", "**韩辰**提出", "**韩**辰提出", "感谢韩\n辰代表", "韩\u{200B}辰"] {
      #expect(try review(text).map(\.rule) == ["gate/proposer-name"], "\(text)")
      #expect(try review(text, policy: .hidden).map(\.rule) == ["gate/proposer-name"])
      #expect(try review(text, policy: .fullName).isEmpty)
      #expect(try review(text, excuses: [Sample.excuse(.proposerName, "韩辰代表")]).isEmpty)
      #expect(try review(text, excuses: [Sample.excuse(.proposerName, "韩")]).count == 1)
    }
    #expect(try review("李四代表提出", addressee: "韩辰、李四代表：").map(\.rule) == ["gate/proposer-name"])
    #expect(try review("买买提•吐尔逊提出", proposer: "买买提·吐尔逊").map(\.rule) == ["gate/proposer-name"])
    #expect(try review("韩代表提出，民盟示例省委员会提出", proposer: "韩辰、民盟示例省委员会").isEmpty)
    #expect(try review("韩代表", proposer: "韩代表", addressee: "韩代表：").isEmpty)
    #expect(try review("比照日韩\n\n辰时开放").isEmpty)
  }

  @Test("tells nothing of what it found but its kind and its beginning")
  func silence() throws {
    let text = "电话13812345678，证号11010519491231002X，卡号6222021234567894，住阳光小区5栋2单元301室，韩辰"
    let messages = try review(text).map { "\($0)" }.joined()
    for secret in ["13812345678", "110105", "622202", "301室", "韩辰"] { #expect(!messages.contains(secret), "\(secret)") }
    #expect(try review(text).count == 5)
    for rule in [PersonalData.Rule.mobile, .identityCard, .bankCard, .homeAddress] {
      #expect(try review(text).contains { $0.message.contains(rule.rawValue) && $0.hint?.contains("已核") == true })
    }
  }

  @Test("an excuse must hold all of what was found")
  func excuses() throws {
    let text = "热线138-1234-5678"
    for content in ["13812345678", "138 1234 5678", "热线 138-1234-5678", "１３８１２３４５６７８"] {
      #expect(try review(text, excuses: [Sample.excuse(.mobile, content)]).isEmpty, "\(content)")
    }
    for content in ["", "-", "1", "138", "1381234567", "13812345679"] {
      #expect(try review(text, excuses: [Sample.excuse(.mobile, content)]).count == 1, "\(content)")
    }
    #expect(try review(text, excuses: [Sample.excuse(.identityCard, "13812345678")]).count == 1)
    let address = "阳光小区5栋2单元301室"
    #expect(try review(address, excuses: [Sample.excuse(.homeAddress, address)]).isEmpty)
    #expect(try review(address, excuses: [Sample.excuse(.homeAddress, "5栋")]).count == 1)
    #expect(try review("机密★", excuses: [Sample.excuse(.secrecyMark, "机密")]).isEmpty)
  }

  @Test("looks again at what a text has become")
  func rendered() throws {
    #expect(try rereview("甲\n13812345678").map(\.place) == [Place("content/replies/1.md", line: 10)])
    #expect(try rereview("甲\n13812345678").map(\.rule) == ["gate/personal-data"])
    #expect(try rereview("您和韩辰").map(\.rule) == ["gate/proposer-name"])
    #expect(try rereview("甲\n13812345678", excuses: [Sample.excuse(.mobile, "13812345678")]).isEmpty)
  }
}
