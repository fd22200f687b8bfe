import Diagnostics
import Foundation
import Glibc
import Output
import Testing

/// On small file systems of their own, which only root may mount.
@Suite(.enabled(if: Disk.isAllowed, "mounting a file system is not allowed here"))
struct DiskTests {
  private let playground: Playground

  init() throws { playground = try Playground() }

  @Test func fullDiskLeavesTheOldColumn() throws {
    try playground.makeFolder("disk")
    let disk = try #require(Disk(at: playground.root + "/disk", size: "1m"))
    let output = disk.path + "/public"
    try playground.build(Column.old, to: output)
    let large = Column.new.mapValues { $0 + String(repeating: " ", count: 200_000) }
    let error = playground.failure(large, to: output)
    #expect(error?.rule == "system/disk-full")
    #expect(error?.message == "无法写入：磁盘空间或配额已用完")
    #expect(playground.tree("disk/public") == Column.old)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["public"])
    try playground.build(Column.new, to: output)
    #expect(playground.tree("disk/public") == Column.new)
  }

  @Test func readOnlyDiskLeavesTheOldColumn() throws {
    try playground.makeFolder("disk")
    let disk = try #require(Disk(at: playground.root + "/disk", size: "1m"))
    try playground.build(Column.old, to: disk.path + "/public")
    disk.makeReadOnly()
    #expect(playground.failure(Column.new, to: disk.path + "/public")?.rule == "system/read-only")
    #expect(playground.failure(Column.new, to: disk.path + "/other")?.rule == "system/read-only")
    #expect(try playground.build(Column.old, to: disk.path + "/public", mode: .compare).isEmpty)
    #expect(playground.tree("disk/public") == Column.old)
  }

  @Test func outputThatIsAMountIsWrittenInPlace() throws {
    try playground.makeFolder("public")
    let disk = try #require(Disk(at: playground.output, size: "1m"))
    try playground.build(Column.old)
    try playground.build(Column.new)
    #expect(playground.tree() == Column.new)
    #expect(playground.names == ["public"])
    _ = disk
  }

  @Test func mountInsideTheOutputIsNamed() throws {
    try playground.build(Column.old)
    let disk = try #require(Disk(at: playground.output + "/tian/2023", size: "1m"))
    let error = playground.failure(Column.old)
    #expect(error?.rule == "system/mount")
    #expect(error?.place.file == playground.output + "/tian/2023/1.html")
    _ = disk
  }
}

/// A mounted file system in memory, unmounted at the end of this value's life.
final class Disk {
  let path: String

  init?(at path: String, size: String) {
    self.path = path
    guard mount("tmpfs", path, "tmpfs", 0, "size=" + size) == 0 else { return nil }
  }

  deinit { umount2(path, CInt(MNT_DETACH)) }

  func makeReadOnly() { mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) }

  static let isAllowed: Bool = {
    guard let playground = try? Playground() else { return false }
    return Disk(at: playground.root, size: "1m") != nil
  }()
}
