import Domain
import OrderToCashAPI
import Store
import Testing

@testable import Service

/// One thing that a clerk may not do alone, as a caller sees it.
struct GovernedCase: Sendable, CustomTestStringConvertible {
  let method: String
  /// Prepares what it is about; what it gives is handed to all that follows.
  let prepare: @Sendable (ApprovalDesk) async throws -> String
  /// Asks for it as the clerk, and gives the approval that the reply shows; empty where the reply
  /// shows none.
  let ask: @Sendable (ApprovalDesk, String) async throws -> String
  let isDone: @Sendable (ApprovalDesk, String) async throws -> Bool
  /// A change of the subject before the decision, after which a grant still does what was asked.
  let disturb: @Sendable (ApprovalDesk, String) async throws -> Void
  /// A change after which nothing can be granted, and why.
  var spoil: (@Sendable (ApprovalDesk, String) async throws -> Void)?
  var refusal: [String] = []
  /// Whether authority has an amount that can be too small.
  var hasAuthority = true

  var testDescription: String { method }

  static let all: [GovernedCase] = [limit, release, merge, bank, policy]

  private static let limit = GovernedCase(
    method: "SetCreditLimit",
    prepare: { _ in "" },
    ask: { desk, _ in try await desk.setLimit(250_000).approval },
    isDone: { desk, _ in try await desk.account().limit.minorUnits == 250_000 },
    // The account moves on with every order.
    disturb: { desk, _ in _ = try await desk.company.place(quantity: "1") })

  private static let release = GovernedCase(
    method: "ReleaseCreditHold",
    prepare: { try await $0.company.place(quantity: "90").name },
    ask: { desk, order in try await desk.release(order).approval },
    isDone: { desk, order in
      let order = try await desk.order(order)
      return order.state == .confirmed && order.credit.result == .overridden
    },
    disturb: { desk, _ in _ = try await desk.company.place(quantity: "1") },
    spoil: { desk, order in try await desk.house.cancel(order) },
    refusal: ["INVALID_STATE_TRANSITION"])

  private static let merge = GovernedCase(
    method: "MergeCustomers",
    prepare: { desk in
      _ = try await desk.company.place(quantity: "2")
      return try await desk.addCustomer("C-2").name
    },
    ask: { desk, into in
      _ = try await desk.merge(desk.company.customer.name, into: into, as: desk.clerk)
      return ""
    },
    isDone: { desk, into in
      try await desk.customer(desk.company.customer.name).mergedInto == into
    },
    // What came to be open meanwhile moves as well.
    disturb: { desk, _ in _ = try await desk.company.place(quantity: "3") },
    spoil: { desk, into in
      _ = try await desk.merge(into, into: desk.addCustomer("C-3").name)
    },
    refusal: ["RESOURCE_IN_USE"])

  private static let bank = GovernedCase(
    method: "UpdateSeller",
    prepare: { _ in "DE02120300000000202051" },
    ask: { desk, iban in try await desk.setBank(iban).approval },
    isDone: { desk, iban in try await desk.seller().bankAccounts.map(\.iban) == [iban] },
    disturb: { desk, _ in
      _ = try await desk.updateSeller(["display_name"]) { $0.displayName = "Renamed" }
    })

  private static let policy = GovernedCase(
    method: "CreatePolicyVersion",
    prepare: { _ in "" },
    ask: { desk, _ in try await desk.propose(2000).approval },
    isDone: { desk, _ in
      try await desk.policies("kind = CREDIT AND state = ACTIVE").count == 1
    },
    disturb: { desk, _ in _ = try await desk.company.place(quantity: "1") },
    hasAuthority: false)

  /// Asks, and gives the one approval that is open.
  func open(_ desk: ApprovalDesk, _ subject: String) async throws -> String {
    let shown = try await ask(desk, subject)
    let open = try await desk.approvals("state = OPEN")
    let approval = try #require(open.first)
    #expect(open.count == 1)
    #expect(shown.isEmpty || shown == approval.name)
    #expect(approval.method.hasSuffix("/\(method)"))
    #expect(approval.requestedBy == Names.principal.name(desk.clerk.principal))
    return approval.name
  }
}

