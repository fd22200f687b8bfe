import Diagnostics
import Foundation
import Glibc
import Loader
import Testing

@testable import Site

extension MessageCase {
  static let files: [MessageCase] = [
    MessageCase(
      "file name in another encoding", "file/name-encoding",
      run: { site in
        let name = try inGB18030("总结.md").map { CChar(bitPattern: $0) } + [0]
        try FileManager.default.createDirectory(
          atPath: site.path + "/content/reports", withIntermediateDirectories: true)
        let path = (site.path + "/content/reports/").utf8CString.dropLast() + name
        close(open(Array(path), O_CREAT | O_WRONLY, 0o644))
        return site.build()
      },
      says: """
        错误 content/reports/�ܽ�.md：文件名不是 UTF-8 编码，按 GB 18030 读作“总结.md”
          办法：请重新命名；从 ZIP 解压来的，可用 unzip -O gb18030 重新解压
        """),
    MessageCase(
      "line break in a file name", "file/name-control", files: ["content/replies/02\n17.md": "正文"],
      says: """
        错误 content/replies/02�17.md：文件名里有换行、制表符或其他控制字符
          办法：请重新命名
        """),
    MessageCase(
      "files that are no Markdown", "file/unread", "file/unread", "file/unread", "file/unread", "file/unread",
      status: 0,
      files: [
        "content/bulletins/动态.docx": "x", "content/replies/2024/答复.DOCX": "x", "content/replies/答复.wps": "x",
        "content/replies/附件.pdf": "x", "content/reports/附表.xlsx": "x", "content/replies/~$答复.docx": "x",
        "content/replies/.DS_Store": "x", "content/replies/Thumbs.db": "x",
      ],
      says: """
        警告 content/bulletins/动态.docx：这里只读 .md 文件，没有读它
          办法：用 fuwen new 新建一份，把正文粘贴进去，再把它移到 content/ 外面
        警告 content/replies/2024/答复.DOCX：这里只读 .md 文件，没有读它
          办法：导入它：fuwen import content/replies/2024/答复.DOCX，再把它移到 content/ 外面
        警告 content/replies/答复.wps：这里只读 .md 文件，没有读它
          办法：用 Word 或 WPS 把它另存为 .docx，放在 content/ 外面，再用 fuwen import 导入
        警告 content/replies/附件.pdf：这里只读 .md 文件，没有读它
          办法：要让人下载的附件放到 content/files/；别的移到 content/ 外面
        警告 content/reports/附表.xlsx：这里只读 .md 文件，没有读它
          办法：台账放到 content/records/；别的移到 content/ 外面
        """),
    MessageCase(
      "files beside the folders", "file/unread", "file/unread", "file/unread", "file/unread", "file/unread", status: 0,
      files: [
        "content/site.yml": "x", "content/0217.md": "x", "content/台账.xls": "x", "content/答复.docx": "x",
        "content/Reply/0217.md": "x", "content/原件/0217.md": "x", "content/README.md": "x",
      ],
      says: """
        警告 content/0217.md：直接放在 content/ 里的文件，没有读它
          办法：复文放到 content/replies/，总结和报告放到 content/reports/，动态放到 content/bulletins/
        警告 content/Reply：没有读这个文件夹
          办法：是不是要写“content/replies”？是就改名
        警告 content/site.yml：直接放在 content/ 里的文件，没有读它
          办法：专栏设置的文件名是 site.yaml
        警告 content/台账.xls：直接放在 content/ 里的文件，没有读它
          办法：台账放到 content/records/；别的移到 content/ 外面
        警告 content/答复.docx：直接放在 content/ 里的文件，没有读它
          办法：导入它：fuwen import content/答复.docx，再把它移到 content/ 外面
        """),
    MessageCase(
      "attachment that is a link to the ledger", "file/link-outside",
      run: { site in
        try site.link("content/files/a.csv", to: "../records/2024.csv")
        return site.build()
      },
      says: """
        错误 content/files/a.csv：符号链接指向 content/files 之外，不予读取
          办法：请把链接换成文件本身
        """),
    MessageCase(
      "link out of the site", "file/link-outside",
      run: { site in
        try site.link("content/replies/0217.md", to: "/etc/hostname")
        return site.build()
      },
      says: """
        错误 content/replies/0217.md：符号链接指向站点文件夹之外，不予读取
          办法：请把链接换成文件本身
        """),
    MessageCase(
      "link to nothing", "file/link-broken",
      run: { site in
        try site.link("content/files/a.pdf", to: "b.pdf")
        return site.build()
      },
      says: """
        错误 content/files/a.pdf：符号链接指向的文件不存在
          办法：请删除这个链接，或换成文件本身
        """),
    MessageCase(
      "links in a circle", "file/link-loop", "file/link-loop",
      run: { site in
        try site.link("content/replies/a.md", to: "b.md")
        try site.link("content/replies/b.md", to: "a.md")
        return site.build()
      },
      says: """
        错误 content/replies/a.md：符号链接绕成了圈
          办法：请删除这个链接，或换成文件本身
        错误 content/replies/b.md：符号链接绕成了圈
          办法：请删除这个链接，或换成文件本身
        """),
    MessageCase(
      "folder in itself", "file/link-loop",
      run: { site in
        try site.link("content/replies/again", to: ".")
        return site.build()
      },
      says: """
        错误 content/replies/again：这里和 content/replies 是同一个文件夹（经符号链接），会把文件读两遍
          办法：请删除多余的符号链接
        """),
    MessageCase(
      "pipe", "file/not-regular",
      run: { site in
        mkfifo(site.path + "/content/replies/0217.md", 0o644)
        return site.build()
      },
      says: """
        错误 content/replies/0217.md：不是普通文件（而是文件夹、设备、管道或套接字）
          办法：请换成普通文件，或移出站点文件夹
        """),
    MessageCase(
      "huge file", "file/too-large",
      run: { site in
        truncate(site.path + "/" + ledgerFile, 65 << 20)
        return site.build()
      },
      says: """
        错误 content/records/2024.csv：文件有 65 MB，超过上限 64 MB
          办法：请拆成几个文件，或删去不需要的内容
        """),
    MessageCase(
      "folders in folders", "file/path-too-long",
      run: { site in
        let folders = try nestFolders(in: site.path + "/content/files", levels: 25)
        defer { unnest(folders) }
        return site.build()
      },
      says: """
        错误 content/files/aaa…：文件夹套得太深，路径太长
          办法：请减少文件夹层数或缩短名称
        """),
    MessageCase(
      "names that look the same", "file/name-twin",
      run: { site in
        for name in ["\u{E9}.pdf", "e\u{301}.pdf"] { try site.write("x", to: "content/files/" + name) }
        return site.build()
      },
      says: """
        错误 content/files/\u{E9}.pdf：和 content/files/e\u{301}.pdf 看起来同名，只是名称里字符的编码不同，在有的系统上会互相覆盖
          办法：请删去一个，或改名（常见于从 macOS 复制来的文件）
        """),
    MessageCase(
      "unreadable file", "system/unreadable", status: 3,
      run: { site in
        chmod(site.path + "/" + replyFile, 0)
        return asNobody {
          Report { () throws(Diagnostic) in _ = try ContentFolder(site: site.path).readFile(replyFile) }
        }
      },
      says: """
        错误 content/replies/0216.md：没有读取权限
          办法：请让运行程序的用户可以读它：chmod -R u+rX 所在文件夹
        """),
    MessageCase(
      "text changed during the build", "file/changed",
      run: { site in
        // After the gate has let it pass.
        let loader = try Loader(site: site.path, workers: 1)
        let source = try #require(loader.load().catalogue?.proposals.first?.assignments.first?.replies.first?.source)
        try site.write(LittleSite.reply.replacing("办法", with: "不得公开的办法"), to: replyFile)
        return Report { () throws(Diagnostic) in _ = try loader.text(of: source) }
      },
      says: """
        错误 content/replies/0216.md：生成过程中文件被改动
          办法：保存好文件以后再运行一次
        """),
  ]
}

/// Does something without root's right to read every file. The right belongs to the thread, so `body` must stay on it.
func asNobody<Result>(_ body: () -> Result) -> Result {
  guard geteuid() == 0 else { return body() }
  // Glibc's module leaves out sys/fsuid.h.
  let setUser = unsafeBitCast(dlsym(nil, "setfsuid"), to: (@convention(c) (uid_t) -> CInt).self)
  _ = setUser(65534)
  defer { _ = setUser(0) }
  return body()
}

/// Makes folders in folders, deeper than any path can say; each one's descriptor, outermost first.
private func nestFolders(in path: String, levels: Int) throws -> [CInt] {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  var folders = [open(path, O_RDONLY | O_DIRECTORY)]
  for _ in 0..<levels {
    mkdirat(folders[folders.count - 1], longName, 0o755)
    folders.append(openat(folders[folders.count - 1], longName, O_RDONLY | O_DIRECTORY))
  }
  return folders
}

private func unnest(_ folders: [CInt]) {
  close(folders[folders.count - 1])
  for folder in folders.dropLast().reversed() {
    unlinkat(folder, longName, AT_REMOVEDIR)
    close(folder)
  }
}

private let longName = String(repeating: "a", count: 200)
