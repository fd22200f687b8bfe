extension Diagnostic {
  /// The same, with all its places as `move` has them.
  package func moved(_ move: (Place) -> Place) -> Diagnostic {
    var diagnostic = self
    diagnostic.place = move(place)
    diagnostic.trail = trail.map(move)
    return diagnostic
  }
}

extension Place {
  /// The same, with a file that is relative to `folder` made relative to where the folder is.
  package func inFolder(_ folder: String) -> Place {
    var place = self
    if folder != "." { place.file = folder + "/" + file }
    return place
  }

  /// The same, of a text that begins on line `first` of its file and counts its own lines from 1.
  package func inText(from first: Int) -> Place {
    var place = self
    place.line = line.map { $0 + first - 1 }
    return place
  }
}
