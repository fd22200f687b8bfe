/// One half of a pair.
struct Bracket {
  enum Kind: UInt8 {
    case quotes, title, innerTitle, round, corner, lenticular, tortoise

    /// Whether what stands in it is somebody else's words.
    var quotes: Bool { self == .quotes || self == .title || self == .corner || self == .innerTitle }
  }

  let kind: Kind
  let spot: Spot
  let isWide: Bool

  var offset: Int { spot.offset }
}
