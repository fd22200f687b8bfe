import Dispatch
import Glibc
import Site

/// Shows on the error stream how far a build or an import is, once it takes more than a second: as one line that
/// changes on a terminal, as a line now and then elsewhere.
struct ProgressLine {
  /// In milliseconds.
  private static let wait = 1_000
  private static let terminalStep = 100
  private static let plainStep = 30_000
  /// In columns.
  private static let barWidth = 20

  private let timer: any DispatchSourceTimer
  private let queue = DispatchQueue(label: "progress")
  private let isTerminal = isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"

  /// - Parameters:
  ///   - doing: what is done to each page or file.
  ///   - unit: the word for one of them.
  init(of progress: Progress, doing: String = "正在生成", unit: String = "页") {
    timer = DispatchSource.makeTimerSource(queue: queue)
    let step = isTerminal ? Self.terminalStep : Self.plainStep
    timer.schedule(deadline: .now() + .milliseconds(isTerminal ? Self.wait : step), repeating: .milliseconds(step))
    let isTerminal = isTerminal
    timer.setEventHandler {
      let line = Self.line(progress.stage, hasBar: isTerminal, doing, unit)
      Stream.error.write(isTerminal ? "\r\(line)\u{1B}[K" : line + "\n")
    }
    timer.resume()
  }

  /// Takes the line away.
  func end() {
    timer.cancel()
    // Behind what is being written.
    queue.sync { if isTerminal { Stream.error.write("\r\u{1B}[K") } }
  }

  private static func line(_ stage: Progress.Stage, hasBar: Bool, _ doing: String, _ unit: String) -> String {
    switch stage {
    case .reading: return "正在读取台账和复文……"
    case .publishing: return "正在放到成品文件夹……"
    case .working(let done, let total):
      let percent = "\(done * 100 / total)%，\(done) / \(total) \(unit)"
      guard hasBar else { return "\(doing) \(percent)" }
      let full = done * barWidth / total
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: barWidth - full)
      return "\(doing) \(bar) \(percent)"
    }
  }
}
