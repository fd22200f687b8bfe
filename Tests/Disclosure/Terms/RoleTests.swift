import Disclosure
import Testing

@Suite("Roles")
struct RoleTests {
  @Test(
    "reads common labels",
    arguments: [
      ("单独办理", Role.sole), ("独办", .sole), ("单办", .sole), ("主办", .lead), ("会同办理(主办)", .lead), ("会同办理（主办）", .lead),
      ("牵头办理", .lead), ("分办", .separate), ("分别办理", .separate), ("会办", .assist), ("协办", .assist), ("汇办", .assist),
      ("会同办理(协办)", .assist), ("会同办理（协办）", .assist), ("参阅", .reference), ("参阅办理", .reference),
    ])
  func common(_ label: String, _ role: Role) {
    #expect(Column().role(of: label) == role)
  }

  @Test("reads the labels of site.yaml, which cannot change what a role's own name means")
  func labels() {
    var column = Column()
    column.roleLabels = ["承办": .sole, "协办": .reference, "主办": .assist]
    #expect(column.role(of: "承办") == .sole)
    #expect(column.role(of: "协办") == .reference)
    #expect(column.role(of: "主办") == .lead)
    #expect(column.role(of: "承") == nil)
    #expect(Column().role(of: "承办") == nil)
  }

  @Test("who answers the proposer")
  func answering() {
    #expect(Role.allCases.filter(\.answers) == [.sole, .lead, .separate])
  }
}
