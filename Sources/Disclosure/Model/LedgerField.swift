/// A column of the ledger that may be published, under the names that staff give it (manual: taizhang).
package enum LedgerField: Int, Sendable, CaseIterable {
  case kind, session, year, number, title, proposer, cosigners, delegation, sector, category, topics, request, repeated
  case unit, role, assistUnits, office, leader, keyTypes, assignedOn, dueOn, extendedTo
  case contactModes, meeting, assistSentOn
  case documentNumber, repliedOn, resultClass, replyFile
  case satisfaction, dissatisfaction, firstSatisfaction
  case disclosure, form, withheldReason, secrecyReview, disclosureReview, publishedOn
  case adoption, conversions, outcome, adoptedPoints, followUp

  /// Its name in the ledger, in messages and in the data files.
  package var name: String {
    switch self {
    case .kind: "类型"
    case .session: "届次"
    case .year: "年份"
    case .number: "编号"
    case .title: "标题"
    case .proposer: "提出人"
    case .cosigners: "联名人数"
    case .delegation: "代表团"
    case .sector: "界别"
    case .category: "类别"
    case .topics: "主题"
    case .request: "建议内容"
    case .repeated: "连续多年"
    case .unit: "承办单位"
    case .role: "承办方式"
    case .assistUnits: "会办单位"
    case .office: "责任处室"
    case .leader: "领办领导"
    case .keyTypes: "重点类别"
    case .assignedOn: "交办日期"
    case .dueOn: "办理时限"
    case .extendedTo: "延期至"
    case .contactModes: "沟通方式"
    case .meeting: "见面情况"
    case .assistSentOn: "会办意见送达日期"
    case .documentNumber: "发文字号"
    case .repliedOn: "答复日期"
    case .resultClass: "答复类别"
    case .replyFile: "复文"
    case .satisfaction: "满意度"
    case .dissatisfaction: "不满意原因"
    case .firstSatisfaction: "初次满意度"
    case .disclosure: "公开方式"
    case .form: "公开形式"
    case .withheldReason: "不公开理由"
    case .secrecyReview: "保密审查"
    case .disclosureReview: "公开审查"
    case .publishedOn: "公开日期"
    case .adoption: "采纳情况"
    case .conversions: "转化形式"
    case .outcome: "转化成果"
    case .adoptedPoints: "采纳条数"
    case .followUp: "跟踪结果"
    }
  }

  /// Other names of the same column.
  package var aliases: [String] {
    switch self {
    case .session: ["会议"]
    case .number: ["案号", "建议编号", "提案编号", "提案号", "建议提案编号"]
    case .title: ["案由", "建议名称", "提案名称"]
    case .proposer: ["领衔代表", "第一提案人", "提案人"]
    case .role: ["办理方式"]
    case .assignedOn: ["交办时间"]
    case .repliedOn: ["答复时间"]
    case .disclosure: ["公开属性"]
    case .publishedOn: ["公开时间"]
    default: []
    }
  }

  /// Whether all rows of one proposal must say the same.
  package var isOfProposal: Bool { rawValue <= LedgerField.repeated.rawValue }

  /// The field of a header, aliases included.
  package static func named(_ header: String) -> LedgerField? { byName[header] }

  private static let byName: [String: LedgerField] = {
    var byName: [String: LedgerField] = [:]
    for field in allCases {
      for name in [field.name] + field.aliases { byName[name] = field }
    }
    return byName
  }()

  /// Whether a column holds what must never leave the ledger: contact data of people, papers' inside marks. What only
  /// explains a public name, as in 沟通方式（电话、座谈）, makes no column private.
  package static func isPrivate(_ header: String) -> Bool {
    let name = header.prefix { $0 != "（" && $0 != "(" }
    return named(String(name)) == nil && privateWords.contains { header.contains($0) }
  }

  private static let privateWords = [
    "联系人", "联系电话", "联系方式", "电话", "手机", "传真", "地址", "住址", "通讯处", "邮编", "邮政编码", "身份证", "证件号", "代表证",
    "委员证", "邮箱", "电子邮件", "微信号", "QQ", "承办人", "经办人", "签发人", "审核人", "备注", "批示", "流水号", "序号", "出生", "性别",
    "民族", "年龄", "政治面貌", "银行", "账号", "签收", "退办", "改办", "同意公开", "意见全文", "附议人", "联名人", "提出人单位", "工作单位",
    "职务", "内部", "密级",
  ]
}
