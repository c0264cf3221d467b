import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension LedgerService {
  package func verifyBooks(
    request: ServerRequest<O2c_V1_VerifyBooksRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<O2c_V1_VerifyBooksResponse> {
    let reading = try Reading(in: environment)
    var shape = Shape(checking: request.message)
    for (index, check) in request.message.checks.enumerated()
    where !VerifyBooks.checks.contains(check) {
      shape.add(
        "checks[\(index)]", .fieldInvalid,
        "There is no check of this name; there are \(VerifyBooks.checks.joined(separator: ", ")).")
    }
    try shape.faults.check()
    let query = VerifyBooks(checks: Set(request.message.checks))
    return StreamingServerResponse { writer in
      let findings = try await reading.ask(query)
      for finding in findings {
        try await writer.write(
          .with {
            $0.finding = .with {
              $0.check = finding.check
              $0.description_p = finding.description
              $0.rows = finding.rows
            }
          })
      }
      try await writer.write(
        .with {
          $0.result = .with {
            $0.checksRun = query.checks
            $0.findings = Int64(findings.count)
          }
        })
      return [:]
    }
  }
}
