import Disclosure
import Testing

/// Open only what is 主动公开, passed by each review that says something, and due.
@Suite("The gate's decision")
struct GateDecisionTests {
  typealias Change = @Sendable (inout Assignment) -> Void

  private static let reasonCases: [(WithheldReason?, Change)] = [
    (nil, { _ in }),
    (
      nil,
      {
        $0.secrecyReview = .passed; $0.disclosureReview = .passed
      }
    ),
    (
      nil,
      {
        $0.publishedOn = Sample.asOf; $0.repliedOn = Sample.asOf
      }
    ),
    (.unreviewed, { $0.disclosure = nil }),
    (
      .unanswered,
      {
        $0.disclosure = nil; $0.repliedOn = nil
      }
    ),
    (
      .unanswered,
      {
        $0.disclosure = nil; $0.repliedOn = Sample.asOf.adding(days: 1)
      }
    ),
    (.unanswered, { $0.repliedOn = nil }),
    (.unanswered, { $0.repliedOn = Sample.asOf.adding(days: 1) }),
    (.onRequest, { $0.disclosure = .onRequest }),
    (
      .onRequest,
      {
        $0.disclosure = .onRequest; $0.repliedOn = nil
      }
    ),
    (.closed, { $0.disclosure = .closed }),
    (.secrecyFailed, { $0.secrecyReview = .failed }),
    (
      .secrecyFailed,
      {
        $0.secrecyReview = .failed; $0.disclosureReview = .failed
      }
    ),
    (
      .secrecyFailed,
      {
        $0.secrecyReview = .failed; $0.disclosure = nil
      }
    ),
    (.disclosureFailed, { $0.disclosureReview = .failed }),
    (
      .disclosureFailed,
      {
        $0.disclosureReview = .failed; $0.secrecyReview = .passed
      }
    ),
    (
      .disclosureFailed,
      {
        $0.disclosureReview = .failed; $0.disclosure = .onRequest
      }
    ),
    (.undated, { $0.publishedOn = nil }),
    (.notYet, { $0.publishedOn = Sample.asOf.adding(days: 1) }),
    (.letterMissing, { $0.replies = [] }),
    (.onRequest, { $0.replies[0].disclosure = .onRequest }),
    (.closed, { $0.replies[0].disclosure = .closed }),
    (.notYet, { $0.replies[0].publishedOn = Sample.asOf.adding(days: 1) }),
    (.notYet, { $0.replies[0].repliedOn = Sample.asOf.adding(days: 1) }),
    (
      nil,
      {
        $0.replies[0].disclosure = .closed; $0.replies.append(Sample.reply("2.md"))
      }
    ),
    (
      .closed,
      {
        $0.replies[0].disclosure = .closed; $0.replies.append(Sample.reply("2.md") { $0.disclosure = .onRequest })
      }
    ),
    // A letter's own front matter opens no row that is not open.
    (
      .closed,
      {
        $0.disclosure = .closed; $0.replies[0].disclosure = .open
      }
    ),
    (
      .notYet,
      {
        $0.publishedOn = Sample.asOf.adding(days: 1); $0.replies[0].publishedOn = Sample.asOf
      }
    ),
  ]

  @Test func overdueIsWhatTheLastDayHasPassed() {
    let row = Sample.row {
      $0.repliedOn = nil
      $0.dueOn = Sample.asOf
    }
    #expect(row.state(asOf: Sample.asOf) == .handling)
    #expect(row.state(asOf: Sample.asOf.adding(days: 1)) == .overdue)
  }

  @Test("gives the reason", arguments: reasonCases)
  func reasons(_ reason: WithheldReason?, _ change: Change) throws {
    let row = Sample.row(change)
    #expect(Gate(asOf: Sample.asOf).reason(toWithhold: row) == reason)
    let result = Sample.open([try Sample.proposal([row])])
    #expect(result.withheld.map(\.reason) == (reason.map { [$0] } ?? []))
    #expect(result.column.items.count == (reason == nil ? 1 : 0))
  }

