extension Diagnostic {
  /// The same, with places that are relative to `folder` made relative to where it is; those in the narrative at
  /// `narrative` are in place already, but count their lines from its text.
  package func inFolder(_ folder: String, except narrative: Place? = nil) -> Diagnostic {
    func moved(_ place: Place) -> Place {
      var place = place
      if let narrative, place.file == narrative.file {
        place.line = place.line.map { $0 + (narrative.line ?? 1) - 1 }
      } else {
        place.file = folder + "/" + place.file
      }
      return place
    }
    var diagnostic = self
    diagnostic.place = moved(place)
    diagnostic.trail = trail.map(moved)
    return diagnostic
  }
}
