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
