import Diagnostics
import Foundation
import Glibc
import Output

@testable import Site

extension MessageCase {
  static let output: [MessageCase] = [
    MessageCase(
      "attachments that differ in capitals only", "output/case",
      files: replyHead("附件: [a.pdf, A.pdf]") + ["content/files/a.pdf": "x", "content/files/A.pdf": "y"],
      says: """
        错误 content/files/a.pdf：网址“files/A.pdf”与“files/a.pdf”只有大小写不同，在有的服务器上会互相覆盖
          办法：请为其中一个另定网址
        """),
    MessageCase(
      "asset at a former address", "output/duplicate",
      files: replyHead("旧网址: assets/old.html") + ["templates/assets/old.html": "x"],
      says: """
        错误 templates/assets/old.html：有两个页面或文件使用同一网址“assets/old.html”
          办法：请为其中一个另定网址
        """),
    MessageCase(
      "folder at the address of a file", "output/file-and-folder",
      files: replyHead("附件: a.pdf\n旧网址: files/a.pdf/old.html") + ["content/files/a.pdf": "x"],
      says: """
        错误 content/files/a.pdf：“files/a.pdf”既是一个文件的网址，又是另一些文件所在的文件夹
          办法：请为其中一个另定网址
        """),
    MessageCase(
      "hidden file", "output/path",
      run: { $0.publishing { (output) throws(Diagnostic) in try output.put(".htaccess", [0x41].span.bytes) } },
      says: """
        错误 .htaccess：网址“.htaccess”不能用：有以“.”开头的一段
          办法：请改正网址
        """),
    MessageCase(
      "staff view among the content", "system/office-in-source", status: 3,
      run: { site in
        Report { () throws(Diagnostic) in
          try OfficeFolder.write([], to: site.path + "/content/x", apartFrom: [site.path + "/content"])
        }
      },
      says: """
        错误 站点/content/x：“站点/content”里放的是原稿或成品，工作台不能写到那里
          办法：请换一个文件夹
        """),
    MessageCase(
      "staff view where the column will be", "system/office-in-source", status: 3,
      run: { Site($0.path, options: Options()).writeWorkbench(to: $0.path + "/public") },
      says: """
        错误 站点/public：“站点/public”里放的是原稿或成品，工作台不能写到那里
          办法：请换一个文件夹
        """),
    MessageCase(
      "staff view in a column", "system/office-in-column", status: 3,
      run: { site in
        _ = site.build(into: "成品")
        return Report { () throws(Diagnostic) in
          try OfficeFolder.write([], to: site.path + "/成品/x", apartFrom: [])
        }
      },
      says: """
        错误 站点/成品/x：“站点/成品”是已经生成的专栏，工作台是内部材料，不能写到那里
          办法：请换一个文件夹，不要放在网站目录里
        """),
    MessageCase(
      "staff view over other files", "system/office-not-empty", status: 3,
      run: { site in
        Report { () throws(Diagnostic) in try OfficeFolder.write([], to: site.path + "/content", apartFrom: []) }
      },
      says: """
        错误 站点/content：这个文件夹里有别的东西，没有写工作台
          办法：请换一个空文件夹，或者还没有的文件夹
        """),
    MessageCase(
      "output is a file", "system/output-is-file", status: 3, files: ["public": "x"],
      says: """
        错误 站点/public：输出位置是文件或磁盘的根，不是可用的文件夹
          办法：请换一个输出文件夹
        """),
    MessageCase(
      "folder above is missing", "system/output-parent", status: 3, run: { $0.build(into: "成品/public") },
      says: """
        错误 站点/成品/public：输出文件夹的上级文件夹不存在
          办法：请先建立上级文件夹，或检查 --output 的写法
        """),
    MessageCase(
      "output in the source", "system/output-in-source", status: 3, run: { $0.build(into: "content/public") },
      says: """
        错误 站点/content/public：输出文件夹与“站点/content”重叠，生成会混入或覆盖原稿
          办法：请换一个单独的输出文件夹，例如 public
        """),
    MessageCase(
      "output is a broken link", "system/output-link", status: 3,
      run: { site in
        try site.link("public", to: "nowhere")
        return site.build()
      },
      says: """
        错误 站点/public：输出文件夹是符号链接，但它指向的文件夹不存在
          办法：请建立它指向的文件夹，或删除该链接
        """),
    MessageCase(
      "somebody else's folder", "system/output-not-empty", status: 3, files: ["public/笔记.txt": "x"],
      says: """
        错误 站点/public：输出文件夹里已有不是 Fuwen 写的东西：笔记.txt
          办法：请换一个空的输出文件夹，或先移走它们
        """),
    MessageCase(
      "somebody else's page", "system/output-foreign", status: 3,
      run: { site in
        try site.write("x", to: "public/index.html")
        return site.build()
      },
      says: """
        错误 站点/public/index.html：该处已有别人放的文件，内容与要写的不同，没有覆盖它
          办法：请移走该文件，或换一个空的输出文件夹
        """),
    MessageCase(
      "folder in the place of a page", "system/output-occupied", status: 3, files: ["public/index.html/x": "x"],
      says: """
        错误 站点/public/index.html：该处应是文件，却是文件夹或别的东西
          办法：请移走它，或换一个输出文件夹
        """),
    MessageCase(
      "broken list of files", "system/manifest", status: 3, files: ["public/.fuwen-manifest": "甲\n"],
      says: """
        错误 站点/public/.fuwen-manifest:1：输出文件夹的清单不能用：不是这个版本的 Fuwen 写的清单
          办法：请恢复该清单；没有备份时，删除整个输出文件夹后重新生成
        """),
    MessageCase(
      "another user's killed build", "system/leftover", status: 3, files: [".public.fuwen-stage/a.html": "x"],
      run: { site in
        let refusing = FileSystem { call, _ in call == .removeFile ? EACCES : nil }
        return site.publishing(refusing) { _ throws(Diagnostic) in }
      },
      says: """
        错误 站点/.public.fuwen-stage：这是中断的生成留下的临时文件夹，没有权限清理
          办法：它可能属于另一个用户；请删除这个文件夹，再重新生成
        """),
    MessageCase(
      "two builds at once", "system/output-busy", status: 3,
      run: { site in
        let first = try Publication(site.path + "/public")
        defer { first.abandon() }
        return site.build()
      },
      says: """
        错误 站点/public：另一次生成正在写这个输出文件夹
          办法：请等它结束后再生成
        """),
    MessageCase(
      "two builds of one site into two outputs", "system/content-busy", status: 3,
      run: { site in
        let first = try Publication(site.path + "/other", holding: site.path + "/content")
        defer { first.abandon() }
        return site.build()
      },
      says: """
        错误 站点/content：另一次生成正在用这份原稿
          办法：请等它结束后再生成；两次一起写，公开历史会丢掉一次
        """),
    MessageCase(
      "stopped on request", "system/stopped", status: 3,
      run: { site in
        let progress = Progress()
        progress.stop()
        return Site(site.path, options: Options(workers: 2, progress: progress)).build(
          into: site.path + "/public", mode: .write)
      },
      says: """
        错误 站点/public：按要求停了下来，这里保持原样
          办法：需要时再运行一次同样的命令
        """),
  ]

