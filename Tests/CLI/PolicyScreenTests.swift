import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

@Suite("Rule sets and times on the screen")
struct PolicyScreenTests {
  private func page(_ policy: Policy) throws -> String {
    let printer = Printer(console: RenderingTests.console(width: 100), format: .table)
    try printer.show(policy)
    return printer.console.out.text.split(separator: " ").joined(separator: " ")
  }

  @Test("rules of credit show what each allows, the classes, and the points of a score")
  func credit() throws {
    let text = try page(
      .with {
        $0.name = "policies/a"
        $0.kind = .credit
        $0.credit.limitTolerancePercent = "5"
        $0.credit.overdueDays = -1
        $0.credit.dunningLevel = 3
        $0.credit.deductUnapplied = true
        $0.credit.utilizationWarningPercent = "80"
        $0.credit.classes = [
          .with {
            $0.riskClass = .b
            $0.fromScore = 60
            $0.factor = "1.5"
            $0.limitMaximum = RenderingTests.money(15_000_000)
            $0.startLimit = RenderingTests.money(500_000)
            $0.reviewDays = 180
          }
        ]
        $0.credit.scoreTable.overdueShare = [
          .with {
            $0.bound = "12.5"
            $0.points = 14
          }
        ]
      })
    for part in [
      "up to 5 % above the limit", "from 80 % of the limit on",
      "B 60 1.5 150,000.00 EUR 5,000.00 EUR 180 days", "≤ 12.5 %: 14",
    ] {
      #expect(text.contains(part), "\(part) in\n\(text)")
    }
    #expect(text.contains("OVERDUE_DAYS off"))
    #expect(text.contains("PREPAYMENT orders with terms CIA whose deposits are paid in full"))
  }

  @Test("rules of prices say who may give how much")
  func pricing() throws {
    let text = try page(
      .with {
        $0.name = "policies/a"
        $0.kind = .pricing
        $0.pricing.lineDiscountPercent = "10"
        $0.pricing.lineDiscountMaximumPercent = "25"
        $0.pricing.stacking = .largestOnly
        $0.pricing.reasonCodes = ["SEASON", "DAMAGE"]
        $0.pricing.minimumOrderValue = RenderingTests.money(5000)
      })
    for part in [
      "10 % off a line by anyone", "25 % with orders.discount", "the largest alone counts",
      "SEASON, DAMAGE", "orders from 50.00 EUR net",
    ] {
      #expect(text.contains(part), "\(part) in\n\(text)")
    }
  }

  @Test(
    "a time is shown in the seller's zone with its offset, in UTC where the zone is not known",
    arguments: [
      (nil, "2026-11-01 09:30:00Z"), ("Europe/Berlin", "2026-11-01 10:30:00+01:00"),
      ("America/St_Johns", "2026-11-01 06:00:00-03:30"), ("UTC", "2026-11-01 09:30:00+00:00"),
      ("Pacific/Auckland", "2026-11-01 22:30:00+13:00"),
    ] as [(String?, String)])
  func zone(name: String?, expected: String) {
    var labels = Labels()
    labels.zone = name.flatMap { TimeZone(identifier: $0) }
    let cell = Cell.time(ScreenData.time("2026-11-01T09:30:00Z"))
    #expect(cell.text(labels) == expected)
    #expect(cell.forPrograms == "2026-11-01 09:30:00Z")
    #expect(cell.lookup == Labels.zoneLookup)
    #expect(Cell.time(Timestamp()) == .empty)
  }

  @Test("a decision says its times in the zone too")
  func decision() {
    let zone = TimeZone(identifier: "Europe/Berlin")
    #expect(ScreenData.denied.oneLine(in: zone).hasSuffix("2026-11-19 09:30:00+01:00"))
    #expect(ScreenData.denied.oneLine(in: nil).hasSuffix("2026-11-19 08:30:00Z"))
  }

  @Test("what nobody did, the system did itself")
  func system() {
    var event = Event.with { $0.type = "credit.limit_expired" }
    let column = Event.columns.first { $0.heading.title == "actor" }
    #expect(column?.cell(event) == .text("o2c itself"))
    event.actor = "principals/a"
    #expect(column?.cell(event) == .reference("principals/a"))
  }
}
