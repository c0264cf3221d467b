import OrderToCashAPI
import SwiftProtobuf
import Testing

@Suite("What others rely on") struct GoldenTests {
  @Test("permission, reasons and order of every method are as agreed")
  func methods() throws {
    var text = "# method | permission | marks | default order | reasons\n"
    for rule in MethodTable.all {
      let marks = [
        rule.isRead ? "read" : "write", rule.requiresETag ? "etag" : nil,
        rule.hasAuthority ? "authority" : nil,
      ].compactMap { $0 }
      let columns = [
        rule.fullName, rule.permission, marks.joined(separator: " "), rule.defaultOrder,
        rule.reasons.joined(separator: " "),
      ]
      text += columns.joined(separator: " | ") + "\n"
    }
    try Contract.expectGolden(text, at: "Proto/golden/methods.txt")
  }

  @Test("what each list filters and sorts by is as agreed")
  func lists() throws {
    var text = "# row | filterable | sortable\n"
    for (message, fields) in FieldRulesTable.byMessage.sorted(by: { $0.key < $1.key }) {
      let filterable = FieldRulesTable.filterablePaths(of: message)
      let sortable = FieldRulesTable.sortablePaths(of: message)
      guard !fields.isEmpty, !(filterable.isEmpty && sortable.isEmpty) else { continue }
      text += "\(message) | \(filterable.joined(separator: " ")) | "
      text += "\(sortable.joined(separator: " "))\n"
    }
    try Contract.expectGolden(text, at: "Proto/golden/lists.txt")
  }

  @Test("page sizes are what every list says")
  func pages() throws {
    let index = DescriptorIndex(try Contract.current())
    for method in index.methods where method.descriptor.descriptor.name.hasPrefix("List") {
      let comment = try #require(index.field("page_size", of: method.descriptor.input)?.comment)
      let text = comment.split(whereSeparator: \.isNewline).joined(separator: " ")
      #expect(text.contains("0 is 50, more than 1,000 is 1,000"), "\(method.name)")
    }
  }
}
