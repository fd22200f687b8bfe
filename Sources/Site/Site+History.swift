import Audit
import Diagnostics
import Disclosure
import Integrity
import Loader
import Output
import Renderer

extension Site {
  /// The site's history, whole; an empty one where it has not begun, `nil` where it is broken.
  func history(_ loader: Loader) -> (history: History?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    guard let text = diagnostics.collect(try loader.history(at: History.file)) else { return (nil, diagnostics.list) }
    guard let text else { return (History(), []) }
    return (diagnostics.collect(try History(reading: text)), diagnostics.list)
  }

  /// The letters that are gone, with a warning for each of which no withdrawal tells.
  func heed(_ departures: [History.Entry], _ report: inout Report) -> [History.Entry] {
    // A letter that cannot be read is not gone.
    if report.diagnostics.hasErrors { return [] }
    for entry in departures where entry.event == .removed {
      report.diagnostics.warning(
        "reply/silent-removal", at: Place(History.file), "“\(entry.letter)”公开过，现在不再公开，却没有写撤回",
        hint: "在那份复文的文件头写“撤回: {日期: …, 理由类别: …}”，原网址会留下说明；改了编号、届次或单位代码的，改回来")
    }
    return departures
  }

  /// Adds to the history what this build publishes, and puts the list of all files.
  ///
  /// The history comes first: should the build be killed before anything is published, the next one finds it written.
  /// A look back at a day before its last entry adds nothing, as it publishes nothing new.
  ///
  /// - Returns: the digest of the list.
  func record(
    _ rendering: Rendering, of renderer: Renderer, in publication: Publication, _ readings: Readings,
    _ report: inout Report
  ) throws(Diagnostic) -> Digest {
    let (whole, day) = (renderer.history, renderer.asOf.description)
    let mark = FileList.history(in: try publication.beginning(of: FileList.address, count: 1 << 10))
    if !whole.continues(mark) {
      report.diagnostics.warning(
        "history/shortened", at: Place(History.file), "公开历史与已经发布的成品对不上：后面的记录被删去或换过",
        hint: "请从备份或版本库恢复 \(History.file)，再重新生成")
    }
    let known = whole.until(day)
    let isLookingBack = known.entries.count < whole.entries.count
    let longer = isLookingBack || rendering.events.isEmpty ? known : known.adding(rendering.events)
    report.historyEntries = longer.entries.count - known.entries.count
    let list = FileList(day: day, history: longer.mark, entries: rendering.files)
    let digest = try publication.put(FileList.address) { (draft) throws(Diagnostic) in
      try list.write { (piece) throws(Diagnostic) in try draft.take(&piece) }
    }
    if publication.isWriting, longer.entries.count > whole.entries.count, report.judge(by: options) {
      try SingleFile.write(longer.text, to: "\(folder)/\(History.file)", apartFrom: [])
      readings.renew(History.file, longer.text)
    }
    return digest
  }
}
