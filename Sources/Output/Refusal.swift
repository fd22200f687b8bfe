import Diagnostics
import Glibc

extension Diagnostic {
  /// A call that the operating system refused with the error number `code`.
  package init(_ call: FileSystem.Call, refusedWith code: CInt, at file: String) {
    let (rule, text, hint): (String, String, String?) =
      switch code {
      case ENOSPC, EDQUOT: ("disk-full", "磁盘空间或配额已用完", "请腾出空间后重新生成")
      case EBADF: ("closed", "它已经关闭", "请检查输出重定向，例如 > 文件名")
      case EFBIG: ("file-limit", "文件超过了系统允许的大小", "请放宽限制（ulimit -f unlimited），或换一个能放大文件的磁盘")
      case EACCES, EPERM: ("permission", "没有权限", "请检查文件和文件夹的所有者与权限，或换一个输出文件夹")
      case EROFS: ("read-only", "所在磁盘只能读，不能写", "请换一个输出文件夹，或以可写方式重新挂载磁盘")
      case EIO: ("disk-fault", "磁盘读写出错", "请检查磁盘，再重新生成")
      case EMFILE, ENFILE: ("too-many-open", "同时打开的文件太多", "请用 --jobs 减少并行数后重试")
      case ENAMETOOLONG: ("name-too-long", "文件名或路径太长", "请缩短名称")
      case ELOOP: ("symbolic-link", "该处是符号链接", "请移走该链接后重新生成")
      case ENOTDIR: ("not-a-folder", "路径中应是文件夹的一段是文件", "请移走占用该名称的文件，或换一个输出文件夹")
      case EEXIST, ENOTEMPTY, EISDIR: ("occupied", "生成期间别的程序在该处放了东西", "请移走它后重新生成")
      case ENOENT: ("not-found", "文件或文件夹不存在，或刚被移走", "请恢复它后重新生成")
      case EXDEV, EBUSY: ("mount", "输出文件夹或其中的子文件夹是单独挂载的", "请改为挂载它的上级文件夹，或换一个输出文件夹")
      default: ("failed", "\(String(cString: strerror(code)))（错误号 \(code)）", nil)
      }
    self.init(.error, "system/" + rule, at: Place(file), "\(call.summary)：\(text)", hint: hint)
  }
}

extension FileSystem.Call {
  /// What did not work, for users.
  fileprivate var summary: String {
    switch self {
    case .resolve, .openFolder, .open: "无法打开"
    case .status: "无法查看"
    case .list: "无法列出文件夹的内容"
    case .read: "无法读取"
    case .makeFolder: "无法建立文件夹"
    case .lock: "无法锁定文件夹"
    case .create, .setMode, .write, .sync, .close, .checkAccess: "无法写入"
    case .move: "无法换上新文件"
    case .removeFile, .removeFolder: "无法删除"
    }
  }
}
