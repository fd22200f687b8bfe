/// The pages of the staff view, in the order of its navigation.
enum WorkbenchPart: String, CaseIterable, Sendable {
  case overview = "总览"
  case withheld = "没有公开的"
  case deadlines = "期限"
  case freshness = "更新情况"
  case diagnostics = "检查结果"
  case audit = "对照检查"

  var path: String {
    switch self {
    case .overview: "index.html"
    case .withheld: "withheld.html"
    case .deadlines: "deadlines.html"
    case .freshness: "freshness.html"
    case .diagnostics: "diagnostics.html"
    case .audit: "audit.html"
    }
  }

  var lead: String {
    switch self {
    case .overview: "专栏现在怎样，有什么要办。"
    case .withheld: "没有公开的件和文件，为什么没有公开，怎样才能公开。"
    case .deadlines: "到期和快到期的答复、会办意见、公开。"
    case .freshness: "各类内容最近一次公开的日期，各年办理和公开的件数。"
    case .diagnostics: "内容里的错误和警告，在哪个文件、哪一行，怎样改正。有错误时不能生成。"
    case .audit: "逐项对照政府网站检查指标、页面规范和办理时限。合格的都是程序在页面或台账里看过的；看不到的，写明怎样人工查。"
    }
  }
}
