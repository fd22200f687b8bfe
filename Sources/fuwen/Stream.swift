import Diagnostics
import Glibc
import Output

/// A standard stream of the process, written to without a buffer of its own.
enum Stream: Int32 {
  case output = 1
  case error = 2

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Opens what the caller has closed, for nothing to be read or written there: the next file that is opened would
  /// otherwise take its number, and messages would end up in it.
  static func fillGaps() {
    var descriptor: CInt = 0
    while case 0...error.rawValue = descriptor { descriptor = open("/dev/null", O_RDONLY) }
    if descriptor > error.rawValue { close(descriptor) }
  }

  /// Writes all bytes. A reader that has gone away (`| head`) ends the writing, not the process; whatever else keeps the
  /// output from being written ends it with status 3.
  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return fail(errno) }
        rest = rest.dropFirst(written)
      }
    }
  }

  private func fail(_ code: CInt) {
    guard self == .output, code != EPIPE else { return }
    let diagnostic = Diagnostic(.write, refusedWith: code, at: "标准输出")
    Stream.error.write(DiagnosticText.text(of: diagnostic, inColor: false))
    exit(3)
  }
}
