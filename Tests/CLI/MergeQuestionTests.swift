import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

@Suite("What a merge asks before it happens")
struct MergeQuestionTests {
  private func customer(_ name: String) -> Customer {
    .with {
      $0.name = "customers/\(name.lowercased())"
      $0.displayName = name
    }
  }

  @Test("it names the partners that will see more, and says nothing where there are none")
  func question() {
    let (from, to) = (customer("Acme"), customer("Acme2"))
    let plain = CustomerCommand.Merge.question(from, to, partners: [])
    #expect(plain.hasPrefix("Merge Acme (customers/acme) into Acme2 (customers/acme2)?"))
    #expect(!plain.contains("partners"))
    let told = CustomerCommand.Merge.question(from, to, partners: ["principals/a", "principals/b"])
    #expect(told.hasSuffix("Its partners will see all of Acme2 too: principals/a, principals/b."))
  }

  @Test("the answer shows them, one a row")
  func answer() throws {
    var merged = customer("Acme2")
    merged.mergedPartners = ["principals/a", "principals/b"]
    let printer = Printer(console: RenderingTests.console(width: 100), format: .table)
    try printer.show(merged)
    let rows = printer.console.out.text.split(separator: "\n").filter { $0.contains("partner") }
    #expect(rows.count == 2 && rows[0].contains("principals/a"))
  }
}
