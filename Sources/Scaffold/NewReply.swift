import Diagnostics
import Disclosure
import Loader

/// The beginning of a reply to a row of the ledger. It has no text, so that nothing is published before one is written.
package struct NewReply: Sendable {
  private let key: ProposalKey
  private let title: String
  private let proposer: String
  private let assignment: Assignment
  /// Whether the number alone tells the row.
  private let isUnique: Bool

  /// - Parameters:
  ///   - assignment: one of the proposal's.
  ///   - isUnique: whether no other row that needs a reply has its number.
  package init(to assignment: Assignment, of proposal: Proposal, isUnique: Bool) {
    key = proposal.key
    title = proposal.title
    proposer = proposal.proposer
    self.assignment = assignment
    self.isUnique = isUnique
  }

  package var file: NewFile { NewFile(path: path, text: text) }

  /// Where the ledger says that it lies, else its number, in folders where others have the same.
  private var path: String {
    if let file = assignment.replyFile {
      return "content/replies/" + file + (file.lowercased().hasSuffix(".md") ? "" : ".md")
    }
    return "content/replies/"
      + (isUnique
        ? "\(key.number).md"
        : "\(key.kind.address)/\(key.session.address)/\(key.number)-\(assignment.unit.code).md")
  }

  /// `赵甲代表、钱乙代表`, bodies by their names.
  private var addressee: String {
    ProposerName.names(in: proposer).map { name in
      ProposerName.persons(addressedIn: name) == [name] ? name + key.kind.proposerTitle : name
    }.joined(separator: "、")
  }

  /// A key with its value, which a sign keeps from being read while it is not `isKnown`.
  private func line(_ key: String, _ value: String, isKnown: Bool) -> String {
    (isKnown ? "" : "#") + "\(key): \(value)"
  }

  private var text: String {
    let (unit, day) = (assignment.unit.name, assignment.repliedOn?.description)
    return """
      ---
      # \(key.session.name)第\(key.number)号\(key.kind.rawValue)：\(title.visible)
      #
      # 正文写在下面第二个“---”的后面，写好以前程序会提示“文件里没有正文”。开头通常是：
      # 您提出的《\(title.visible)》收悉。现答复如下：
      #
      # 井号（#）后面是说明，程序不读；井号后面紧接着键名的一行是没有启用的项，去掉井号就启用。

      # 编号：要加引号，否则开头的零会丢。程序凭它找到台账里的那一行。
      编号: \(FrontMatterText.scalar(key.number))

      # 届次、类型、承办单位：同一编号在台账里不止一行时，写明是哪一行。
      \(line("届次", FrontMatterText.scalar(key.session.name), isKnown: !isUnique))
      \(line("类型", key.kind.rawValue, isKnown: !isUnique))
      \(line("承办单位", FrontMatterText.scalar(unit), isKnown: !isUnique))

      # 标题：不写就由程序按届次、编号写成“……的答复”。
      #标题: \(FrontMatterText.scalar("关于\(key.session.name)第\(key.number)号\(key.kind.rawValue)的答复"))

      # 主送：写代表、委员的全名；页面上怎样显示，由 site.yaml 的“提出人显示”定。
      \(line("主送", FrontMatterText.scalar(addressee.isEmpty ? "赵甲" + key.kind.proposerTitle : addressee), isKnown: !addressee.isEmpty))

      # 署名、成文日期：信末的落款。
      署名: \(FrontMatterText.scalar(unit))
      \(line("成文日期", day ?? "2025-05-20", isKnown: day != nil))

      # 联系人、联系电话：会公开，只写处室和办公电话，不写个人手机；不想公开就不写。
      #联系人: \(FrontMatterText.scalar("\(unit)办公室"))
      #联系电话: 0999-80000000

      # 抄送：几个单位用逗号分开。
      #抄送: 人大常委会代表工作委员会，政府办公室

      # 附件：放在 content/files/ 里的文件。
      #附件: [附件1.pdf]

      # 答复序次：首次、再次、补充或阶段性；不写就是首次。
      #答复序次: 再次

      # 发文字号、答复日期、答复类别、公开方式、公开日期：台账里有的不用写；再次、补充答复与台账不同的才写在这里。
      # 公开方式写依申请公开或不予公开的，这一份不公开。
      #发文字号: 示函〔2025〕1号
      #答复日期: 2025-05-20
      #答复类别: A
      #公开方式: 主动公开
      #公开日期: 2025-05-27

      # 解读：一两句话说明答复的要点，显示在正文前面。
      #解读: 这份答复说明了……

      # 公开以后的事：改了内容写更正；不再公开写撤回，理由类别是内容有误、重新办理、涉及个人隐私、涉及商业秘密、公开方式调整之一；
      # 以前的网址写旧网址（不带域名），打开它会转到这一页。
      #更正: [{日期: 2025-07-12, 说明: 更正了……}]
      #撤回: {日期: 2025-08-01, 理由类别: 公开方式调整}
      #旧网址: [old/1.html]

      # 已核：检查时提示而确属误报的，照抄原文，写明理由；规则名见提示的“办法”。
      #已核: [{规则: 手机号, 内容: "…", 理由: 是设备编号}]
      ---

      """
  }
}
