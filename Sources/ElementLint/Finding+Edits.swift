import Diagnostics

extension Finding.Fix {
  /// A fix of one edit: the text at the location is replaced.
  init(_ description: String, replacing location: SourceLocation, with text: String) {
    self.init(description, edits: [Finding.Edit(replacing: location, with: text)])
  }

  /// A fix of one edit: text is added behind the location.
  init(_ description: String, inserting text: String, behind location: SourceLocation) {
    let place = location.end ?? location.start
    self.init(
      description, replacing: SourceLocation(location.path, place, to: place), with: text)
  }
}

extension SourceLocation {
  /// From the start of this place to the end of another.
  func through(_ other: SourceLocation) -> SourceLocation {
    SourceLocation(path, start, to: other.end ?? other.start)
  }

  /// What lies between the end of this place and the start of another.
  func gap(to other: SourceLocation) -> SourceLocation {
    SourceLocation(path, end ?? start, to: other.start)
  }
}
