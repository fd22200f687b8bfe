import Renderer
import Search

/// What one worker reads pages with.
struct PageReader {
  var bytes: [UInt8] = []
  var text = DataText(separator: SearchText.separator)
  var collector: Collector?
}
