import Diagnostics
import Glibc

/// Gives inputs to a reader, one after the other, and notes which.
struct Trial {
  private let reader: Reader
  private let corpus: Corpus
  private let note: SharedNote
  private let bounds: Bounds

  init(_ reader: Reader, note: SharedNote, bounds: Bounds) {
    self.reader = reader
    self.note = note
    self.bounds = bounds
    corpus = Corpus(of: reader)
    reader.warmUp()
  }

  func run(_ numbers: Range<Int>) {
    for number in numbers {
      note.content.number = number
      let input = Mutator.input(number, of: corpus)
      bounds.restartClock()
      let start = processorTime
      let isSound = !reader.read(input).contains { $0.severity == .error }
      let seconds = processorTime - start
      note.content.inputs += 1
      note.content.bytes += input.count
      note.content.sound += isSound ? 1 : 0
      if seconds > note.content.slowest { (note.content.slowest, note.content.slowestNumber) = (seconds, number) }
    }
  }

  private var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
