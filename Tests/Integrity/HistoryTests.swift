import Diagnostics
import Testing

@testable import Integrity

@Suite struct HistoryTests {
  private static let entries = (1...6).map { number in
    History.Entry(
      day: "2024-0\(number)-01", letter: "jianyi/sheng-14-2/000\(number % 3).html#jyt-首次",
      event: number <= 3 ? .recorded : .changed, corrections: number % 2, digest: Digest(of: [UInt8(number)]))
  }
  private static let history = History().adding(entries)
  private static let lines = String(decoding: history.text, as: UTF8.self).split(separator: "\n").map(String.init)

  @Test func readsWhatItWrites() throws {
    let read = try History(reading: Self.history.text)
    #expect(read.entries == Self.entries)
    #expect(read.mark == Self.history.mark && read.text == Self.history.text)
    let gone = History.Entry(day: "2024-07-01", letter: "a.html#b-补充-2", event: .withdrawn)
    #expect(try History(reading: read.adding([gone]).text).entries.last == gone)
    #expect(try History(reading: History().text).entries == [])
  }

  /// Whatever line is changed, removed, repeated, moved or put in between, the chain is broken, or, at the end, the mark.
  @Test func everyDamageShows() throws {
    let mark = Self.history.mark
    var damages: [[String]] = []
    for index in Self.lines.indices {
      var lines = Self.lines
      lines.remove(at: index)
      damages.append(lines)
      for other in Self.lines.indices where other != index {
        lines = Self.lines
        lines.swapAt(index, other)
        damages.append(lines)
      }
      lines = Self.lines
      lines.insert(lines[index], at: index)
      damages.append(lines)
      for position in Self.lines[index].unicodeScalars.indices {
        lines = Self.lines
        lines[index].unicodeScalars.replaceSubrange(position...position, with: ["x"])
        damages.append(lines)
      }
    }
    damages.append([])
    for lines in damages where lines != Self.lines {
      let text = Array((lines.joined(separator: "\n") + "\n").utf8)
      do throws(Diagnostic) {
        let read = try History(reading: text)
        #expect(!read.continues(mark), "\(lines)")
      } catch {
        #expect(["history/line", "history/chain"].contains(error.rule))
        #expect(error.place.file == "content/history.tsv" && error.place.line != nil)
      }
    }
    #expect(damages.count > 500)
  }

  @Test func goesOnFromWhereItWas() {
    for count in 0...6 {
      let earlier = History().adding(Array(Self.entries.prefix(count)))
      #expect(Self.history.continues(earlier.mark))
      #expect(count == 6 || !earlier.continues(Self.history.mark))
      #expect(Self.history.until(count == 0 ? "2023-12-31" : "2024-0\(count)-15").mark == earlier.mark)
    }
    #expect(!Self.history.continues(History().adding([Self.entries[1]]).mark))
  }

  private static let first = Digest(of: [1])
  private static let second = Digest(of: [2])

  /// What a letter was, what it is now, and the event between.
  struct Step: Sendable {
    let past: [History.Entry]
    let corrections: Int
    let digest: Digest
    let event: History.Event?
  }

  private static func entry(_ event: History.Event, _ corrections: Int, _ digest: Digest?) -> History.Entry {
    History.Entry(day: "2024-01-01", letter: "a.html#b", event: event, corrections: corrections, digest: digest)
  }

  static let steps = [
    Step(past: [], corrections: 0, digest: first, event: .recorded),
    Step(past: [entry(.recorded, 0, first)], corrections: 0, digest: first, event: nil),
    Step(past: [entry(.recorded, 0, first)], corrections: 0, digest: second, event: .changed),
    Step(past: [entry(.recorded, 0, first)], corrections: 1, digest: second, event: .corrected),
    Step(past: [entry(.recorded, 0, first)], corrections: 1, digest: first, event: .corrected),
    Step(past: [entry(.recorded, 1, first)], corrections: 0, digest: first, event: .changed),
    Step(past: [entry(.recorded, 1, first)], corrections: 1, digest: second, event: .changed),
    Step(
      past: [entry(.recorded, 0, first), entry(.withdrawn, 0, nil)], corrections: 0, digest: first, event: .restored),
    Step(
      past: [entry(.recorded, 0, first), entry(.removed, 0, nil)], corrections: 1, digest: second, event: .restored),
  ]

  @Test(arguments: steps) func events(_ step: Step) {
    let found = History().adding(step.past)
      .event(of: "a.html#b", day: "2024-02-01", corrections: step.corrections, digest: step.digest)
    #expect(found?.event == step.event)
    if let found { #expect((found.corrections, found.digest) == (step.corrections, step.digest)) }
  }

  @Test func departures() {
    let letters = (0..<4).map { "a.html#\($0)" }
    let history = History().adding(
      letters.map { History.Entry(day: "2024-01-01", letter: $0, event: .recorded, digest: Self.first) })
    let departures = history.departures(
      day: "2024-02-01", public: [letters[0]], withdrawn: [letters[2]])
    #expect(departures.map(\.letter) == Array(letters[1...]))
    #expect(departures.map(\.event) == [.removed, .withdrawn, .removed])
    #expect(history.adding(departures).departures(day: "2024-03-01", public: [letters[0]], withdrawn: []) == [])
  }
}
