import Disclosure
import Testing

@Suite("Proposers' names")
struct ProposerNameTests {
  @Test(
    "finds the names in a cell",
    arguments: [
      ("赵甲", ["赵甲"]), ("赵甲、钱乙", ["赵甲", "钱乙"]), ("赵甲，钱乙,孙丙；李丁;周戊", ["赵甲", "钱乙", "孙丙", "李丁", "周戊"]),
      ("赵甲 钱乙", ["赵甲", "钱乙"]), ("赵甲\u{3000}钱乙", ["赵甲", "钱乙"]), ("赵甲\n钱乙", ["赵甲", "钱乙"]),
      ("石 韧", ["石韧"]), ("石\u{3000}韧", ["石韧"]), ("石 韧、吴静波", ["石韧", "吴静波"]), ("石 韧 吴静波", ["石韧", "吴静波"]),
      ("石 韧 王 海", ["石韧", "王海"]), ("欧阳 修", ["欧阳修"]), ("赵甲代表", ["赵甲"]), ("赵甲委员", ["赵甲"]), ("赵甲同志", ["赵甲"]),
      ("赵甲等", ["赵甲"]), ("赵甲等12人", ["赵甲"]), ("赵甲等１２名代表", ["赵甲"]), ("赵甲等十二位代表", ["赵甲"]), ("赵甲、钱乙等代表", ["赵甲", "钱乙"]),
      ("省人大代表赵甲", ["赵甲"]), ("云川市政协委员赵甲", ["赵甲"]), ("尊敬的赵甲代表", ["赵甲"]),
      ("赵甲等5位省人大代表", ["赵甲"]), ("王代表", ["王"]), ("民盟示例省委员会", ["民盟示例省委员会"]), ("云川市代表团", ["云川市代表团"]),
      ("省高等教育学会", ["省高等教育学会"]),
      ("民盟示例省委员会、赵甲", ["民盟示例省委员会", "赵甲"]), ("阿卜杜拉·买买提", ["阿卜杜拉·买买提"]), ("", []), ("、", []), ("等", []),
    ])
  func finding(_ cell: String, _ names: [String]) {
    #expect(ProposerName.names(in: cell) == names)
  }

  @Test(
    "knows persons",
    arguments: [
      "赵甲", "韩辰", "王海", "任小铁", "欧阳修", "司马相如", "欧阳建党", "王建党", "李国联", "张建社", "赵学会", "陈好学", "阿卜杜拉", "次仁卓玛",
      "阿卜杜拉·买买提", "买买提•江", "阿不力孜买买提", "高山", "何方", "文心",
    ])
  func persons(_ name: String) {
    #expect(ProposerName.isPerson(name))
  }

  @Test(
    "knows bodies",
    arguments: [
      "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "工商联", "无党派人士", "共青团", "团省委", "妇联", "省妇联", "科协", "侨联",
      "台联", "青联", "总工会", "红十字会", "民盟省委", "民盟示例省委员会", "民进示例省委", "九三学社示例省委员会", "云川市代表团", "云川团", "第三小组", "教育界",
      "金融界", "宗教界", "经济界", "提案委", "文史委", "经济委员会", "人口资源环境委员会", "政协示例省委员会农业和农村委员会", "省残联", "农工党示例省委", "特邀人士",
      "王", "各位", "代表", "委员", "",
    ])
  func bodies(_ name: String) {
    #expect(!ProposerName.isPerson(name))
  }

  @Test(
    "shows a cell as the policy has it",
    arguments: [
      ("赵甲", Kind.suggestion, "赵甲", "赵代表", ""), ("赵甲", .motion, "赵甲", "赵代表", ""), ("赵甲", .proposal, "赵甲", "赵委员", ""),
      ("欧阳修", .suggestion, "欧阳修", "欧阳代表", ""), ("欧阳", .suggestion, "欧阳", "欧代表", ""),
      ("司徒美", .proposal, "司徒美", "司徒委员", ""), ("赵甲、钱乙", .suggestion, "赵甲、钱乙", "赵代表、钱代表", ""),
      ("赵甲等12人", .suggestion, "赵甲等12人", "赵代表等", ""), ("石 韧", .suggestion, "石 韧", "石代表", ""),
      ("民盟示例省委员会", .proposal, "民盟示例省委员会", "民盟示例省委员会", "民盟示例省委员会"), ("民盟", .proposal, "民盟", "民盟", "民盟"),
      ("民盟示例省委员会、赵甲等", .proposal, "民盟示例省委员会、赵甲等", "民盟示例省委员会、赵委员等", "民盟示例省委员会等"),
      ("省高等教育学会", .proposal, "省高等教育学会", "省高等教育学会", "省高等教育学会"), ("王代表", .suggestion, "王代表", "王代表", ""),
      ("王建党", .suggestion, "王建党", "王代表", ""), ("", .suggestion, "", "", ""),
    ] as [(String, Kind, String, String, String)])
  func showing(_ cell: String, _ kind: Kind, _ full: String, _ surname: String, _ hidden: String) {
    #expect(ProposerName.shown(cell, kind: kind, policy: .fullName) == full)
    #expect(ProposerName.shown(cell, kind: kind, policy: .surname) == surname)
    #expect(ProposerName.shown(cell, kind: kind, policy: .hidden) == hidden)
  }

