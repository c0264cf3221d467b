import SwiftProtobuf

/// What people see of a message that is more than a row: sections under each other. Programs get
/// the message itself.
struct Screen: Sendable {
  let message: any Message & Sendable
  var sections: [Section]
  /// What `-o csv` writes.
  let table: Table
  /// What `-o name` writes.
  let names: [String]

  func show(on printer: Printer) throws {
    try printer.show(message, screen: sections, table: table, names: names)
  }
}
