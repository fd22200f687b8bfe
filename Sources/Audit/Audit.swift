import Disclosure

/// The column held against the inspection index and the page standards, demand by demand.
///
/// A demand is met only where something was looked at: pages as they would be published, or records. What the program
/// cannot see from here says so, with what to do by hand.
package struct Audit: Sendable {
  package let asOf: CalendarDate
  /// One for each rule, in their order.
  package let items: [AuditItem]

  package init(_ material: AuditMaterial) {
    asOf = material.gate.asOf
    let pages = PageAudit(material)
    let column = ColumnAudit(material)
    let handling = HandlingAudit(material)
    items = AuditRule.allCases.map { rule in
      pages.item(rule) ?? column.item(rule) ?? handling.item(rule)
        ?? AuditItem(rule, unchecked: "要看主机或主站，或者由人判断")
    }
  }

  package func count(of verdict: AuditItem.Verdict) -> Int { items.count { $0.verdict == verdict } }

  package func items(of basis: AuditRule.Basis) -> [AuditItem] { items.filter { $0.rule.basis == basis } }
}
