import GRPCCore
import OrderToCashAPI

/// What a check of the books has to say.
public struct BooksFinding: Sendable, Hashable {
  /// The check that failed, such as `entries_balance`.
  public let check: String
  /// What is wrong, for people.
  public let description: String
  /// The rows that show it.
  public let rows: [String]

  /// A finding as it came, or as a test wants it.
  public init(check: String, description: String, rows: [String]) {
    self.check = check
    self.description = description
    self.rows = rows
  }
}

/// What VerifyBooks says as it goes.
public enum VerifyBooksUpdate: Sendable, Hashable {
  /// Something is wrong.
  case finding(BooksFinding)
  /// It is done: the checks that ran, and how many findings there were.
  case finished(checksRun: [String], findings: Int)
}

extension LedgerClient {
  /// Checks the books against their rules: what is wrong comes as it is found, the sum last.
  ///
  /// - Parameter checks: Names of the checks to run; empty runs all.
  public func verify(checks: [String] = [], options: CallOptions = .init())
    -> Results<VerifyBooksUpdate>
  {
    Results { [engine] updates in
      try await engine.stream(options) { watch in
        let delivered = Flag()
        let isDone = Flag()
        var message = O2c_V1_VerifyBooksRequest()
        message.checks = checks
        try await engine.attempts(
          options, requestID: nil, until: nil, mayRepeat: { !delivered.isRaised }
        ) { [message] link in
          watch.listen()
          try await O2c_V1_LedgerService.Client(wrapping: link.connection).verifyBooks(
            request: ClientRequest(message: message, metadata: link.metadata),
            options: link.options
          ) { response in
            for try await part in response.messages {
              delivered.raise()
              watch.pause()
              switch part.message {
              case .finding(let finding):
                try await updates.send(
                  .finding(
                    BooksFinding(
                      check: finding.check, description: finding.description_p,
                      rows: finding.rows)))
              case .result(let result):
                isDone.raise()
                try await updates.send(
                  .finished(checksRun: result.checksRun, findings: Int(result.findings)))
              case nil: break
              }
              watch.listen()
            }
          }
        }
        guard isDone.isRaised else { throw OrderToCashError.incomplete("The check") }
      }
    }
  }
}
