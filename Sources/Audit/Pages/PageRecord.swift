import Renderer

/// What the audit keeps of one page.
package struct PageRecord: Sendable {
  /// A demand that the page does not meet.
  struct Fault: Sendable {
    let rule: AuditRule
    /// What was found there; empty where the page's address says enough.
    let detail: String
  }

  /// Relative to the column's root.
  let address: String
  let kind: PageKind
  /// In bytes.
  let size: Int
  var faults: [Fault] = []
  /// How many things such demands were held against that are about what not every page has.
  var judged: [AuditRule: Int] = [:]
  /// The files of the column that it leads to or asks for, by their positions.
  var targets: Set<Int32> = []
  /// Of those, what it asks for by itself.
  var requests: Set<Int32> = []
  /// Places in other pages that it leads to.
  var fragments: Set<Fragment> = []
  var ids: Set<String> = []
  /// Addresses on other hosts.
  var external: Set<String> = []

  struct Fragment: Sendable, Hashable {
    let page: Int32
    let id: String
  }

  mutating func fault(_ rule: AuditRule, _ detail: String = "") { faults.append(Fault(rule: rule, detail: detail)) }
}