  static let system: [MessageCase] = [
    MessageCase(
      "attachment removed during the build", "system/not-found", status: 3,
      run: { site in
        site.publishing { (output) throws(Diagnostic) in try output.copy(site.path + "/a.pdf", to: "a.pdf") }
      },
      says: """
        错误 站点/a.pdf：无法打开：文件或文件夹不存在，或刚被移走
          办法：请恢复它后重新生成
        """),
    MessageCase(
      "attachment turned into a folder", "system/not-a-file", status: 3,
      run: { site in
        site.publishing { (output) throws(Diagnostic) in try output.copy(site.path + "/content", to: "a.pdf") }
      },
      says: """
        错误 站点/content：不是普通文件，不能发布
          办法：请换成普通文件
        """),
    MessageCase(
      "attachment shortened during the build", "system/source-changed", status: 3,
      run: { site in
        let source = site.path + "/" + replyFile
        let shortening = FileSystem { call, _ in
          if call == .read { truncate(source, 3) }
          return nil
        }
        return site.publishing(shortening) { (output) throws(Diagnostic) in try output.copy(source, to: "a.pdf") }
      },
      says: """
        错误 站点/content/replies/0216.md：文件在读取时被改动
          办法：请重新生成
        """),
    refusal(
      "no space", "system/disk-full", ENOSPC, of: .write,
      says: """
        错误 站点/public/a.html：无法写入：磁盘空间或配额已用完
          办法：请腾出空间后重新生成
        """),
    refusal(
      "no permission", "system/permission", EACCES, of: .create,
      says: """
        错误 站点/public/a.html：无法写入：没有权限
          办法：请检查文件和文件夹的所有者与权限，或换一个输出文件夹
        """),
    refusal(
      "read-only disk", "system/read-only", EROFS, of: .makeFolder,
      says: """
        错误 站点/.public.fuwen-stage：无法建立文件夹：所在磁盘只能读，不能写
          办法：请换一个输出文件夹，或以可写方式重新挂载磁盘
        """),
    refusal(
      "faulty disk", "system/disk-fault", EIO, of: .close,
      says: """
        错误 站点/public/a.html：无法写入：磁盘读写出错
          办法：请检查磁盘，再重新生成
        """),
    refusal(
      "too many open files", "system/too-many-open", EMFILE, of: .openFolder,
      says: """
        错误 站点：无法打开：同时打开的文件太多
          办法：请用 --jobs 减少并行数后重试
        """),
    refusal(
      "long name", "system/name-too-long", ENAMETOOLONG, of: .create,
      says: """
        错误 站点/public/a.html：无法写入：文件名或路径太长
          办法：请缩短名称
        """),
    refusal(
      "file that may not grow", "system/file-limit", EFBIG, of: .write,
      says: """
        错误 站点/public/a.html：无法写入：文件超过了系统允许的大小
          办法：请放宽限制（ulimit -f unlimited），或换一个能放大文件的磁盘
        """),
    refusal(
      "closed output", "system/closed", EBADF, of: .write,
      says: """
        错误 站点/public/a.html：无法写入：它已经关闭
          办法：请检查输出重定向，例如 > 文件名
        """),
    refusal(
      "link in the output", "system/symbolic-link", ELOOP, of: .create,
      says: """
        错误 站点/public/a.html：无法写入：该处是符号链接
          办法：请移走该链接后重新生成
        """),
    refusal(
      "file in the place of a folder", "system/not-a-folder", ENOTDIR, of: .resolve,
      says: """
        错误 站点/public：无法打开：路径中应是文件夹的一段是文件
          办法：请移走占用该名称的文件，或换一个输出文件夹
        """),
    refusal(
      "something put there during the build", "system/occupied", ENOTEMPTY, of: .move,
      says: """
        错误 站点/public：无法换上新文件：生成期间别的程序在该处放了东西
          办法：请移走它后重新生成
        """),
    refusal(
      "mounted folder", "system/mount", EXDEV, of: .move,
      says: """
        错误 站点/public：无法换上新文件：输出文件夹或其中的子文件夹是单独挂载的
          办法：请改为挂载它的上级文件夹，或换一个输出文件夹
        """),
    refusal(
      "anything else", "system/failed", ENOMEM, of: .create,
      says: """
        错误 站点/public/a.html：无法写入：Cannot allocate memory（错误号 12）
        """),
  ]

  /// What publishing ends with when the operating system refuses a call.
  private static func refusal(
    _ name: String, _ rule: String, _ code: CInt, of refused: FileSystem.Call, says text: String
  ) -> MessageCase {
    MessageCase(
      name, rule, status: 3,
      run: { site in
        let refusing = FileSystem { call, _ in call == refused ? code : nil }
        return site.publishing(refusing) { (output) throws(Diagnostic) in try output.put("a.html", [0x41].span.bytes) }
      }, says: text)
  }
}

extension LittleSite {
  /// The report on publishing what `body` puts.
  fileprivate func publishing(
    _ fileSystem: FileSystem = .real, _ body: (Publication) throws(Diagnostic) -> Void
  ) -> Report {
    Report { () throws(Diagnostic) in
      let publication = try Publication(path + "/public", fileSystem: fileSystem)
      try body(publication)
      _ = try publication.finish()
    }
  }
}
