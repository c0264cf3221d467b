import OrderToCash
import Testing

/// The error that a call must end with; a call that succeeds is recorded as an issue.
func failure<Reply>(
  of call: () async throws -> Reply, at location: SourceLocation = #_sourceLocation
) async throws -> OrderToCashError? {
  do {
    _ = try await call()
    Issue.record("the call succeeded", sourceLocation: location)
    return nil
  } catch let error as OrderToCashError {
    return error
  }
}
