import Disclosure

/// Published replies that are shown once more by year: key items, and what came of adopted points.
enum Showcase: CaseIterable, Sendable {
  case key, adoption

  private var folder: String {
    switch self {
    case .key: "zhongdian"
    case .adoption: "zhuanhua"
    }
  }

  func title(of year: Int) -> String {
    switch self {
    case .key: "\(year) 年重点办理件"
    case .adoption: "\(year) 年意见建议采纳和转化"
    }
  }

  /// The address of its first page.
  func address(year: Int) -> String { "\(folder)/\(year).html" }

  /// The headings under which an answer is shown; none where it does not belong here.
  func groups(of answer: Published<Assignment>) -> [String] {
    switch self {
    case .key: answer.keyTypes
    case .adoption:
      answer.conversions.isEmpty && (!answer.outcome.isEmpty || answer.adoptedPoints ?? 0 > 0)
        ? ["其他成果"] : answer.conversions
    }
  }
}
