/// The media types of files by the ends of their names.
enum ContentType {
  static func type(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), let type = types[name[dot...].dropFirst().lowercased()] else {
      return "application/octet-stream"
    }
    return type.hasPrefix("text/") || type.hasSuffix("xml") ? type + "; charset=utf-8" : type
  }

  static func isHTML(_ path: String) -> Bool { path.hasSuffix(".html") }

  private static let types = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
    "txt": "text/plain", "md": "text/plain", "csv": "text/csv", "xml": "application/xml", "svg": "image/svg+xml",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "ico": "image/vnd.microsoft.icon", "woff2": "font/woff2", "pdf": "application/pdf", "zip": "application/zip",
    "mp3": "audio/mpeg", "mp4": "video/mp4", "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ]
}
