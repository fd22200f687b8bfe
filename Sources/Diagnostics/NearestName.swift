/// The candidate that was most likely meant by a misspelt `name`, or `nil` when none is near.
///
/// Nearness is the optimal string alignment distance (insertion, deletion, substitution, exchange of neighbours) in
/// characters; at most a third of the longer name, and at least one character, may differ. Among equals the first
/// in `candidates` wins. The folder and the suffix that two paths share count for nothing.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let (wanted, other) = distinctive(Array(name), Array(candidate))
    let allowed = max(1, max(wanted.count, other.count) / 3)
    guard abs(wanted.count - other.count) <= allowed else { continue }
    let distance = alignmentDistance(wanted, other)
    // A distance as long as the name means that nothing of it was kept.
    guard distance <= allowed, distance < max(wanted.count, other.count) else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
  }
  return best?.name
}

/// What tells two paths apart: `a/统计.html` and `a/row.html` are 统计 and row.
private func distinctive(_ left: [Character], _ right: [Character]) -> ([Character], [Character]) {
  let front = zip(left, right).prefix { $0 == $1 }
  let folder = front.lastIndex { $0.0 == "/" }.map { $0 + 1 } ?? 0
  let back = zip(left[folder...].reversed(), right[folder...].reversed()).prefix { $0 == $1 }
  let suffix = back.lastIndex { $0.0 == "." }.map { $0 + 1 } ?? 0
  return (Array(left[folder...].dropLast(suffix)), Array(right[folder...].dropLast(suffix)))
}

private func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforePrevious = [Int]()
  var previous = Array(0...right.count)
  for i in 0..<left.count {
    var current = [i + 1]
    for j in 0..<right.count {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
