import Foundation
import Loader

/// What the inputs of a reader are made from.
struct Corpus {
  let seeds: [[UInt8]]
  let tokens: [[UInt8]]
  /// What the reader is about.
  let core: Core
  /// What may stand inside itself.
  let pairs: [(opening: [UInt8], closing: [UInt8])]

  enum Core {
    case all
    case before(String)
    case after(String)

    func part(of seed: [UInt8]) -> Range<Int> {
      switch self {
      case .all: seed.indices
      case .before(let mark): 0..<(seed.firstRange(of: Array(mark.utf8))?.lowerBound ?? seed.count)
      case .after(let mark): (seed.firstRange(of: Array(mark.utf8))?.upperBound ?? 0)..<seed.count
      }
    }
  }

  init(of reader: Reader) {
    core =
      switch reader {
      case .frontMatter: .before("\n---\n")
      case .narrative: .after("\n---\n")
      case .template: .before("\u{1E}")
      default: .all
      }
    let pairs: [(String, String)]
    switch reader {
    case .csv:
      (seeds, tokens) = (Self.tables, Vocabulary.csv)
      pairs = [("\"", "\""), (",", ","), ("\"\"", "\"\"")]
    case .xlsx:
      (seeds, tokens) = (Self.worksheets, Vocabulary.xlsx)
      pairs = [("<row>", "</row>"), ("<c>", "</c>"), ("<v>", "</v>"), ("<is><t>", "</t></is>"), ("<!--", "-->")]
    case .yaml:
      (seeds, tokens) = (Self.list("content/records/2023年提案.yaml", startingWith: "- "), Vocabulary.yaml)
      pairs = Self.yamlPairs
    case .json:
      (seeds, tokens) = (Self.objects("content/records/2025年提案.json"), Vocabulary.json)
      pairs = Self.jsonPairs
    case .settings:
      (seeds, tokens) = (Self.settings, Vocabulary.settings)
      pairs = Self.yamlPairs
    case .frontMatter:
      (seeds, tokens) = (Self.narratives(blocks: 1), Vocabulary.frontMatter)
      pairs = Self.yamlPairs
    case .markdown:
      (seeds, tokens) = (Self.markdown, Vocabulary.markdown)
      pairs = Self.markdownPairs
    case .template:
      (seeds, tokens) = (Self.templates, Vocabulary.template)
      pairs = [
        ("(", ")"), ("[", "]"), ("{{ ", " }}"), ("{% if 1 %}", "{% endif %}"), ("{% for x in l %}", "{% endfor %}"),
        ("{% for x in range(9) %}", "{% endfor %}"), ("{% block a %}", "{% endblock %}"), ("{'a':", "}"), ("-", ""),
        ("not ", ""), ("", "|upper"), ("{% macro f() %}", "{% endmacro %}"),
      ]
    case .body:
      (seeds, tokens) = (Self.bodies, Vocabulary.body)
      pairs = Self.jsonPairs
    case .narrative:
      (seeds, tokens) = (Self.narratives(blocks: 4), Vocabulary.narrative)
      pairs = Self.markdownPairs + [("{% if 1 %}", "{% endif %}"), ("《", "》"), ("（", "）"), ("“", "”")]
    case .planted:
      (seeds, tokens) = (Planted.allCases.map { Array($0.rawValue.utf8) } + [Array("harmless".utf8)], Vocabulary.csv)
      pairs = [("a", "")]
    }
    self.pairs = pairs.map { (Array($0.utf8), Array($1.utf8)) }
  }

  private static let jsonPairs = [("[", "]"), ("{\"a\":", "}"), ("\"", "\""), ("[[", "]]")]
  private static let yamlPairs = [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("\"", "\""), ("'", "'")]
  private static let markdownPairs = [
    ("*", "*"), ("**", "**"), ("_", "_"), ("[", "]"), ("[", "](a)"), ("![", "](a)"), ("> ", ""), ("- ", ""),
    ("1. ", ""),
    ("`", "`"), ("<", ">"), ("| ", " |"), ("[^1]", ""), ("***", "**"), ("\\", ""), ("    ", ""), ("a**", ""),
    ("&", ";"),
  ]

  // MARK: - Files of the repository

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) -> String {
    do {
      let bytes = Array(try Data(contentsOf: repository.appending(path: path)))
      return String(decoding: try TextDecoding.decode(bytes, file: path).bytes, as: UTF8.self)
    } catch {
      fatalError("\(path): \(error)")
    }
  }

  /// The paths of all files in a folder whose names end so, sorted.
  static func files(in folder: String, suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: repository.appending(path: folder).path(percentEncoded: false))
    return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(suffix) }.sorted().map {
      folder + "/" + $0
    }
  }
}
