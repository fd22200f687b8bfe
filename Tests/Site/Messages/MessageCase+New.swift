import Testing

@testable import Site

extension MessageCase {
  static let new: [MessageCase] = [
    MessageCase(
      "new: folder not empty", "usage/folder-taken", status: 2,
      run: { site in
        let before = try Snapshot(of: site.path)
        let report = making(site).makeSite()
        #expect(try Snapshot(of: site.path) == before)
        return report
      },
      says: """
        错误 站点：文件夹不是空的，什么也没有写
          办法：换一个名称，或者先把里面的东西移走
        """),
    MessageCase(
      "new: file in the folder's place", "usage/folder-taken", status: 2,
      run: { site in Site(site.path + "/" + replyFile, options: Options()).makeSite() },
      says: """
        错误 站点/content/replies/0216.md：这里已经有一个文件，不是文件夹，什么也没有写
          办法：换一个名称，或者先把里面的东西移走
        """),
    MessageCase(
      "new: unknown number", "usage/no-row", status: 2, run: { making($0).makeReply(to: "0217", in: FigureQuery()) },
      says: """
        错误 content/records：台账里没有要答复的第0217号
          办法：请核对编号，先在台账里登记；会办件不用复文；登记了的，用 fuwen check 看那一行有没有错误；编号相近的有第0216号
        """),
    MessageCase(
      "new: number without its zeros", "usage/no-row", status: 2,
      run: { making($0).makeReply(to: "第216号", in: FigureQuery()) },
      says: """
        错误 content/records：台账里没有要答复的第216号
          办法：请核对编号，先在台账里登记；会办件不用复文；登记了的，用 fuwen check 看那一行有没有错误；编号相近的有第0216号
        """),
    MessageCase(
      "new: several rows", "usage/several-rows", status: 2,
      files: [replyFile: nil] + rows(["承办方式": "分办"], ["承办方式": "分办", "承办单位": "示例省水利厅"]),
      run: { making($0).makeReply(to: "0216", in: FigureQuery()) },
      says: """
        错误 content/records：没有复文的第0216号不止一行（content/records/2024.csv 第 2 行，content/records/2024.csv 第 3 行）
          办法：用 --kind、--session、--unit 写明是哪一行
        """),
    MessageCase(
      "new: reply is there", "new/replied", run: { making($0).makeReply(to: "0216", in: FigureQuery()) },
      says: """
        错误 content/replies/0216.md：第0216号已经有复文了，没有新写
          办法：再次、补充答复请复制它，在文件头写明“答复序次”，改正文
        """),
    MessageCase(
      "new: unfinished reply is there", "new/exists", files: [replyFile: "---\n编号: \"0216\"\n---\n"],
      run: { making($0).makeReply(to: "0216", in: FigureQuery()) },
      says: """
        错误 content/replies/0216.md：这个文件已经有了，没有改动它
          办法：接着写它；要另写一份，先给它改名
        """),
    MessageCase(
      "new: reply elsewhere", "new/outside", files: [replyFile: nil] + rows(["复文": "../../../甲"]),
      run: { site in
        let report = making(site).makeReply(to: "0216", in: FigureQuery())
        #expect(!site.exists("../甲.md"))
        return report
      },
      says: """
        错误 content/records/2024.csv 第 2 行“复文”：复文“../../../甲”不在 content/replies/ 下，没有新写
          办法：“复文”栏写 content/replies/ 下的路径，不要用“..”；不写就按编号找
        """),
    MessageCase(
      "new: folder that leads out", "file/link-outside", files: [replyFile: nil] + rows(["复文": "外/甲"]),
      run: { site in
        let elsewhere = try LittleSite(bringsTemplates: true)
        try site.link("content/replies/外", to: elsewhere.path)
        let report = making(site).makeReply(to: "0216", in: FigureQuery())
        #expect(!elsewhere.exists("甲.md"))
        return report
      },
      says: """
        错误 content/replies/外：符号链接指向站点文件夹之外，不予读取
          办法：请把链接换成文件本身
        """),
  ]

  private static func making(_ site: LittleSite) -> Site { Site(site.path, options: Options(workers: 1)) }
}
