import CZip
import Diagnostics

/// The bytes of a part as they are unpacked.
final class PartStream {
  let name: String
  /// Keeps the archive open.
  let package: OfficePackage
  private let handle: OpaquePointer
  private var total = 0

  init(_ handle: OpaquePointer, name: String, of package: OfficePackage) {
    self.handle = handle
    self.name = name
    self.package = package
  }

  deinit { zip_fclose(handle) }

  /// How many bytes came; none at the end.
  ///
  /// - Throws: for damage, which the archive's check sum tells, and beyond the size that a part may have.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let count = zip_fread(handle, buffer.baseAddress, zip_uint64_t(buffer.count))
    guard count >= 0 else { throw OfficeFault.damaged(package.file, "\(name.visible) 解不开压缩") }
    // What the archive says of a part's size need not be true.
    total += Int(count)
    if total > OfficePackage.maximumPartSize { throw OfficeFault.tooLarge(package.file, name) }
    return Int(count)
  }
}
