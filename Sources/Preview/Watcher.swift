import Diagnostics
import Dispatch
import Glibc
import Synchronization

/// Tells when something in a site's folders may have changed (inotify(7)).
///
/// What changed it does not say: whoever is told looks at everything anew. `renew` must be called before each look, as
/// folders come and go.
package final class Watcher: Sendable {
  private static let changes =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
  /// In milliseconds: editors write a file in several steps.
  private static let quiet: CInt = 20
  /// A stream of changes without an end must not keep anybody waiting.
  private static let longestUnrest = Duration.milliseconds(500)
  /// In milliseconds: when the site's own folder is gone, nothing tells that it is back.
  private static let pause: CInt = 1_000

  /// Without symbolic links.
  private let site: String
  private let folders: [String]
  private let descriptor: CInt
  private let queue = DispatchQueue(label: "fuwen.watcher")
  /// The watch on the site's own folder, in which only `folders` count; -1 when it is gone.
  private let root = Atomic<CInt>(-1)

  /// - Throws: `system/…`.
  package init(site: String, folders: [String]) throws(Diagnostic) {
    guard let path = realpath(site, nil) else {
      throw Diagnostic(.error, "file/missing", at: Place(site), "找不到这个文件夹", hint: "用 --site 指明站点文件夹")
    }
    defer { free(path) }
    self.site = String(cString: path)
    self.folders = folders
    descriptor = inotify_init1(CInt(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { throw Self.fault(errno, site) }
  }

  deinit { close(descriptor) }

  // MARK: - Folders

  /// Watches all folders that there are now.
  ///
  /// - Returns: what keeps a folder from being watched, for users.
  package func renew() -> Diagnostic? {
    var walk = Walk(watcher: self)
    root.store(walk.watch(site) ?? -1, ordering: .relaxed)
    for folder in folders { walk.run(from: "\(site)/\(folder)") }
    return walk.fault
  }

  /// One walk through the folders. Links are followed inside the site, as the build does.
  private struct Walk {
    let watcher: Watcher
    var fault: Diagnostic?
    private var visited: Set<[UInt64]> = []

    init(watcher: Watcher) { self.watcher = watcher }

    mutating func run(from folder: String) {
      var pending = [folder]
      while let next = pending.popLast() {
        var status = stat()
        guard stat(next, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
          visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
        else { continue }
        _ = watch(next)
        pending += folders(in: next)
      }
    }

    /// The number of the watch, which is the same for a folder that is watched already.
    mutating func watch(_ folder: String) -> CInt? {
      let number = inotify_add_watch(watcher.descriptor, folder, UInt32(Watcher.changes | IN_ONLYDIR))
      if number >= 0 { return number }
      if errno == ENOSPC || errno == ENOMEM { fault = Watcher.fault(errno, folder) }
      return nil
    }

    private mutating func folders(in folder: String) -> [String] {
      guard let stream = opendir(folder) else { return [] }
      defer { closedir(stream) }
      var found: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if Watcher.isPassedOver(name) { continue }
        let path = "\(folder)/\(name)"
        switch Int(entry.pointee.d_type) {
        case DT_DIR, DT_UNKNOWN: found.append(path)
        case DT_LNK: if let target = target(of: path) { found.append(target) }
        default: break
        }
      }
      return found
    }

    /// The folder behind a link; the folder of the file behind it is watched by itself.
    private mutating func target(of link: String) -> String? {
      guard let resolved = realpath(link, nil) else { return nil }
      defer { free(resolved) }
      let path = String(cString: resolved)
      guard path.hasPrefix(watcher.site + "/"), let slash = path.lastIndex(of: "/") else { return nil }
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      if status.st_mode & S_IFMT == S_IFDIR { return path }
      _ = watch(String(path[..<slash]))
      return nil
    }
  }

  /// Hidden files, and what editors and offices leave beside a file while it is open.
  private static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("~$")
  }

  private static func fault(_ code: CInt, _ path: String) -> Diagnostic {
    let limit = code == EMFILE ? "max_user_instances=1024" : "max_user_watches=524288"
    return Diagnostic(
      .error, "system/watch", at: Place(path), "不能察觉文件改动，系统提示：\(String(cString: strerror(code)))",
      hint: "文件夹太多时，请管理员运行 sysctl fs.inotify.\(limit)")
  }

  // MARK: - Changes

  /// Returns after the next change, when there is quiet again.
  ///
  /// - Parameter begins: is called as soon as the change is noticed, on the watcher's own thread.
  package func change(_ begins: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { continuation in
      queue.async {
        self.wait(begins)
        continuation.resume()
      }
    }
  }

  private func wait(_ begins: () -> Void) {
    repeat {
      let isRootThere = root.load(ordering: .relaxed) >= 0
      if !isReadable(within: isRootThere ? -1 : Self.pause) { break }
    } while !readChanges()
    begins()
    let end = ContinuousClock.now + Self.longestUnrest
    while ContinuousClock.now < end, isReadable(within: Self.quiet) { _ = readChanges() }
  }

  /// - Parameter time: in milliseconds; -1 is for ever.
  private func isReadable(within time: CInt) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = Glibc.poll(&poll, 1, time)
      if count >= 0 || errno != EINTR { return count > 0 }
    }
  }

  /// Takes what has happened, and tells whether any of it counts.
  private func readChanges() -> Bool {
    var counts = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
      while case let size = read(descriptor, buffer.baseAddress, buffer.count), size > 0 {
        var offset = 0
        while offset < size {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          let name = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
          if self.counts(event, String(decoding: name, as: UTF8.self)) { counts = true }
          offset = start + Int(event.len)
        }
      }
    }
    return counts
  }

  private func counts(_ event: inotify_event, _ name: String) -> Bool {
    if event.wd == root.load(ordering: .relaxed), !name.isEmpty { return folders.contains(name) }
    return !Self.isPassedOver(name)
  }
}
