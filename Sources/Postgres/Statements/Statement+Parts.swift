extension Statement {
  /// Puts a statement together from literals, such as a list of columns that several share. Keep it
  /// in a `static let`.
  package init(_ parts: StaticString...) {
    self.init(trusted: parts.map(\.description).joined())
  }
}
