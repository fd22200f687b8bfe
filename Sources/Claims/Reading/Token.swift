import Disclosure

/// A word of a sentence, as far as the check knows it.
struct Token: Hashable {
  enum Meaning: Hashable {
    case amount(Amount)
    /// Positions in the lexicon's figures; a word may name several.
    case figures([Int])
    /// 重点提案 and the like.
    case keyItems(String)
    /// `A类`.
    case classCode(String)
    /// A piece of a class's name, such as 正在解决.
    case classPiece(ClassPiece)
    /// What is counted: 建议, 提案 or, as `nil`, both.
    case kind(Disclosure.Kind?)
    /// 全国, 省, 市, 县 before 人大 or 政协.
    case level(Session.Level)

    /// A 承办单位; `nil` looks like one that nobody knows.
    case unit(UnitDirectory.Unit?)
    /// 我局: who writes. 该局: who was named last.
    case ourselves, thatUnit
    /// 全省, 政府系统: all units.
    case whole
    case year(Int)
    case thisYear, lastYear
    /// 2019年以来, 近三年, 截至6月底: times for which no figures are computed.
    case otherTime

    /// 同比, 比上年.
    case comparison
    /// 增加 or, as -1, 减少.
    case direction(Int)
    /// 占.
    case share
    /// 分别.
    case respectively
    /// 均, 都, 三个: one number for all of a list.
    case each
    /// 其中.
    case among
    /// 共, 合计: a tally follows.
    case tally
    /// 确保, 力争: no figure but an aim.
    case aim
    /// 关于, 针对: the clause is about a part that no scope describes.
    case part
    /// 信访, 养老类建议: so is the rest of the sentence.
    case topic
    /// 方面, 领域: the same, but not 办理方面.
    case field

    /// What may stand between words and their number.
    case filler
    /// What may follow a number without saying more of what was counted.
    case link
    /// 、和及与.
    case join
    case open, close
    /// ，；：and what else ends a clause.
    case boundary
    case other
  }

  let meaning: Meaning
  /// The letters of the sentence.
  let range: Range<Int>
}

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
