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

  /// Puts the list of all files.
  ///
  /// A look back at a day before the history's last entry adds nothing to it, and should publish nothing new.
  ///
  /// - Returns: the digest of the list, and the history with what this build publishes, if that is more than before.
  func list(
    _ rendering: Rendering, of renderer: Renderer, in publication: Publication, _ report: inout Report
  ) throws(Diagnostic) -> (digest: Digest, history: History?) {
    let (whole, day) = (renderer.history, renderer.asOf.description)
    let mark = FileList.history(in: try publication.beginning(of: FileList.address, count: 1 << 10))
    if !whole.continues(mark) {
      report.diagnostics.warning(
        "history/shortened", at: Place(History.file), "公开历史与已经发布的成品对不上：后面的记录被删去或换过",
        hint: "请从备份或版本库恢复 \(History.file)，再重新生成")
    }
    let known = whole.until(day)
    let isLookingBack = known.entries.count < whole.entries.count
    if isLookingBack, !rendering.events.isEmpty {
      report.diagnostics.warning(
        "history/looking-back", at: Place(History.file),
        "截至日期（\(day)）早于公开历史的最后一条，这次公开、改动的答复（\(rendering.events.count) 份）没有记入历史",
        hint: "正式发布的，把截至日期改到最后一条的日期以后；只是回看的，不要发布这份成品")
    }
    let longer = isLookingBack || rendering.events.isEmpty ? known : known.adding(rendering.events)
    report.historyEntries = longer.entries.count - known.entries.count
    let list = FileList(day: day, history: longer.mark, entries: rendering.files)
    let digest = try publication.put(FileList.address) { (draft) throws(Diagnostic) in
      try list.write { (piece) throws(Diagnostic) in try draft.take(&piece) }
    }
    return (digest, longer.entries.count > whole.entries.count ? longer : nil)
  }

  /// Writes the history just before anything is published: should the build be killed then, the next one finds it
  /// written, and what was refused is never in it.
  func write(_ history: History, _ readings: Readings) throws(Diagnostic) {
    try SingleFile.write(history.text, to: "\(folder)/\(History.file)", apartFrom: [])
    readings.renew(History.file, history.text)
  }
}
