import Disclosure

/// One published assignment, as the data files have it.
struct DataRecord: Sendable {
  let proposal: Published<Proposal>
  let assignment: Published<Assignment>
  let address: String
}