  @Test("opens just what the contract opens, in all combinations")
  func combinations() throws {
    let days: [CalendarDate?] = [nil, Sample.asOf.adding(days: -1), Sample.asOf, Sample.asOf.adding(days: 1)]
    let letters: [(isOpen: Bool, replies: [Reply])] = [
      (false, []), (true, [Sample.reply()]), (true, [Sample.reply { $0.disclosure = .open }]),
      (false, [Sample.reply { $0.disclosure = .onRequest }]), (false, [Sample.reply { $0.disclosure = .closed }]),
      (false, [Sample.reply { $0.publishedOn = days[3] }]), (false, [Sample.reply { $0.repliedOn = days[3] }]),
      (true, [Sample.reply { $0.disclosure = .closed }, Sample.reply("2.md")]),
    ]
    func isDue(_ day: CalendarDate?) -> Bool { day.map { $0 <= Sample.asOf } ?? false }
    var openCount = 0
    for disclosure in [nil] + Assignment.Disclosure.allCases {
      for secrecy in [nil] + Assignment.Review.allCases {
        for review in [nil] + Assignment.Review.allCases {
          for role in Role.allCases {
            for repliedOn in days {
              for publishedOn in days {
                for letter in letters {
                  let row = Sample.row(role) {
                    $0.disclosure = disclosure
                    $0.secrecyReview = secrecy
                    $0.disclosureReview = review
                    $0.repliedOn = repliedOn
                    $0.publishedOn = publishedOn
                    $0.replies = letter.replies
                  }
                  let isOpen =
                    disclosure == .open && secrecy != .failed && review != .failed && isDue(publishedOn)
                    && (!role.answers || isDue(repliedOn) && letter.isOpen)
                  openCount += isOpen ? 1 : 0
                  let result = Sample.open([try Sample.proposal([row])])
                  let column = result.column
                  try #require(column.items.count == (isOpen && role.answers ? 1 : 0), "\(row)")
                  try #require(column.mentions.count == (isOpen && !role.answers ? 1 : 0), "\(row)")
                  try #require(
                    result.publishedCount == (isOpen ? 1 : 0) && result.withheld.count == (isOpen ? 0 : 1), "\(row)")
                  try #require(column.withheldCounts.values.reduce(0, +) == result.withheld.count)
                }
              }
            }
          }
        }
      }
    }
    #expect(openCount == 4 * (3 * 2 * 2 * 3 + 2 * 4 * 2 * 8))
  }

  @Test(
    "decides on documents",
    arguments: [
      (nil, Assignment.Disclosure.open, "2024-06-01"), (nil, .open, "2024-06-30"), (.notYet, .open, "2024-07-01"),
      (.undated, .open, nil), (.unreviewed, nil, "2024-06-01"), (.onRequest, .onRequest, "2024-06-01"),
      (.closed, .closed, "2024-06-01"), (.unreviewed, nil, nil),
    ] as [(WithheldReason?, Assignment.Disclosure?, String?)])
  func documents(_ reason: WithheldReason?, _ disclosure: Assignment.Disclosure?, _ publishedOn: String?) {
    let document = Sample.document {
      $0.disclosure = disclosure
      $0.publishedOn = publishedOn.map(Sample.day)
    }
    let result = Sample.open(documents: [document])
    #expect(result.withheld.map(\.reason) == (reason.map { [$0] } ?? []))
    #expect(result.column.documents.count == (reason == nil ? 1 : 0))
    #expect(result.publishedCount == result.column.documents.count)
  }

  @Test("the register shows grounds, not how far the office has come")
  func publicClasses() {
    #expect(Set(WithheldReason.allCases.map(\.publicClass)) == Set(WithheldReason.publicClasses))
    for reason in [WithheldReason.closed, .secrecyFailed, .disclosureFailed] { #expect(reason.publicClass == "不予公开") }
    for reason in [WithheldReason.unreviewed, .undated, .notYet, .letterMissing] {
      #expect(reason.publicClass == "尚未公开")
    }
  }
}
