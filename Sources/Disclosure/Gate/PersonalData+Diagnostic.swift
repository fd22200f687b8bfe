import Diagnostics

extension PersonalData.Finding {
  /// The error; its message names the rule and the first characters only, so that logs leak nothing.
  func diagnostic(at place: Place) -> Diagnostic {
    switch rule {
    case .disclosureMark:
      Diagnostic(
        .error, "gate/contradiction", at: place, "正文注明“\(content)”，而台账写的是主动公开", hint: "查清公开方式，改正台账或正文")
    case .proposerName:
      Diagnostic(
        .error, "gate/proposer-name", at: place, "拟公开的内容里写有提出人全名，而 site.yaml 的“提出人显示”不允许",
        hint: "改称“您”或“某代表”；确可公开的，在文件头写明：\(excuse)，或把“提出人显示”改为全名")
    case .secrecyMark:
      Diagnostic(
        .error, "gate/personal-data", at: place, "拟公开的内容里有密级“\(content)”",
        hint: "没有解密的不能公开，请改台账的公开方式；已经解密的，删去标志；确属误报的，在文件头写明：\(excuse)")
    case .withheldItem:
      Diagnostic(
        .error, "gate/withheld-item", at: place, "正文里的“\(content)”没有公开",
        hint: "没有公开的件，编号和标题都不能写出来，只能计入件数；说的不是这一件的，在文件头写明：\(excuse)")
    case .mobile, .identityCard, .bankCard, .homeAddress:
      Diagnostic(
        .error, "gate/personal-data", at: place, "拟公开的内容里有\(rule.rawValue)“\(masked)”",
        hint: "删去后再公开；确属误报的，在复文（报告）的文件头写明：\(excuse)")
    }
  }

  private var excuse: String { "已核: [{规则: \(rule.rawValue), 内容: 照抄原文, 理由: …}]" }

  private var masked: String {
    let kept = min(3, content.count / 3)
    return content.prefix(kept) + String(repeating: "*", count: content.count - kept)
  }
}
