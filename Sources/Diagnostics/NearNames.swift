/// The nearest names for the first faults of a kind; who mends these runs the program again, and each look goes through
/// all candidates.
package struct NearNames: Sendable {
  private static let limit = 20

  private let candidates: [String]
  private var looks = 0

  package init(_ candidates: some Sequence<String>) { self.candidates = candidates.sorted() }

  /// `nil` when none is near, or nobody looks any more.
  package mutating func nearest(to name: String) -> String? {
    guard looks < Self.limit else { return nil }
    looks += 1
    return nearestName(to: name, among: candidates)
  }
}
