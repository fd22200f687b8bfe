/// An offset with the number of its line and the offset with which the line begins.
struct Spot {
  let offset: Int
  let line: Int
  let lineStart: Int
}
