import Testing

@testable import Markdown

@Suite struct TableTests {
  @Test func tablesAreNumberedWithinTheirDocument() {
    let table = """
      | 项目 | 件数 | 说明 | 备注 |
      |---|---:|:---:|:---|
      | 盲道 | 150 | 公里 | 无 |
      """
    #expect(
      Rendering(table + "\n\n再看一个：\n\n" + table).html == """
        <div class="table" role="region" aria-label="表格 1" tabindex="0">
        \(Self.rows)
        </div>
        <p>再看一个：</p>
        <div class="table" role="region" aria-label="表格 2" tabindex="0">
        \(Self.rows)
        </div>

        """)
    #expect(Rendering(table).html.contains("aria-label=\"表格 1\""))
  }

  private static let rows = """
    <table>
    <thead>
    <tr>
    <th scope="col">项目</th>
    <th scope="col" class="num">件数</th>
    <th scope="col" class="mid">说明</th>
    <th scope="col">备注</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>盲道</td>
    <td class="num">150</td>
    <td class="mid">公里</td>
    <td>无</td>
    </tr>
    </tbody>
    </table>
    """
}
