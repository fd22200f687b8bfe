import CZip
import Glibc

/// Makes ZIP archives for tests.
package enum SampleArchive {
  /// An archive of these parts in this order; empty where the library fails, which no reader takes.
  package static func of(_ parts: [(name: String, text: String)]) -> [UInt8] {
    of(parts.map { ($0.name, Array($0.text.utf8)) })
  }

  package static func of(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 0, &error),
      let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error)
    else { return [] }
    zip_source_keep(source)
    defer { zip_source_free(source) }
    for part in parts {
      let content = part.bytes
      // The library reads what it packs when it closes the archive, and frees it then.
      let copy = UnsafeMutableRawPointer.allocate(byteCount: content.count + 1, alignment: 1)
      copy.copyMemory(from: content, byteCount: content.count)
      let text = zip_source_buffer(archive, copy, zip_uint64_t(content.count), 1)
      zip_file_add(archive, part.name, text, zip_flags_t(ZIP_FL_ENC_UTF_8))
    }
    guard zip_close(archive) == 0, zip_source_open(source) == 0 else { return [] }
    defer { zip_source_close(source) }
    zip_source_seek(source, 0, SEEK_END)
    let size = Int(zip_source_tell(source))
    zip_source_seek(source, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
      count = Int(zip_source_read(source, buffer.baseAddress, zip_uint64_t(buffer.count)))
    }
  }

  /// The bytes of all parts of an archive, one after the other; `nil` where it is none.
  package static func contents(of archive: [UInt8]) -> [UInt8]? {
    archive.withUnsafeBytes { bytes in
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
      else { return nil }
      defer { zip_discard(archive) }
      var contents: [UInt8] = []
      for index in 0..<zip_uint64_t(max(0, zip_get_num_entries(archive, 0))) {
        guard let part = zip_fopen_index(archive, index, 0) else { return nil }
        defer { zip_fclose(part) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = zip_fread(part, &buffer, zip_uint64_t(buffer.count)), count > 0 {
          contents += buffer[..<Int(count)]
        }
      }
      return contents
    }
  }
}
