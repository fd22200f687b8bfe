import Dispatch
import Glibc
import Site
import Synchronization

/// What Ctrl-C, `kill` and a closed terminal do to a build: the first one has it end with nothing changed and nothing left
/// behind, the second one ends it at once, and the next build clears up.
struct Interruption {
  /// The pipe's end that a signal's handler writes its number to: little else is allowed there.
  private static let writer = Atomic<CInt>(-1)

  /// The signal that came first.
  private final class Number: Sendable {
    let value = Atomic<CInt>(0)
  }

  private let number = Number()
  private let source: (any DispatchSourceRead)?

  init(stopping progress: Progress) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else {
      // Signals do what they always do.
      source = nil
      return
    }
    Self.writer.store(ends[1], ordering: .relaxed)
    let reader = ends[0]
    // A queue of its own: the workers take all threads that others share.
    let source = DispatchSource.makeReadSource(fileDescriptor: reader, queue: DispatchQueue(label: "signals"))
    source.setEventHandler { [number] in
      var signal: UInt8 = 0
      guard read(reader, &signal, 1) == 1 else { return }
      if number.value.exchange(CInt(signal), ordering: .relaxed) != 0 { Self.die(of: CInt(signal)) }
      progress.stop()
    }
    source.resume()
    self.source = source
    for signal in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(signal) { Glibc.signal(signal, Self.handler) }
  }

  /// Dies of the signal that came, if one came, so that the caller can see it, as a shell must to end a loop.
  func end() {
    let signal = number.value.load(ordering: .relaxed)
    if signal != 0 { Self.die(of: signal) }
  }

  private static let handler: @convention(c) (CInt) -> Void = { signal in
    let code = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = Glibc.write(writer.load(ordering: .relaxed), &byte, 1)
    errno = code
  }

  /// Whoever started the program may not want it to end with them (`nohup`).
  static func isIgnored(_ signal: CInt) -> Bool {
    var action = sigaction()
    return sigaction(signal, nil, &action) == 0
      && unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  private static func die(of signal: CInt) {
    Glibc.signal(signal, SIG_DFL)
    // The threads of queues hold signals back.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(signal)
  }
}
