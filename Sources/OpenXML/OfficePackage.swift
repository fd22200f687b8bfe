import CZip
import Diagnostics
import Glibc

/// The ZIP archive that a file of Excel, Word or WPS is, with its parts (ECMA-376, part 2).
package final class OfficePackage {
  /// What one part may have when it is unpacked: 512 MB.
  package static let maximumPartSize = 512 << 20

  package let file: String
  private let archive: OpaquePointer

  private init(_ archive: OpaquePointer, file: String) {
    self.archive = archive
    self.file = file
  }

  deinit { zip_discard(archive) }

  /// What `body` makes of the file's parts; it must not keep the package.
  ///
  /// - Parameter wanted: the kind of file that its name promises, as people call it.
  /// - Throws: for what is no such archive, and what `body` throws.
  package static func open<Result>(
    _ bytes: [UInt8], file: String, wanted: String, _ body: (OfficePackage) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    switch FileKind(bytes) {
    case .zip: break
    case .oldOffice: throw OfficeFault.old(file)
    case .encryptedOffice: throw OfficeFault.encrypted(file)
    case let kind: throw OfficeFault.wrongKind(file, wanted: wanted, found: kind.name)
    }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
      var error = zip_error_t()
      zip_error_init(&error)
      defer { zip_error_fini(&error) }
      guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
        throw OfficeFault.damaged(file, String(cString: zip_error_strerror(&error)))
      }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        throw OfficeFault.damaged(file, "压缩包不完整")
      }
      return try body(OfficePackage(archive, file: file))
    }
  }

  /// The names of all parts, in the archive's order.
  package var parts: [String] {
    (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
      zip_get_name(archive, zip_uint64_t(index), 0).map { String(cString: $0) }
    }
  }

  package func contains(_ part: String) -> Bool { index(of: part) != nil }

  private func index(of part: String) -> zip_uint64_t? {
    zip_uint64_t(exactly: zip_name_locate(archive, part, zip_flags_t(ZIP_FL_NOCASE)))
  }

  /// - Throws: when there is no such part, or it says itself that it is too large or encrypted.
  func open(_ part: String) throws(Diagnostic) -> PartStream {
    guard let index = index(of: part) else { throw OfficeFault.damaged(file, "缺少 \(part.visible)") }
    var status = zip_stat_t()
    zip_stat_init(&status)
    if zip_stat_index(archive, index, 0, &status) == 0 {
      if status.size > Self.maximumPartSize { throw OfficeFault.tooLarge(file, part) }
      if status.encryption_method != ZIP_EM_NONE { throw OfficeFault.encrypted(file) }
    }
    guard let handle = zip_fopen_index(archive, index, 0) else {
      throw OfficeFault.damaged(file, "\(part.visible) 解不开压缩")
    }
    return PartStream(handle, name: part, of: self)
  }

  /// Whether a word stands somewhere in a part, or may stand there since the part is not in UTF-8.
  package func mayContain(_ word: String, in part: String) throws(Diagnostic) -> Bool {
    let stream = try open(part)
    let word = Array(word.utf8)
    var window = [UInt8](repeating: 0, count: 256 << 10)
    var kept = 0
    while true {
      let count = try window.withUnsafeMutableBufferPointer { (window) throws(Diagnostic) in
        try stream.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: window[kept...])))
      }
      if count == 0 { return false }
      if window.starts(with: [0xFF, 0xFE]) || window.starts(with: [0xFE, 0xFF]) { return true }
      if Self.find(word, in: window[..<(kept + count)]) { return true }
      // The word may go on in the next piece.
      let tail = window[..<(kept + count)].suffix(word.count - 1)
      kept = tail.count
      window.replaceSubrange(..<kept, with: tail)
    }
  }

  private static func find(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { text in
      guard var rest = text.baseAddress, let end = text.baseAddress.map({ $0 + text.count }) else { return false }
      while end - rest >= word.count, let found = memchr(rest, CInt(word[0]), end - rest - word.count + 1) {
        if memcmp(found, word, word.count) == 0 { return true }
        rest = UnsafeRawPointer(found) + 1
      }
      return false
    }
  }
}
