/// What people call the resources that rows refer to.
struct Labels: Sendable {
  var byName: [String: String] = [:]

  static let none = Labels()

  /// The label of a name; the name itself where none is known.
  func label(_ name: String) -> String { byName[name] ?? name }
}
