import Diagnostics
import Glibc

/// What can be wrong with a file before its first byte is looked at.
enum FileFault {
  /// What the operating system refused, as `errno` has it.
  static func system(_ code: Int32, at place: Place) -> Diagnostic {
    switch code {
    case ENOENT:
      Diagnostic(.error, "file/missing", at: place, "找不到这个文件或文件夹", hint: "请检查路径和文件名是否写对")
    case EACCES, EPERM:
      Diagnostic(.error, "system/unreadable", at: place, "没有读取权限", hint: "请让运行程序的用户可以读它：chmod -R u+rX 所在文件夹")
    case ENXIO, ENODEV:
      notRegular(at: place)
    case EMFILE, ENFILE:
      Diagnostic(
        .error, "system/files-limit", at: place, "同时打开的文件太多，打不开它", hint: "请放宽限制（ulimit -n 1024），或用 --jobs 减少并行数")
    case ENAMETOOLONG:
      Diagnostic(.error, "file/path-too-long", at: place, "文件夹套得太深，路径太长", hint: "请减少文件夹层数或缩短名称")
    default:
      Diagnostic(
        .error, "system/unreadable", at: place, "读取失败，系统提示：\(String(cString: strerror(code)))", hint: "请检查磁盘和文件系统")
    }
  }

  /// What the operating system refused when a file was to be changed.
  static func unwritable(_ code: Int32, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "system/unwritable", at: place, "不能改写这个文件，系统提示：\(String(cString: strerror(code)))",
      hint: "请让运行程序的用户可以写这个文件和它所在的文件夹，并检查磁盘空间")
  }

  static func changed(at place: Place) -> Diagnostic {
    Diagnostic(.error, "file/changed", at: place, "生成过程中文件被改动", hint: "保存好文件以后再运行一次")
  }

  static func notRegular(at place: Place) -> Diagnostic {
    Diagnostic(.error, "file/not-regular", at: place, "不是普通文件（而是文件夹、设备、管道或套接字）", hint: "请换成普通文件，或移出站点文件夹")
  }

  static func tooLarge(_ size: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "file/too-large", at: place,
      "文件有 \(size >> 20) MB，超过上限 \(ContentFolder.maximumFileSize >> 20) MB", hint: "请拆成几个文件，或删去不需要的内容")
  }

  static func linkOutside(_ folder: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, "file/link-outside", at: place, "符号链接指向\(folder)之外，不予读取", hint: "请把链接换成文件本身")
  }

  static func linkBroken(at place: Place) -> Diagnostic {
    Diagnostic(.error, "file/link-broken", at: place, "符号链接指向的文件不存在", hint: "请删除这个链接，或换成文件本身")
  }

  static func linkLoop(at place: Place) -> Diagnostic {
    Diagnostic(.error, "file/link-loop", at: place, "符号链接绕成了圈", hint: "请删除这个链接，或换成文件本身")
  }

  static func nameTwin(at place: Place, other: String) -> Diagnostic {
    Diagnostic(
      .error, "file/name-twin", at: place, "和 \(other) 看起来同名，只是名称里字符的编码不同，在有的系统上会互相覆盖",
      hint: "请删去一个，或改名（常见于从 macOS 复制来的文件）")
  }

  static func folderReadTwice(at place: Place, earlier: String) -> Diagnostic {
    Diagnostic(
      .error, "file/link-loop", at: place, "这里和 \(earlier) 是同一个文件夹（经符号链接），会把文件读两遍", hint: "请删除多余的符号链接")
  }

  static func nameNotUTF8(at place: Place, reading: String? = nil) -> Diagnostic {
    Diagnostic(
      .error, "file/name-encoding", at: place, "文件名不是 UTF-8 编码" + (reading.map { "，按 GB 18030 读作“\($0)”" } ?? ""),
      hint: "请重新命名；从 ZIP 解压来的，可用 unzip -O gb18030 重新解压")
  }

  static func nameNotUTF8(_ name: [UInt8], in folder: String) -> Diagnostic {
    let path = folder + "/" + String(decoding: name, as: UTF8.self)
    return nameNotUTF8(at: Place(path.visible), reading: TextDecoding.gb18030(name)?.visible)
  }

  static func controlInName(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "file/name-control", at: Place(path.visible), "文件名里有换行、制表符或其他控制字符", hint: "请重新命名")
  }
}
