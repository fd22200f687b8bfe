import ArgumentParser
import Diagnostics
import Site

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "用一个 JSON 对象渲染一个模板，写到标准输出")

  @Argument(help: ArgumentHelp("模板文件", valueName: "模板"))
  var template: String

  @Option(name: .long, help: ArgumentHelp("数据：一个 JSON 对象的文件", valueName: "文件"))
  var data: String

  @Option(name: .long, help: ArgumentHelp("到哪里找被包含、继承、导入的模板（默认：模板所在文件夹）", valueName: "文件夹"))
  var templates: String?

  func run() throws {
    do throws(Diagnostic) {
      Stream.output.write(try SingleTemplate.render(template, data: data, templates: templates))
    } catch {
      Stream.error.write(DiagnosticText.text(of: error, inColor: false))
      throw ExitCode([error].exitStatus)
    }
  }
}
