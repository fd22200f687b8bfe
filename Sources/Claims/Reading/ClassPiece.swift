/// Pieces of the names of classes, which differ from place to place.
enum ClassPiece: Hashable, CaseIterable {
  case solved, ongoing, planned, later, reference, refused

  var words: [String] {
    switch self {
    case .solved: ["已解决", "已经解决", "得到解决", "基本解决", "解决采纳", "解决或采纳", "已采纳", "已落实", "予以解决"]
    case .ongoing: ["正在解决", "部分解决", "有关工作已启动", "正在推动解决", "正在研究解决", "着手解决"]
    case .planned:
      [
        "列入计划", "列入规划", "列入规划计划", "列入工作计划", "纳入计划", "纳入规划", "计划解决", "逐步解决", "拟解决", "计划落实", "计划逐步解决", "规划逐步解决", "准备采纳",
      ]
    case .later:
      [
        "条件限制", "其他原因", "以后解决", "再解决", "暂时不能解决", "暂时无法解决", "暂不能解决", "暂未解决", "条件成熟后", "待条件成熟", "尚不具备条件",
      ]
    case .reference: ["作为参考", "作参考", "留作参考", "工作参考", "参考借鉴", "供参考"]
    case .refused: ["不可行", "不予采纳", "无法解决"]
    }
  }

  /// The pieces that a class's name has.
  static func pieces(of label: String) -> Set<ClassPiece> {
    Set(allCases.filter { $0.words.contains(where: label.contains) })
  }
}
