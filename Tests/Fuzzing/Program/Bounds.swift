import ArgumentParser
import Glibc

/// How much one input may cost. The system watches over them, so that nothing needs to work any more in the process
/// that breaks one.
struct Bounds: ParsableArguments {
  @Option(help: "Processor time for one input.")
  var seconds = 2

  @Option(help: "Memory of the process; 0 sets no bound, which the address sanitizer needs.")
  var megabytes = 512

  var arguments: [String] { ["--seconds", "\(seconds)", "--megabytes", "\(megabytes)"] }

  func limitMemory() {
    guard megabytes > 0 else { return }
    var limit = rlimit(rlim_cur: rlim_t(megabytes) << 20, rlim_max: rlim_t(megabytes) << 20)
    setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
  }

  /// Lets the process end by a signal after `seconds` of processor time from now on.
  func restartClock() {
    var timer = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: seconds, tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }
}
