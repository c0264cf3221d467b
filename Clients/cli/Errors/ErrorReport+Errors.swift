import ArgumentParser
import Foundation
import OrderToCash

extension ErrorReport {
  /// An error of the API.
  init(_ error: OrderToCashError) {
    let code = error.code.description
    let isConfiguration = error.reason == .configurationInvalid
    self.init(
      status: isConfiguration ? .usage : EndStatus(grpcCode: code),
      code: isConfiguration ? "" : code, reason: error.reason.rawValue, message: error.message)
    violations = error.violations.map {
      Violation(path: $0.path, reason: $0.reason.rawValue, message: $0.message)
    }
    metadata = error.metadata
    hint = ErrorReport.hint(for: error, code: code)
    outcome = isConfiguration ? "" : error.outcome.rawValue
    callID = error.callID
    requestID = error.requestID
  }

  /// Any error. What is none of ours is a fault of the program: exit 70.
  init(any error: any Error) {
    switch error {
    case let report as ErrorReport: self = report
    case let error as OrderToCashError: self.init(error)
    case is CancellationError:
      self.init(status: .interrupted, message: "interrupted")
    default:
      self.init(
        status: .bug, message: "unexpected: \(error)",
        hint: "this is a fault of o2c; please report it with the command line")
    }
  }

  private static func hint(for error: OrderToCashError, code: String) -> String? {
    let hint = Hints.hint(for: error.reason.rawValue, metadata: error.metadata)
    if let hint { return hint }
    // A single violation says more than the reason of the whole.
    let inner = error.violations.compactMap { Hints.hint(for: $0.reason.rawValue) }
    return inner.first ?? Hints.hint(forCode: code)
  }
}
