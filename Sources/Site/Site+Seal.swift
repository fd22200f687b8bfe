import Diagnostics
import Disclosure
import Glibc
import Integrity
import Loader
import Output
import Workers

extension Site {
  /// The digest of all that decides what a build makes: this program, the day, every file that was read, and which
  /// attachments there are.
  func digest(of material: Material, _ readings: Readings) -> Digest {
    var digester = Digester()
    func add(_ line: String) { digester.add(Array((line + "\n").utf8)) }
    add(Self.program)
    add(material.gate.asOf.description)
    for (path, digest) in readings.all { add("\(digest) \(path)") }
    for (path, size) in material.files.sorted(by: { $0.key < $1.key }) { add("\(size) \(path)") }
    for path in material.theme.assets { add(path) }
    return digester.finish()
  }

  /// What tells this program from any other that may have stood in its place.
  private static let program: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim) \(status.st_ctim)"
  }()

  /// What was published into `output` by this program, made of the very same material; `nil` where that is not so.
  func published(_ material: Digest, in output: String) throws(Diagnostic) -> (PublishedFolder, [FileList.Entry])? {
    guard !Self.program.isEmpty, let seal = Seal(of: output), seal.material == material,
      let published = try? PublishedFolder(output), let text = try published.read(FileList.address),
      Digest(of: text) == seal.list
    else { return nil }
    return (published, try FileList(reading: text, named: FileList.address).entries)
  }

  /// Whether what lies in `output` was made of the very same material, and every file is as it was made. Then all of them
  /// are this build's.
  func isPublished(_ material: Digest, in output: String, _ publication: Publication) throws(Diagnostic) -> Bool {
    guard let (published, entries) = try published(material, in: output) else { return false }
    let areSame = parallelMap(entries, workers: options.workers) { entry in
      (try? published.digest(of: entry.path) == entry.digest && isCopy(entry)) == true
    }
    guard areSame.allSatisfy(\.self) else { return false }
    try publication.keep(entries.map(\.path) + [FileList.address])
    return true
  }

  /// Whether the file that an entry was copied from, if any, is still the same.
  private func isCopy(_ entry: FileList.Entry) throws(Diagnostic) -> Bool {
    guard let source = [("files/", "content/"), ("assets/", "templates/")].first(where: { entry.path.hasPrefix($0.0) })
    else { return true }
    return try PublishedFolder(folder).digest(of: source.1 + entry.path) == entry.digest
  }
}
