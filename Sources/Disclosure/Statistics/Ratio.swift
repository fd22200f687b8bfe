/// n of d.
package struct Ratio: Sendable, Hashable {
  package var n = 0
  package var d = 0

  package init() {}

  package init(_ n: Int, of d: Int) {
    self.n = n
    self.d = d
  }

  mutating func count(_ isMet: Bool) {
    d += 1
    n += isMet ? 1 : 0
  }

  static func += (left: inout Ratio, right: Ratio) {
    left.n += right.n
    left.d += right.d
  }

  /// Half up to one decimal, in tenths of a per cent; `nil` over nothing.
  package var tenths: Int? { d == 0 ? nil : (2000 * n + d) / (2 * d) }

  /// `97.4`, `100.0`; `nil` over nothing.
  package var percentNumber: String? { tenths.map { "\($0 / 10).\($0 % 10)" } }

  /// `97.4%`, or a dash over nothing.
  package var percent: String { percentNumber.map { $0 + "%" } ?? "—" }
}
