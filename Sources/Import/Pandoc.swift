import Diagnostics
import Glibc

/// The program that reads Word files (https://pandoc.org), run with their bytes.
enum Pandoc {
  /// How long it may compute, in seconds.
  private static let patience = 60

  /// The document as pandoc's own tree in JSON, with tracked changes accepted.
  ///
  /// - Throws: where pandoc is missing, or cannot read the file.
  static func json(of document: [UInt8], file: String) throws(Diagnostic) -> [UInt8] {
    let (input, output, errors) = (try Scratch(), try Scratch(), try Scratch())
    guard input.write(document) else { throw failed(file, String(cString: strerror(errno))) }
    let command =
      "ulimit -t \(patience); exec pandoc --sandbox --from docx --to json --track-changes=accept --wrap=none"
    switch try run(command, file: file, input: input, output: output, errors: errors) {
    case 0: return output.bytes
    case 127:
      throw Diagnostic(
        .error, "import/no-pandoc", at: Place(file), "导入 Word 文件要用 pandoc，这台机器上没有",
        hint: "请安装：sudo apt-get install pandoc")
    default:
      let said = String(decoding: errors.bytes.prefix(200), as: UTF8.self).split(separator: "\n").first ?? "没有说明原因"
      throw failed(file, said.description.visible)
    }
  }

  private static func failed(_ file: String, _ why: String) -> Diagnostic {
    Diagnostic(
      .error, "import/unreadable", at: Place(file), "pandoc 读不了这个文件：\(why)", hint: "请用 Word 或 WPS 打开它，另存为一个新的 .docx")
  }

  /// The exit status; 128 and more where a signal ended the program.
  private static func run(
    _ command: String, file: String, input: Scratch, output: Scratch, errors: Scratch
  ) throws(Diagnostic) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, scratch) in [input, output, errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, scratch.descriptor, CInt(number))
    }
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    var arguments = ["sh", "-c", command].map { (text: String) in strdup(text) } + [nil]
    var environment = ["PATH=\(path)", "LANG=C.UTF-8", "HOME=/"].map { (text: String) in strdup(text) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", &actions, nil, &arguments, &environment) == 0 else {
      throw failed(file, "启动不了")
    }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// A file without a name, which goes with the process.
private final class Scratch {
  let descriptor: CInt

  init() throws(Diagnostic) {
    var path = Array("/tmp/fuwen-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else {
      throw Diagnostic(
        .error, "system/scratch", at: Place("/tmp"), "写不了临时文件，系统提示：\(String(cString: strerror(errno)))",
        hint: "请检查 /tmp 的权限和剩余空间")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Writes all bytes and goes back to the start.
  func write(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
      }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return false }
      start += written
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }

  var bytes: [UInt8] {
    let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, count)
        if got <= 0 { break }
        count += got
      }
    }
  }
}
