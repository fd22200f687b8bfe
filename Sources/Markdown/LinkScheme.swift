import Diagnostics

extension Link {
  private static let schemes = ["http", "https", "mailto", "tel"]

  /// Refuses addresses that a browser would run or open in another program.
  ///
  /// Browsers drop blanks at the ends of an address and line ends and tabs within; an address with such characters
  /// is refused as a whole, so that what is checked is what they see.
  func checkScheme() throws(Diagnostic) {
    guard !destination.unicodeScalars.contains(where: { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }) else {
      throw Diagnostic(
        .error, "markdown/link-control-character", at: place, "链接地址里有看不见的控制字符", hint: "请删去地址，重新输入")
    }
    guard let scheme, !Self.schemes.contains(scheme) else { return }
    throw Diagnostic(
      .error, "markdown/link-scheme", at: place, "链接地址不能以“\(scheme):”开头",
      hint: "只能链接到本站文件和 \(Self.schemes.map { "\($0):" }.joined(separator: "、")) 开头的地址")
  }

  /// What stands before the first colon, in lower case, if the address begins with a scheme (RFC 3986, 3.1).
  private var scheme: String? {
    let address = destination.utf8.drop { $0 == UInt8(ascii: " ") }
    let name = address.prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard let first = name.first, first >= UInt8(ascii: "A"),
      name.endIndex < address.endIndex, address[name.endIndex] == UInt8(ascii: ":")
    else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}
