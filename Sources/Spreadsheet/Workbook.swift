import CXLSXWriter
import Diagnostics
import Glibc

/// An XLSX workbook. The same sheets give the same bytes.
package final class Workbook {
  /// The library's workbook; `nil` once it has been closed, which frees it.
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  /// The file that the library writes; it has no name and goes with the process.
  private let descriptor: CInt
  private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]

  /// - Parameters:
  ///   - created: the day that the file's properties name, in seconds since 1970.
  ///   - temporaryFolder: where parts are kept until they are packed.
  /// - Throws: `system/spreadsheet`.
  package init(
    title: String, author: String, created: Int, temporaryFolder: String = Workbook.temporaryFolder
  ) throws(Diagnostic) {
    var path = Array("\(temporaryFolder)/fuwen-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Self.fault(errno, else: String(cString: strerror(errno))) }
    unlink(path)
    workbook = Self.open("/proc/self/fd/\(descriptor)", temporaryFolder)
    guard let workbook else { throw Self.fault("") }
    let result = title.propertyText.withCString { title in
      author.propertyText.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = created
        return workbook_set_properties(workbook, &properties)
      }
    }
    try Self.check(result)
  }

  /// `TMPDIR`, or else `/tmp`.
  package static var temporaryFolder: String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return folder.isEmpty ? "/tmp" : folder
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
    close(descriptor)
  }

  /// A further sheet, behind the others.
  package func addSheet(_ name: String) throws(Diagnostic) -> Sheet {
    guard let workbook, let sheet = workbook_add_worksheet(workbook, name) else { throw Self.fault("工作表名称“\(name)”") }
    return Sheet(sheet, in: self)
  }

  /// The file. Nothing can be added afterwards.
  package func finish() throws(Diagnostic) -> [UInt8] {
    guard let workbook else { return [] }
    self.workbook = nil
    try Self.check(workbook_close(workbook))
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var position = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
      while position < size {
        let read = pread(descriptor, buffer.baseAddress.map { $0 + position }, size - position, position)
        if read <= 0 { break }
        position += read
      }
      count = position
    }
    guard size > 0, position == size else { throw Self.fault(errno, else: String(cString: strerror(errno))) }
    return bytes
  }

  func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let workbook, let format = workbook_add_format(workbook) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  // MARK: - Faults

  static func check(_ error: lxw_error) throws(Diagnostic) {
    if error != LXW_NO_ERROR { throw fault(errno, else: String(cString: lxw_strerror(error))) }
  }

  /// The library says what it was doing, the system's error number why it failed.
  private static func fault(_ code: CInt, else reason: String) -> Diagnostic {
    switch code {
    case EMFILE, ENFILE: fault("同时打开的文件太多", hint: "请放宽限制（ulimit -n 1024），或用 --jobs 减少并行数")
    case EFBIG: fault("文件超过了系统允许的大小", hint: "请放宽限制（ulimit -f unlimited）")
    case ENOSPC, EDQUOT: fault("磁盘空间或配额已用完")
    default: fault(reason)
    }
  }

  private static func fault(
    _ reason: String, hint: String = "请检查临时文件夹（TMPDIR，默认 /tmp）能不能写、磁盘有没有满，再运行一次"
  ) -> Diagnostic {
    Diagnostic(
      .error, "system/spreadsheet", at: Place("XLSX"), "写不成 XLSX 文件" + (reason.isEmpty ? "" : "：\(reason)"), hint: hint)
  }

  private static func open(_ path: String, _ folder: String) -> UnsafeMutablePointer<lxw_workbook>? {
    folder.withCString { folder in
      var options = lxw_workbook_options(
        constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
  }
}
