import Diagnostics
import Integrity
import Loader
import Output
import Workers

extension Site {
  /// Holds a published column against the list of its files, and its letters against the site's history, if there is a
  /// site. Nothing is written.
  package func verify(_ output: String) -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let published = try PublishedFolder(output)
      guard let text = try published.read(FileList.address) else {
        report.diagnostics.error(
          "verify/no-manifest", at: published.place(of: FileList.address), "成品里没有文件清单，无从核对",
          hint: "运行 fuwen build 重新生成；要核对别处的成品，用 --output 指明文件夹")
        return report
      }
      let list = try FileList(reading: text, named: published.place(of: FileList.address).file)
      let history = try writtenHistory()
      if let history { check(list, against: history, in: published, &report) }
      checkFiles(of: list, against: history?.until(list.day), in: published, &report)
      let paths = list.entries.map(\.path) + [FileList.address]
      for path in try published.others(besides: paths) {
        report.diagnostics.error(
          "verify/foreign", at: published.place(of: path), "成品里多出来的，不是 Fuwen 写的", hint: "查明是谁放的；不该有的，移走它")
      }
      report.verified = Report.Verified(
        files: list.entries.count, history: history == nil ? nil : list.history?.count ?? 0)
    } catch {
      report.diagnostics.add(error)
    }
    return report
  }

  /// `nil` where there is no site, as on a web server.
  private func writtenHistory() throws(Diagnostic) -> History? {
    let loader: Loader
    do throws(Diagnostic) {
      loader = try Loader(site: folder, workers: options.workers)
    } catch {
      if error.rule == "site/missing" { return nil }
      throw error
    }
    return try loader.history(at: History.file).map { (text) throws(Diagnostic) in try History(reading: text) }
      ?? History()
  }

  private func check(
    _ list: FileList, against history: History, in published: PublishedFolder, _ report: inout Report
  ) {
    if history.until(list.day).mark == list.history { return }
    let (message, hint) =
      history.continues(list.history)
      ? ("成品比公开历史旧：历史里后来的记录，成品里没有", "重新运行 fuwen build")
      : ("公开历史与成品清单里记的对不上：有记录被改动、删去或换过", "从备份或版本库恢复 \(History.file)，或换回可靠的成品")
    report.diagnostics.error("verify/history", at: published.place(of: FileList.address), message, hint: hint)
  }

  private func checkFiles(
    of list: FileList, against history: History?, in published: PublishedFolder, _ report: inout Report
  ) {
    let found = parallelMap(list.entries, workers: options.workers) { entry in
      var found = Diagnostics()
      do throws(Diagnostic) {
        try check(entry, against: history, in: published, &found)
      } catch {
        found.add(error)
      }
      return found.list
    }
    report.diagnostics.add(contentsOf: found.joined())
  }

  private func check(
    _ entry: FileList.Entry, against history: History?, in published: PublishedFolder, _ found: inout Diagnostics
  ) throws(Diagnostic) {
    let holdsLetters = history != nil && entry.path.hasSuffix(".json") && !entry.path.hasPrefix("data/")
    let text = holdsLetters ? try published.read(entry.path) : nil
    guard let digest = holdsLetters ? text.map(Digest.init(of:)) : try published.digest(of: entry.path) else {
      return found.error(
        "verify/missing", at: published.place(of: entry.path), "清单里有，成品里没有", hint: "从备份恢复它，或重新运行 fuwen build")
    }
    if digest != entry.digest {
      found.error(
        "verify/changed", at: published.place(of: entry.path), "内容与清单里的校验值不符，生成以后被改动过",
        hint: "查明是谁改的；从备份恢复它，或重新运行 fuwen build")
    }
    guard let history, let text else { return }
    let page = entry.path.dropLast("json".count) + "html"
    for letter in LetterLines.letters(in: text) {
      let known = history.entries(of: page + "#" + letter.name).last?.digest
      guard known != letter.digest else { continue }
      found.error(
        "verify/letter", at: published.place(of: entry.path),
        known == nil ? "公开历史里没有这份答复（\(letter.name)）" : "答复（\(letter.name)）与公开历史里最后一次记录的不是同一份文字",
        hint: "查明是谁改的；内容没有问题的，重新运行 fuwen build，会记入历史")
    }
  }
}
