import Foundation

/// Several little sites in one folder, removed when the value goes.
final class SiteGroup {
  let folder: URL

  /// - Parameter sites: by the path of each, the changes to the standard site.
  init(_ sites: [String: [String: String?]]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fuwen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, changes) in sites { try add(path, changes) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path(percentEncoded: false) }

  func add(_ path: String, _ changes: [String: String?] = [:]) throws {
    let site = folder.appending(path: path)
    try FileManager.default.createDirectory(at: site.deletingLastPathComponent(), withIntermediateDirectories: true)
    let original = try LittleSite(changes)
    try withExtendedLifetime(original) { try FileManager.default.copyItem(at: original.folder, to: site) }
  }

  func exists(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + file) }

  func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
  }

  func write(_ text: String, to file: String) throws {
    let file = folder.appending(path: file)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func replace(_ old: String, with new: String, in file: String) throws {
    try write(text(file).replacing(old, with: new), to: file)
  }

  /// The files below a folder with their contents.
  func files(in subfolder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path + "/" + subfolder) {
      let file = folder.appending(path: subfolder + "/" + name)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
