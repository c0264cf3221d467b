import GRPCCore
public import OrderToCashAPI

extension AdminClient {
  /// Runs a credit policy over the decisions of some days: those that would be others come as they
  /// are found, the sum last. Nothing is decided anew.
  ///
  /// - Parameters:
  ///   - policy: The version to run, proposed or not.
  ///   - from: First day of the decisions, in the seller's time zone.
  ///   - to: Last day; `nil` is today.
  public func replay(
    _ policy: PolicyName, from: CivilDate, to: CivilDate? = nil, options: CallOptions = .init()
  ) -> Results<ReplayUpdate> {
    Results { [engine] updates in
      try await engine.stream(options) { watch in
        let delivered = Flag()
        let isDone = Flag()
        var message = O2c_V1_ReplayPolicyRequest()
        message.policy = policy.rawValue
        message.fromDate = from
        if let to { message.toDate = to }
        try await engine.attempts(
          options, requestID: nil, until: nil, mayRepeat: { !delivered.isRaised }
        ) { [message] link in
          watch.listen()
          try await O2c_V1_AdminService.Client(wrapping: link.connection).replayPolicy(
            request: ClientRequest(message: message, metadata: link.metadata),
            options: link.options
          ) { response in
            for try await part in response.messages {
              delivered.raise()
              watch.pause()
              switch part.message {
              case .flip(let flip): try await updates.send(.flip(flip))
              case .result(let result):
                isDone.raise()
                try await updates.send(
                  .finished(
                    ReplayResult(
                      decisions: Int(result.decisions), nowDenied: Int(result.nowDenied),
                      nowApproved: Int(result.nowApproved))))
              case nil: break
              }
              watch.listen()
            }
          }
        }
        guard isDone.isRaised else { throw OrderToCashError.incomplete("The replay") }
      }
    }
  }
}
