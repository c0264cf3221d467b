import Domain
import OrderToCashAPI
import SwiftProtobuf

/// A mutation that waits for another person where its caller's authority ends: the request itself is
/// kept, and carried out when the approval is granted.
protocol GovernedRequest: MutationRequest {
  var note: String { get }
}

extension O2c_V1_SetCreditLimitRequest: GovernedRequest {}
extension O2c_V1_ReleaseCreditHoldRequest: GovernedRequest {}
extension O2c_V1_UpdateSellerRequest: GovernedRequest {}
extension O2c_V1_CreatePolicyVersionRequest: GovernedRequest {}
extension O2c_V1_MergeCustomersRequest: GovernedRequest {}

extension Mutation {
  /// - Parameter command: the command with the version that the caller has seen.
  func performGoverned<Request: GovernedRequest, C: GovernedCommand, Reply: Message & Sendable>(
    _ request: Request,
    command: (Request, inout Shape) -> C?,
    reply: @escaping @Sendable (C.Reply) -> Reply
  ) async throws -> Outcome<Reply> {
    let bytes = try Self.bytes(of: request)
    let method = method
    return try await perform(
      request,
      command: { request, shape in
        command(request, &shape).map {
          UnderApproval($0, method: method, request: bytes, note: request.note)
        }
      }, reply: reply)
  }

  /// The request as an approval keeps it: without what belongs to the one call.
  static func bytes(of request: some GovernedRequest) throws -> [UInt8] {
    var content = request
    content.requestID = ""
    content.validateOnly = false
    return try content.serializedBytes()
  }
}

/// Stored requests as commands. One entry a method that an approval can keep.
enum StoredRequests {
  /// The command takes any version of its subject: who grants it decides on the books as they are.
  ///
  /// - Throws: INVALID_FIELDS where the request no longer makes a command.
  static func command(
    for approval: Approval, in environment: Environment
  ) async throws -> any Command {
    // What is open of a customer is what is open now.
    if approval.method == "o2c.v1.CustomerService/MergeCustomers" {
      let request = try O2c_V1_MergeCustomersRequest(serializedBytes: approval.request)
      let open = try await CustomerService(environment).openDocuments(of: request.source)
      return try made(request) { MergeCustomers($0, open, &$1) }
    }
    guard let make = table[approval.method] else {
      throw Rejection(
        .invariantViolated, "The stored request of approvals/\(approval.id) is of no known method.")
    }
    return try make(approval)
  }

  private static let table: [String: @Sendable (Approval) throws -> any Command] = [
    "o2c.v1.CreditService/SetCreditLimit": { approval in
      try made(O2c_V1_SetCreditLimitRequest(serializedBytes: approval.request)) {
        SetCreditLimit($0, expectedVersion: nil, &$1)
      }
    },
    "o2c.v1.CreditService/ReleaseCreditHold": { approval in
      try made(O2c_V1_ReleaseCreditHoldRequest(serializedBytes: approval.request)) {
        ReleaseCreditHold($0, expectedVersion: nil, &$1)
      }
    },
    "o2c.v1.AdminService/UpdateSeller": { approval in
      try made(O2c_V1_UpdateSellerRequest(serializedBytes: approval.request)) {
        OwnSeller($0, expectedVersion: nil, &$1)
      }
    },
    "o2c.v1.AdminService/CreatePolicyVersion": { approval in
      StartPolicyVersion(policy: approval.subject.id.retyped())
    },
  ]

  private static func made<Request: Message, C: Command>(
    _ request: Request, _ make: (Request, inout Shape) -> C?
  ) throws -> C {
    var shape = Shape(checking: request)
    let command = make(request, &shape)
    try shape.faults.check()
    guard let command else {
      throw Rejection(.invariantViolated, "A stored request without faults makes a command.")
    }
    return command
  }
}
