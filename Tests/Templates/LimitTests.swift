import Diagnostics
import Foundation
import Testing

@testable import Templates

/// What would not end, or not fit, ends in an error, on a thread with 512 KB of stack.
struct LimitTests {
  @Test(arguments: [
    (
      "levels of brackets",
      "{{ " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000) + " }}"
    ),
    (
      "levels of lists",
      "{{ " + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "|length }}"
    ),
    ("levels of signs", "{{ " + String(repeating: "- ", count: 5000) + "1 }}"),
    ("levels of not", "{{ " + String(repeating: "not ", count: 5000) + "1 }}"),
    ("a long sum", "{{ 1" + String(repeating: " + 1", count: 5000) + " }}"),
    ("a long chain of filters", "{{ 'a'" + String(repeating: "|upper", count: 5000) + " }}"),
    ("a long chain of fields", "{{ a" + String(repeating: ".b", count: 5000) + " }}"),
    ("a long chain of ifs", "{{ 1" + String(repeating: " if 1 else 1", count: 5000) + " }}"),
    ("levels of if", String(repeating: "{% if 1 %}", count: 5000) + String(repeating: "{% endif %}", count: 5000)),
    (
      "levels of for",
      String(repeating: "{% for x in [1] %}", count: 500) + String(repeating: "{% endfor %}", count: 500)
    ),
    (
      "levels of blocks",
      (1...500).map { "{% block b\($0) %}" }.joined() + String(repeating: "{% endblock %}", count: 500)
    ),
    ("a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    (
      "a macro that calls itself twice",
      "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(50) }}"
    ),
    ("a macro that calls itself with ever deeper lists", "{% macro m(x) %}{{ m([x]) }}{% endmacro %}{{ m(1) }}"),
    ("a huge range", "{{ range(1000000000)|list|length }}"),
    ("ranges in ranges", "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"),
    ("much output", "{% for a in range(9999) %}{{ '\(String(repeating: "字", count: 9999))' }}{% endfor %}"),
    ("text that doubles", "{% set a = 'x' %}" + String(repeating: "{% set a = a ~ a %}", count: 60)),
    (
      "text that doubles by replacing",
      "{% set a = 'x' %}" + String(repeating: "{% set a = a|replace('x', 'xx') %}", count: 60)
    ),
    ("text that doubles by joining", "{% set a = 'x' %}" + String(repeating: "{% set a = [a, a]|join %}", count: 60)),
    (
      "text that grows by escaping",
      "{% set a = '&' %}" + String(repeating: "{% set a = a|e|string|replace('&', '&&') %}", count: 60)
    ),
    ("lists that double", "{% set a = [1] %}" + String(repeating: "{% set a = a + a %}", count: 60)),
    ("lists in lists", "{% set a = [] %}" + String(repeating: "{% set a = [a] %}", count: 5000)),
    ("lists in lists, by batch", "{% set a = [1] %}" + String(repeating: "{% set a = a|batch(1)|list %}", count: 5000)),
    ("records in records", "{% set a = {} %}" + String(repeating: "{% set a = {'a': a} %}", count: 5000)),
    ("much JSON", "{% set a = ['x'] %}" + String(repeating: "{% set a = [a, a] %}", count: 60) + "{{ a|tojson }}"),
    ("JSON with a huge indent", "{{ [1]|tojson(9223372036854775807) }}"),
    ("JSON with an indent of gigabytes", "{{ [1]|tojson(2147483648) }}"),
    ("JSON that is mostly indent", "{{ range(9999)|list|tojson(9999) }}"),
    ("JSON of JSON", "{{ '\"'" + String(repeating: "|tojson", count: 40) + " }}"),
    (
      "a long separator",
      "{% set a = 'x' %}" + String(repeating: "{% set a = a ~ a %}", count: 22) + "{{ range(9999)|join(a) }}"
    ),
    ("batches filled up", "{{ [1]|batch(1000000000, 0)|list|length }}"),
    ("a file that includes itself", "{% include 'main.html' %}"),
    ("files that include each other", "{% include 'a.html' %}"),
    ("a file that extends itself", "{% extends 'main.html' %}"),
    ("a file that imports itself", "{% import 'main.html' as m %}"),
    ("a macro that includes its file", "{% macro m() %}{% include 'main.html' %}{% endmacro %}{{ m() }}"),
    ("a chain of files", "{% include '1.html' %}"),
    ("files that double", "{% include 'd1.html' %}"),
    (
      "blocks inside each other",
      "{% extends 'blocks.html' %}{% block a %}{% block b %}{{ super() }}{% endblock %}{% endblock %}"
    ),
  ])
  func ends(title: String, template: String) throws {
    let chain = (1...500).map { ("\($0).html", "{% include '\($0 + 1).html' %}") }
    let doubling = (1...40).map { ("d\($0).html", "x{% include 'd\($0 + 1).html' %}{% include 'd\($0 + 1).html' %}") }
    let files = Dictionary(uniqueKeysWithValues: chain + doubling).merging([
      "main.html": template, "a.html": "{% include 'b.html' %}", "b.html": "{% include 'a.html' %}", "501.html": "",
      "d41.html": "", "blocks.html": "{% block b %}{% block a %}{% endblock %}{% endblock %}",
    ]) { $1 }
    let error = try #require(Self.error(of: files), "\(title) rendered")
    #expect(error.rule == "template/limit", "\(title): \(error)")
  }

  @Test func limitsAreGenerous() throws {
    let deep = String(repeating: "(", count: 15) + "1" + String(repeating: ")", count: 15)
    let sum = "1" + String(repeating: " + 1", count: 40)
    let macro = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% endif %}.{% endmacro %}{{ m(60) }}"
    let nested = String(repeating: "{% if 1 %}", count: 25) + String(repeating: "{% endif %}", count: 25)
    #expect(Self.error(of: ["main.html": "{{ \(deep) }}{{ \(sum) }}\(macro)\(nested)"]) == nil)
  }

  /// What goes wrong with limits that tests reach soon.
  private static func error(of files: [String: String]) -> Diagnostic? {
    var limits = Limits()
    limits.steps = 20_000
    limits.size = 1 << 20
    nonisolated(unsafe) var error: Diagnostic?
    let work = { @Sendable [limits] in
      do throws(Diagnostic) {
        let program = try Compiler(TemplateSources(files)).compile("main.html")
        var output = TemplateOutput()
        try program.render(Record([]), into: &output, limits: limits)
      } catch let caught {
        error = caught
      }
    }
    let thread = Thread(block: work)
    thread.stackSize = 512 << 10
    thread.start()
    while !thread.isFinished { usleep(500) }
    return error
  }
}
