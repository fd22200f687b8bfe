import Diagnostics

/// Which parts a part of a package refers to, and as what (ECMA-376, part 2, section 9.3).
package struct Relationships {
  package struct Target: Sendable {
    /// The last word of its type, such as `worksheet`: what stands before it differs between the strict and the
    /// transitional form.
    package let type: String
    /// The part's name in the archive.
    package let part: String
  }

  private var targets: [(id: String, target: Target)] = []

  /// Of the package itself where `part` is empty. Without any, there are none.
  package init(of part: String, in package: OfficePackage) throws(Diagnostic) {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<cut])
    let list = "\(folder)_rels/\(part[cut...]).rels"
    guard package.contains(list) else { return }
    let handler = Handler(folder: folder)
    try XMLReader(list, of: package, to: handler).readAll()
    targets = handler.targets
  }

  package subscript(id: String) -> Target? { targets.first { $0.id == id }?.target }

  package func first(_ type: String) -> Target? { targets.first { $0.target.type == type }?.target }

  package func all(_ type: String) -> [Target] { targets.map(\.target).filter { $0.type == type } }

  private final class Handler: XMLHandler {
    let folder: String
    var targets: [(id: String, target: Target)] = []

    init(folder: String) { self.folder = folder }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
        let type = attributes["Type"], let target = attributes["Target"]
      else { return }
      let word = type.split(separator: "/").last.map(String.init) ?? ""
      targets.append((id, Target(type: word, part: resolve(target))))
    }

    func end(_ name: XMLName) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>) {}

    private func resolve(_ target: String) -> String {
      var folders: [Substring] = []
      for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
        if step == ".." { _ = folders.popLast() } else if step != "." { folders.append(step) }
      }
      return folders.joined(separator: "/")
    }
  }
}
