import Testing

@testable import Renderer

/// How lists are divided among pages.
@Suite struct PagingTests {
  @Test(arguments: [0, 1, 49, 50, 51, 99, 100, 101, 1234])
  func eachLineStandsOnOnePage(_ count: Int) {
    let paging = Paging(count: count, size: 50, address: "a/index.html")
    let pages = (1...paging.pageCount).map(paging.lines(of:))
    #expect(pages.flatMap { Array($0) } == Array(0..<count))
    #expect(pages.dropLast().allSatisfy { $0.count == 50 } && (count == 0 || pages.last?.isEmpty == false))
  }

  @Test func addresses() {
    let paging = Paging(count: 500, size: 50, address: "dengji/2024.html")
    #expect([1, 2, 10].map(paging.address(of:)) == ["dengji/2024.html", "dengji/2024-2.html", "dengji/2024-10.html"])
  }
}