  @Test(
    "masks an addressee of a proposal",
    arguments: [
      ("李丁委员：", "李委员：", "委员："), ("李丁等委员：", "李委员等：", "委员等："), ("李丁等5人委员：", "李委员等5人：", "委员等5人："),
      ("李丁委员等5人：", "李委员等5人：", "委员等5人："), ("李丁等5位委员：", "李委员等5位委员：", "5位委员："), ("李丁代表：", "李代表：", "代表："),
      ("民盟示例省委员会、李丁等3位委员：", "民盟示例省委员会、李委员等3位委员：", "民盟示例省委员会、3位委员："),
    ])
  func maskingOfProposals(_ line: String, _ surname: String, _ hidden: String) {
    #expect(ProposerName.masked(line, persons: ["李丁"], kind: .proposal, policy: .surname) == surname)
    #expect(ProposerName.masked(line, persons: ["李丁"], kind: .proposal, policy: .hidden) == hidden)
  }

  @Test(
    "masks an addressee",
    arguments: [
      ("韩辰代表：", "韩代表：", "代表："), ("韩辰：", "韩代表：", "代表："), ("韩 辰代表：", "韩代表：", "代表："), ("韩\u{3000}辰 代表", "韩代表", "代表"),
      ("尊敬的韩辰代表：", "尊敬的韩代表：", "尊敬的代表："), ("韩辰等代表：", "韩代表等：", "代表等："),
      ("韩辰等5人代表：", "韩代表等5人：", "代表等5人："), ("韩辰代表等5人：", "韩代表等5人：", "代表等5人："), ("韩辰等5人：", "韩代表等5人：", "代表等5人："),
      ("韩辰等5位代表：", "韩代表等5位代表：", "5位代表："), ("韩 辰等十余名代表：", "韩代表等十余名代表：", "十余名代表："),
      ("韩辰等５人代表：", "韩代表等５人：", "代表等５人："), ("韩辰、王五等12人代表：", "韩代表、王代表等12人：", "代表等12人："),
      ("韩辰、王五等12位代表：", "韩代表、王代表等12位代表：", "12位代表："), ("韩辰等5位人大代表：", "韩代表等5位人大代表：", "代表等5位人大代表："),
      ("韩辰同志：", "韩同志：", "同志："), ("韩辰委员：", "韩委员：", "委员："), ("韩辰 同志、王五代表：", "韩同志、王代表：", "同志、代表："),
      ("韩辰等同志：", "韩代表等同志：", "代表等同志："),
      ("韩辰、欧阳修代表：", "韩代表、欧阳代表：", "代表："), ("韩辰代表、王五代表：", "韩代表、王代表：", "代表："), ("王五、赵六：", "王代表、赵代表：", "代表："),
      ("省政府办公厅并转韩辰代表：", "省政府办公厅并转韩代表：", "省政府办公厅并转代表："), ("民盟示例省委员会：", "民盟示例省委员会：", "民盟示例省委员会："),
      ("省人大代表韩辰：", "省人大代表韩代表：", "省人大代表："), ("各位代表：", "各位代表：", "各位代表："), ("您：", "您：", "您："), ("", "", ""),
    ])
  func masking(_ line: String, _ surname: String, _ hidden: String) {
    func masked(_ policy: Column.ProposerDisplay) -> String {
      let persons = ["韩辰"] + ProposerName.persons(addressedIn: line)
      return ProposerName.masked(line, persons: persons, kind: .suggestion, policy: policy)
    }
    #expect(masked(.fullName) == line)
    #expect(masked(.surname) == surname)
    #expect(masked(.hidden) == hidden)
  }
}
