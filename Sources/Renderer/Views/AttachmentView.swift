import Diagnostics
import Disclosure

/// 附件 as a page offers it.
struct AttachmentView: Sendable {
  let attachment: Attachment
  /// In bytes.
  let size: Int

  var format: String {
    attachment.file.split(separator: "/").last?.split(separator: ".").dropFirst().last.map { $0.uppercased() } ?? "文件"
  }

  var address: String { "files/" + PercentText.encoded(path: attachment.file) }

  var readableSize: String {
    if size < 1024 { return "\(size) 字节" }
    let tenths = size < 1 << 20 ? (size * 10 + 512) >> 10 : (size * 10 + 1 << 19) >> 20
    return "\(tenths / 10).\(tenths % 10) " + (size < 1 << 20 ? "KB" : "MB")
  }

  static let schema = Schema<AttachmentView>([
    .text("名称") { $0.attachment.name },
    .text("地址") { $0.address },
    .text("格式") { $0.format },
    .text("大小") { $0.readableSize },
  ])
}
