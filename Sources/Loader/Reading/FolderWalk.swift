import Diagnostics
import Glibc

/// One walk through a folder of a site and all the folders below it.
struct FolderWalk {
  private(set) var files: [String] = []
  /// The folders that were not looked into.
  private(set) var foldersBelow: [String] = []
  private(set) var diagnostics = Diagnostics()

  private let content: ContentFolder
  private let suffixes: [[UInt8]]
  private let isDeep: Bool
  private var folders: [String] = []
  /// Folders that only a symbolic link leads to wait until the others are read, so that it is the link that is
  /// refused when both lead to the same folder.
  private var linkedFolders: [String] = []
  /// The folders that were read, by device and inode: a second visit would go round in circles or read files twice.
  private var visited: [FolderIdentity: String] = [:]

  private struct FolderIdentity: Hashable {
    var device: dev_t
    var inode: ino_t
  }

  /// - Parameter isDeep: whether the folders below are looked into.
  init(through content: ContentFolder, suffixes: [String] = [], isDeep: Bool = true) {
    self.content = content
    self.isDeep = isDeep
    self.suffixes = suffixes.map { $0.utf8.map(lowercased) }
  }

  mutating func run(from folder: String) {
    var status = stat()
    if lstat(content.root + folder, &status) != 0, errno == ENOENT { return }
    takeLink(folder)
    while let next = nextFolder() { visit(next) }
    refuseTwins()
  }

  /// Names that differ in bytes only are the same for Unicode, and so for every table of files.
  private mutating func refuseTwins() {
    var known: Set<String> = []
    let names = files.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    for file in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let (isNew, other) = known.insert(file)
      if !isNew { diagnostics.add(FileFault.nameTwin(at: Place(file), other: other)) }
    }
  }

  private mutating func nextFolder() -> String? {
    if let folder = folders.popLast() { return folder }
    linkedFolders.sort { $1.utf8.lexicographicallyPrecedes($0.utf8) }
    return linkedFolders.popLast()
  }

  private mutating func visit(_ folder: String) {
    let place = Place(folder)
    let descriptor = open(content.root + folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return diagnostics.add(FileFault.system(errno, at: place)) }
    guard let stream = fdopendir(descriptor) else {
      diagnostics.add(FileFault.system(errno, at: place))
      close(descriptor)
      return
    }
    defer { closedir(stream) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return diagnostics.add(FileFault.system(errno, at: place)) }
    let identity = FolderIdentity(device: status.st_dev, inode: status.st_ino)
    if let earlier = visited.updateValue(folder, forKey: identity) {
      return diagnostics.add(FileFault.folderReadTwice(at: place, earlier: earlier))
    }

    errno = 0
    while let entry = readdir(stream) {
      take(entry, in: folder, descriptor)
      errno = 0
    }
    if errno != 0 { diagnostics.add(FileFault.system(errno, at: place)) }
  }

  private mutating func take(_ entry: UnsafeMutablePointer<dirent>, in folder: String, _ descriptor: Int32) {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
    let start = UnsafeRawPointer(entry) + offset
    let bytes = UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
    guard !isPassedOver(bytes) else { return }
    guard let name = String(validating: bytes, as: UTF8.self) else {
      return diagnostics.add(FileFault.nameNotUTF8(Array(bytes), in: folder))
    }
    let path = folder + "/" + name
    guard !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return diagnostics.add(FileFault.controlInName(path))
    }
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return diagnostics.add(FileFault.system(errno, at: Place(path)))
    }
    take(path, status.st_mode, linked: false)
  }

  private mutating func take(_ path: String, _ mode: mode_t, linked: Bool) {
    switch mode & S_IFMT {
    case S_IFREG: takeFile(path)
    case S_IFDIR:
      guard isDeep || visited.isEmpty else { return foldersBelow.append(path) }
      linked ? linkedFolders.append(path) : folders.append(path)
    case S_IFLNK: takeLink(path)
    default: diagnostics.add(FileFault.notRegular(at: Place(path)))
    }
  }

  private mutating func takeFile(_ path: String) {
    let matches = suffixes.isEmpty || suffixes.contains { path.utf8.suffix($0.count).map(lowercased) == $0 }
    if matches { files.append(path) }
  }

  private mutating func takeLink(_ path: String) {
    do throws(Diagnostic) {
      let target = try content.followLink(path)
      var status = stat()
      guard stat(target, &status) == 0 else { throw FileFault.system(errno, at: Place(path)) }
      take(path, status.st_mode, linked: true)
    } catch {
      diagnostics.add(error)
    }
  }
}

/// Hidden files (`.DS_Store`, `.git`), what Office and editors leave behind (`~$x.xlsx`, `x~`), what Windows hides.
private func isPassedOver(_ name: UnsafeRawBufferPointer) -> Bool {
  name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~") || name.starts(with: "~$".utf8)
    || hiddenByWindows.contains { name.elementsEqual($0.utf8) { lowercased($0) == $1 } }
}

private let hiddenByWindows = ["thumbs.db", "ehthumbs.db", "desktop.ini"]

private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
