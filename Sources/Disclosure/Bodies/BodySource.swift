import Diagnostics

/// 汇总: an entry of `site.yaml` that names a body and where the published data of its column lies.
package struct BodySource: Sendable {
  /// 名称, as this column calls the body.
  package let name: String
  /// 数据: the `data` folder of its finished column, relative to this site or absolute.
  package let folder: String
  package let place: Place

  package init(name: String, folder: String, place: Place) {
    self.name = name
    self.folder = folder
    self.place = place
  }
}
