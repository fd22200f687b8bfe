import Foundation

/// All inputs of one reader. Child processes read them, one after the other; when an input ends one, that input is
/// written out, and the next child goes on behind it.
struct Campaign {
  /// The inputs of a child; shapes of records are never freed.
  private static let inputsOfChild = 100_000
  /// After so many findings something is wrong with the reader as such.
  private static let enough = 20

  let reader: Reader
  let numbers: Range<Int>
  let findings: String
  let bounds: Bounds

  /// Prints what came of it; `false` if there were findings.
  func run() throws -> Bool {
    guard let file = tmpfile() else { throw SystemFault("tmpfile") }
    defer { fclose(file) }
    let note = try SharedNote(file: fileno(file))
    note.content = SharedNote.Content()
    var (found, peak, seconds, next) = (0, 0, 0.0, numbers.lowerBound)
    while next < numbers.upperBound, found < Self.enough {
      let end = min(next + Self.inputsOfChild, numbers.upperBound)
      let child = try Child(["inputs", reader.rawValue, "\(next)", "\(end)", "\(fileno(file))"] + bounds.arguments)
      peak = max(peak, child.peak)
      seconds += child.seconds
      next = end
      guard child.end != nil else { continue }
      found += 1
      next = note.content.number + 1
      try write(note.content.number, child)
    }
    let sum = note.content
    let inputs = max(1, sum.inputs)
    tell(
      """
      \(reader.rawValue): \(sum.inputs) inputs of \(sum.bytes / inputs) bytes, \(100 * sum.sound / inputs)% without error, \
      \(Int(seconds)) s of processor time, peak \(peak >> 10) MB, slowest \(Int(sum.slowest * 1000)) ms \
      (input \(sum.slowestNumber)), findings \(found)
      """)
    return found == 0
  }

  /// At once, since a campaign takes long.
  private func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  private func write(_ number: Int, _ child: Child) throws {
    let path = "\(findings)/\(reader.rawValue)-\(number)"
    try FileManager.default.createDirectory(atPath: findings, withIntermediateDirectories: true)
    try Data(Mutator.input(number, of: Corpus(of: reader))).write(to: URL(filePath: path))
    tell("\(reader.rawValue): input \(number) \(child.end ?? ""): \(path)")
  }
}

/// A run of this program in a process of its own, which has ended.
private struct Child {
  /// What ended it, `nil` when it came to its end.
  let end: String?
  /// The most memory that it had, in KB.
  let peak: Int
  /// Its processor time.
  let seconds: Double

  init(_ arguments: [String]) throws {
    var words = (CommandLine.arguments.prefix(1) + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/proc/self/exe", nil, nil, &words, environ) == 0 else {
      throw SystemFault("posix_spawn")
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process else { throw SystemFault("wait4") }
    peak = usage.ru_maxrss
    seconds = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }.reduce(0, +)
    switch (status & 0x7F, status >> 8) {
    case (0, 0): end = nil
    case (SIGPROF, _): end = "hangs"
    case (0, let code): end = "ends the program with status \(code)"
    case (let signal, _): end = "ends the program by signal \(signal)"
    }
  }
}
