/// What a replay of credit decisions says as it goes.
public enum ReplayUpdate: Sendable, Hashable {
  /// A decision that the policy would make differently.
  case flip(PolicyFlip)
  /// The sum of the replay; the last of all.
  case finished(ReplayResult)
}

/// The sum of a replay.
public struct ReplayResult: Sendable, Hashable {
  /// Decisions that were looked at.
  public let decisions: Int
  /// Decisions that would be denied and were not.
  public let nowDenied: Int
  /// Decisions that would be approved and were not.
  public let nowApproved: Int
}
