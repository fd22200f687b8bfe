import Testing

@testable import Markdown

@Suite struct ConcurrencyTests {
  /// The global tables of the library must not be touched while documents are parsed.
  @Test func workersDoNotDisturbEachOther() async {
    let sources = (0..<8).map { number in
      "# **第\(number)章。**总则\n\n甲**乙。**丙_丁_[戊](x\(number))，~~己~~ a@b.cn`庚**辛`\n壬[^1]\n\n|**癸。**子|\n|-|\n|丑|\n\n[^1]: 寅*卯。*辰\n"
    }
    let expected = sources.map { Rendering($0).document }
    #expect(!expected.contains(nil))
    let different = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          (0..<4000).count { round in
            let index = (round + worker) % sources.count
            return Rendering(sources[index]).document != expected[index]
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(different == 0)
  }
}