@Suite("What waits for another person", .serialized)
struct ApprovalAdapterTests {
  @Test("is carried out by a grant, once", arguments: GovernedCase.all)
  func granted(_ governed: GovernedCase) async throws {
    try await AdapterHouse.run { house in
      let desk = try await ApprovalDesk(house)
      let subject = try await governed.prepare(desk)
      let name = try await governed.open(desk, subject)
      #expect(try await !governed.isDone(desk, subject))
      try await governed.disturb(desk, subject)
      let before = try await desk.eventCount()
      for (who, reason) in [
        (desk.clerk, "FOUR_EYES_REQUIRED"), (desk.auditor, "PERMISSION_MISSING"),
        (desk.deputy, "AUTHORITY_EXCEEDED"),
      ] where governed.hasAuthority || reason != "AUTHORITY_EXCEEDED" {
        #expect(await house.refusal { try await desk.grant(name, as: who) } == [reason])
      }
      #expect(try await desk.eventCount() == before)
      #expect(try await !governed.isDone(desk, subject))

      let id = desk.company.requestID()
      let first = try await desk.grant(name, as: desk.chief, requestID: id)
      #expect(first.approval.state == .granted && !first.isReplay)
      #expect(first.approval.decidedBy == Names.principal.name(desk.chief.principal))
      #expect(try await governed.isDone(desk, subject))
      let after = try await desk.eventCount()
      let second = try await desk.grant(name, as: desk.chief, requestID: id)
      #expect(second.isReplay && second.approval == first.approval)
      #expect(
        await house.refusal {
          try await desk.grant(name, as: desk.chief, requestID: id, note: "other")
        } == ["REQUEST_ID_REUSED"])
      #expect(
        await house.refusal { try await desk.grant(name, as: desk.chief) }
          == ["INVALID_STATE_TRANSITION"])
      #expect(try await desk.eventCount() == after)
      #expect(try await desk.account().approval.isEmpty)
      #expect(try await desk.seller().approval.isEmpty)
      #expect(try await desk.findings() == [])
    }
  }

  @Test("is over after a denial, and may be asked for again", arguments: GovernedCase.all)
  func denied(_ governed: GovernedCase) async throws {
    try await AdapterHouse.run { house in
      let desk = try await ApprovalDesk(house)
      let subject = try await governed.prepare(desk)
      let name = try await governed.open(desk, subject)
      #expect(
        await house.refusal { try await desk.deny(name, as: desk.clerk) } == ["FOUR_EYES_REQUIRED"])
      let denied = try await desk.deny(name, as: desk.deputy)
      #expect(denied.state == .denied && denied.decisionNote == "no")
      #expect(try await !governed.isDone(desk, subject))
      #expect(try await desk.account().approval.isEmpty)
      #expect(try await desk.seller().approval.isEmpty)
      let over = ["INVALID_STATE_TRANSITION"]
      #expect(await house.refusal { try await desk.grant(name, as: desk.chief) } == over)
      #expect(await house.refusal { try await desk.deny(name, as: desk.chief) } == over)
      let again = try await governed.open(desk, subject)
      #expect(again != name)
      #expect(try await desk.grant(again, as: desk.chief).approval.state == .granted)
      #expect(try await governed.isDone(desk, subject))
      #expect(try await desk.findings() == [])
    }
  }

  @Test(
    "stays open where its subject has changed so that it cannot be done",
    arguments: GovernedCase.all.filter { $0.spoil != nil })
  func spoiled(_ governed: GovernedCase) async throws {
    try await AdapterHouse.run { house in
      let desk = try await ApprovalDesk(house)
      let subject = try await governed.prepare(desk)
      let name = try await governed.open(desk, subject)
      try await governed.spoil?(desk, subject)
      let before = try await desk.eventCount()
      #expect(
        await house.refusal { try await desk.grant(name, as: desk.chief) } == governed.refusal)
      #expect(try await desk.eventCount() == before)
      #expect(try await desk.approvals("state = OPEN").map(\.name) == [name])
      #expect(try await desk.deny(name, as: desk.chief).state == .denied)
      #expect(try await desk.findings() == [])
    }
  }
}
