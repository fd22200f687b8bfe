import Diagnostics
import Integrity

/// A folder of files that are the office's own: it lies in no published column, and holds nothing else.
package enum OfficeFolder {
  /// Says whose folder it is, so that it may be written again.
  private static let marker = ".fuwen-workbench"

  /// Writes the files, whose names are plain, or replaces them; they can be read by whom the umask lets.
  ///
  /// - Parameter sources: further folders that it may not lie in.
  /// - Throws: `system/…`.
  package static func write(
    _ files: [(name: String, bytes: [UInt8])], to given: String, apartFrom sources: [String],
    fileSystem: FileSystem = .real
  ) throws(Diagnostic) {
    let place = try OutputFolder(given, apartFrom: [], fileSystem)
    if let source = try fileSystem.source(among: sources, holding: place.path) {
      throw Diagnostic(
        .error, "system/office-in-source", at: Place(given), "“\(source)”里放的是原稿或成品，工作台不能写到那里", hint: "请换一个文件夹")
    }
    try checkApartness(of: place, fileSystem)
    if let present = try fileSystem.openFolder(place.path, label: given) {
      let isOwn = try fileSystem.status(of: marker, in: present) != nil
      let isEmpty = try fileSystem.list("", in: present).isEmpty
      guard isOwn || isEmpty else {
        throw Diagnostic(
          .error, "system/office-not-empty", at: Place(given), "这个文件夹里有别的东西，没有写工作台", hint: "请换一个空文件夹，或者还没有的文件夹")
      }
    } else if let parent = try fileSystem.openFolder(place.parent, toLookUp: true, label: given) {
      try fileSystem.makeFolder(place.name, in: parent)
    }
    for file in [(marker, [])] + files {
      try SingleFile.write(file.1, to: place.path + "/" + file.0, apartFrom: [], fileSystem: fileSystem)
    }
  }

  /// Refuses a published column and whatever lies in one, wherever it is: the lists that a build leaves there tell.
  private static func checkApartness(of place: OutputFolder, _ fileSystem: FileSystem) throws(Diagnostic) {
    var path = place.path
    while path != "/", !path.isEmpty {
      if let folder = try fileSystem.openFolder(path, toLookUp: true, label: path) {
        for mark in [Manifest.name, FileList.address] where try fileSystem.status(of: mark, in: folder) != nil {
          throw Diagnostic(
            .error, "system/office-in-column", at: Place(place.given), "“\(path)”是已经生成的专栏，工作台是内部材料，不能写到那里",
            hint: "请换一个文件夹，不要放在网站目录里")
        }
      }
      path = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    }
  }
}
