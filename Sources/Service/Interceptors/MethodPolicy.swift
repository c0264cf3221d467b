/// How the house treats one method: who may call it, how long it may take, what a failure means.
package struct MethodPolicy: Sendable, Hashable {
  package enum Access: Sendable, Hashable {
    /// No credential asked: health and reflection.
    case open
    case permission(String)
  }

  package enum Shape: Sendable, Hashable {
    case unary, clientStream, serverStream, bidirectional

    package var isUnary: Bool { self == .unary }
  }

  /// `o2c.v1.OrderService/PlaceOrder`.
  package let name: String
  package let access: Access
  package let shape: Shape
  /// False for reads, which change nothing whatever becomes of them.
  package let mutates: Bool
  /// The time when the caller names none; nil for streams, which have no deadline of ours.
  package let defaultTimeout: Duration?
  /// No caller may ask for more; nil for streams.
  package let longestTimeout: Duration?

  package init(name: String, access: Access, shape: Shape, mutates: Bool) {
    self.name = name
    self.access = access
    self.shape = shape
    self.mutates = mutates
    let isLong = name.contains("/Batch") || name.contains(".ReportService/")
    defaultTimeout = shape.isUnary ? .seconds(isLong ? 30 : 10) : nil
    longestTimeout = shape.isUnary ? .seconds(120) : nil
  }

  /// What an error without a statement of its own says about the effect.
  package var outcomeOfUnknownError: Outcome { mutates ? .unknown : .notApplied }
}
