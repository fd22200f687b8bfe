import Disclosure
import Testing

@Suite("Fields of the ledger")
struct LedgerFieldTests {
  @Test("each header names one field, and no field is private")
  func names() {
    var names: Set<String> = []
    for field in LedgerField.allCases {
      for name in [field.name] + field.aliases {
        #expect(names.insert(name).inserted, "\(name)")
        #expect(LedgerField.named(name) == field)
        #expect(!LedgerField.isPrivate(name), "\(name)")
      }
    }
    #expect(names.count == 43 + 17)
    #expect(LedgerField.named("备注") == nil)
  }

  @Test(
    "columns with people's data are private",
    arguments: [
      "联系人", "联系电话", "手机", "手机号码", "地址", "通讯地址", "住址", "邮编", "身份证号", "代表证号", "邮箱", "承办人", "签发人", "备注", "代表联系方式", "电子邮件",
      "微信号", "传真",
      "联名人名单", "附议人", "内部批示", "密级", "出生年月",
    ])
  func privateColumns(_ header: String) {
    #expect(LedgerField.isPrivate(header))
    #expect(LedgerField.named(header) == nil)
  }

  @Test("what explains a public name makes no column private", arguments: ["沟通方式（电话、座谈）", "重点类别(备注)"])
  func explainedColumns(_ header: String) {
    #expect(!LedgerField.isPrivate(header) && LedgerField.named(header) == nil)
    #expect(LedgerField.isPrivate("提出人电话（手机）"))
  }

  @Test("the fields of a proposal end where those of an assignment begin")
  func proposalFields() {
    #expect(
      LedgerField.allCases.filter(\.isOfProposal).map(\.name).joined(separator: " ")
        == "类型 届次 年份 编号 标题 提出人 联名人数 代表团 界别 类别 主题 建议内容 连续多年")
  }
}
