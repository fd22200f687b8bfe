/// What users know a file as; put together only when somebody wants to read it.
struct FileName: Sendable, CustomStringConvertible {
  private let path: String
  private let folder: Folder?

  /// An empty path stands for `folder` itself.
  init(_ path: String, in folder: Folder? = nil) {
    self.path = path
    self.folder = folder
  }

  var description: String {
    guard let folder else { return path }
    return path.isEmpty ? folder.label : OutputPath.join(folder.label, path)
  }
}
