import Diagnostics
import Testing

@testable import Markdown

@Suite struct SpecificationTests {
  @Test(arguments: [("commonmark-0.29", 649, 574), ("gfm-tables", 10, 10)])
  func examplesComeOutExactly(_ file: String, _ count: Int, _ rendered: Int) throws {
    let examples = try SpecificationExample.all(in: file)
    #expect(examples.count == count)
    var exact = 0
    for example in examples {
      let rendering = Rendering(example.markdown)
      if PlainLibrary(example.markdown).isToBeRefused {
        #expect(rendering.document == nil && !rendering.errors.isEmpty, "example \(example.number)")
      } else {
        #expect(rendering.errors == [], "example \(example.number)")
        #expect(PlainLibrary.normalized(rendering.html) == example.html, "example \(example.number)")
        exact += 1
      }
    }
    #expect(exact == rendered)
  }
}
