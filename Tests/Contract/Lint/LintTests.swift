import OrderToCashAPI
import SwiftProtobuf
import Testing

@Suite("Style of the contract") struct LintTests {
  @Test("the contract meets every rule", arguments: LintRule.all)
  func contract(rule: LintRule) throws {
    let offences = rule.check(DescriptorIndex(try Contract.current()))
    #expect(offences.isEmpty, "\(rule.id):\n\(offences.joined(separator: "\n"))")
  }

  @Test("every rule refuses what it is there to refuse", arguments: LintFixture.all)
  func fixture(fixture: LintFixture) throws {
    var set = try Contract.current()
    let index = try #require(set.file.firstIndex { $0.name == fixture.file })
    fixture.spoil(&set.file[index])
    let rule = try #require(LintRule.all.first { $0.id == fixture.rule })
    #expect(!rule.check(DescriptorIndex(set)).isEmpty, "\(fixture.rule) did not notice")
  }

  @Test("no rule is without a fixture")
  func coverage() {
    let spoiled = Set(LintFixture.all.map(\.rule))
    #expect(LintRule.all.map(\.id).filter { !spoiled.contains($0) } == [])
  }
}
