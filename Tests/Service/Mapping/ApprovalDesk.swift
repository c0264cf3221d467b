import Domain
import GRPCCore
import OrderToCashAPI
import Postgres
import Store
import SwiftProtobuf

@testable import Service

/// Who asks for what is above them, and who decides on it, as the interceptors leave their calls.
struct ApprovalDesk: Sendable {
  let house: AdapterHouse
  let company: Company
  /// Asks, and has no authority to speak of.
  let clerk = AdapterHouse.person(
    1,
    authority: [
      "credit.limit": 1, "credit.release": 1, "customers.merge": 1, "sellers.write": 1,
    ])
  /// May all of it, but not so much.
  let deputy = AdapterHouse.person(
    2,
    authority: [
      "credit.limit": 2, "credit.release": 2, "customers.merge": 2, "sellers.write": 2,
    ])
  /// May all of it, without bound.
  let chief = AdapterHouse.person(3)
  /// May look.
  let auditor = AdapterHouse.person(4, roles: ["AUDITOR"])

  init(_ house: AdapterHouse) async throws {
    self.house = house
    company = try await Company(house)
  }

  // -------------------------------------------------------------------------------- what is asked

  func account() async throws -> O2c_V1_CreditAccount {
    try await house.creditAccount(of: company.customer.name)
  }

  func setLimit(_ minor: Int64) async throws -> O2c_V1_CreditAccount {
    try await house.setLimit(minor, of: company.customer.name, as: clerk)
  }

  func order(_ name: String) async throws -> O2c_V1_Order {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/GetOrder", O2c_V1_GetOrderRequest.with { $0.name = name }
    ) { try await orders.getOrder(request: $0, context: $1) }.message
  }

  func release(_ name: String) async throws -> O2c_V1_Order {
    let credit = CreditService(house.environment)
    return try await house.call(
      "o2c.v1.CreditService/ReleaseCreditHold",
      O2c_V1_ReleaseCreditHoldRequest.with {
        $0.name = name
        $0.note = "good customer"
      }, as: clerk
    ) { try await credit.releaseCreditHold(request: $0, context: $1) }.message
  }

  func customer(_ name: String) async throws -> O2c_V1_Customer {
    let customers = CustomerService(house.environment)
    return try await house.call(
      "o2c.v1.CustomerService/GetCustomer", O2c_V1_GetCustomerRequest.with { $0.name = name }
    ) { try await customers.getCustomer(request: $0, context: $1) }.message
  }

  func addCustomer(_ number: String) async throws -> O2c_V1_Customer {
    let customers = CustomerService(house.environment)
    return try await house.call(
      "o2c.v1.CustomerService/CreateCustomer",
      O2c_V1_CreateCustomerRequest.with {
        $0.customer.displayName = "Buyer \(number)"
        $0.customer.externalID = number
        $0.customer.party.legalName = "Buyer \(number) Ltd"
        $0.customer.party.address.countryCode = "DE"
      }
    ) { try await customers.createCustomer(request: $0, context: $1) }.message
  }

  func merge(
    _ source: String, into: String, as caller: AuthenticatedCaller? = nil
  ) async throws -> O2c_V1_Customer {
    let customers = CustomerService(house.environment)
    return try await house.call(
      "o2c.v1.CustomerService/MergeCustomers",
      O2c_V1_MergeCustomersRequest.with {
        $0.source = source
        $0.into = into
      }, as: caller
    ) { try await customers.mergeCustomers(request: $0, context: $1) }.message
  }

  func seller() async throws -> O2c_V1_Seller {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/GetSeller",
      O2c_V1_GetSellerRequest.with { $0.name = Names.seller.name(house.seller) }
    ) { try await admin.getSeller(request: $0, context: $1) }.message
  }

  func updateSeller(
    as caller: AuthenticatedCaller? = nil, _ paths: [String],
    _ change: (inout O2c_V1_Seller) -> Void
  ) async throws -> O2c_V1_Seller {
    var seller = try await seller()
    change(&seller)
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/UpdateSeller",
      O2c_V1_UpdateSellerRequest.with {
        $0.seller = seller
        $0.updateMask.paths = paths
      }, as: caller
    ) { try await admin.updateSeller(request: $0, context: $1) }.message
  }

  func setBank(_ iban: String) async throws -> O2c_V1_Seller {
    try await updateSeller(as: clerk, ["bank_accounts"]) {
      $0.bankAccounts = [.with { $0.iban = iban }]
    }
  }

  func propose(_ largest: Int64) async throws -> O2c_V1_Policy {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/CreatePolicyVersion",
      O2c_V1_CreatePolicyVersionRequest.with {
        $0.policy.kind = .credit
        $0.policy.credit.orderSizeMaximum.minorUnits = largest
        $0.policy.credit.orderSizeMaximum.currencyCode = "EUR"
      }, as: clerk
    ) { try await admin.createPolicyVersion(request: $0, context: $1) }.message
  }

  func policies(_ filter: String) async throws -> [O2c_V1_Policy] {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/ListPolicies",
      O2c_V1_ListPoliciesRequest.with { $0.filter = filter }
    ) { try await admin.listPolicies(request: $0, context: $1) }.message.policies
  }

  // ------------------------------------------------------------------------------ what is decided

  func approvals(_ filter: String) async throws -> [O2c_V1_Approval] {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/ListApprovals",
      O2c_V1_ListApprovalsRequest.with { $0.filter = filter }
    ) { try await admin.listApprovals(request: $0, context: $1) }.message.approvals
  }

  @discardableResult
  func grant(
    _ name: String, as caller: AuthenticatedCaller, requestID: String = "", note: String = "fine"
  ) async throws -> (approval: O2c_V1_Approval, isReplay: Bool) {
    let admin = AdminService(house.environment)
    let (message, metadata) = try await house.call(
      "o2c.v1.AdminService/GrantApproval",
      O2c_V1_GrantApprovalRequest.with {
        $0.name = name
        $0.note = note
        $0.requestID = requestID
      }, as: caller
    ) { try await admin.grantApproval(request: $0, context: $1) }
    return (message, metadata[stringValues: "o2c-replayed"].contains { _ in true })
  }

  @discardableResult
  func deny(_ name: String, as caller: AuthenticatedCaller) async throws -> O2c_V1_Approval {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/DenyApproval",
      O2c_V1_DenyApprovalRequest.with {
        $0.name = name
        $0.note = "no"
      }, as: caller
    ) { try await admin.denyApproval(request: $0, context: $1) }.message
  }

  /// How many events there are: a replay adds none.
  func eventCount() async throws -> Int {
    let count = Query("SELECT count(*) FROM events")
    return try await house.environment.readers.read([count], Tenancy.readOnly(house.seller)) {
      Int(try $0[0].single.int64(0))
    }
  }

  /// What the checks of the books find.
  func findings() async throws -> [Finding] {
    let checks = Set(VerifyBooks.checks).subtracting([VerifyBooks.chain])
    return try await house.environment.readers.answer(
      VerifyBooks(checks: checks), of: house.seller, for: .all)
  }
}
