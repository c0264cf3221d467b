/// Why a command did not happen. It changed nothing; the caller may correct it and ask again.
///
/// One value carries everything that a caller is told: the reason, a text that says what is wrong
/// and what to do, the figures under stable keys, and all violations of the step that failed.
package struct Rejection: Error, Equatable, Sendable {
  package var reason: Reason
  package var message: String
  package var metadata: [String: String]
  package var violations: [Violation]

  /// One fault of one field, or of one line.
  package struct Violation: Equatable, Hashable, Sendable {
    /// The path in the request, such as `order.lines[2].quantity`.
    package var field: String
    package var reason: Reason
    package var description: String

    package init(_ field: String, _ reason: Reason, _ description: String) {
      self.field = field
      self.reason = reason
      self.description = description
    }
  }

  package init(
    _ reason: Reason, _ message: String, metadata: [String: String] = [:],
    violations: [Violation] = []
  ) {
    self.reason = reason
    self.message = message
    self.metadata = metadata
    self.violations = violations
  }

  /// All faulty fields of a request at once.
  package static func invalidFields(_ violations: [Violation]) -> Rejection {
    let first = violations.first.map { "\($0.field): \($0.description)" } ?? "see the violations"
    let more = violations.count > 1 ? " (and \(violations.count - 1) more)" : ""
    return Rejection(
      .invalidFields, "The request has fields to correct. \(first)\(more)",
      metadata: ["violationCount": String(violations.count)], violations: violations)
  }

  package static func invalidField(
    _ field: String, _ reason: Reason, _ description: String
  ) -> Rejection {
    invalidFields([Violation(field, reason, description)])
  }

  /// A resource that is not there, or not the caller's to see: the two look the same.
  package static func notFound(_ resource: String) -> Rejection {
    Rejection(
      .resourceNotFound, "\(resource) was not found.", metadata: ["resource": resource])
  }

  /// A step that the state does not allow.
  package static func transition(
    _ resource: String, from current: String, requested: String, allowed: [String]
  ) -> Rejection {
    Rejection(
      .invalidStateTransition, "\(resource) is \(current): \(requested) is not possible now.",
      metadata: [
        "resource": resource, "currentState": current, "requested": requested,
        "allowed": allowed.joined(separator: ","),
      ])
  }
}

/// Collects the faults of one step, so that they are reported together.
package struct Faults: Sendable {
  package private(set) var violations: [Rejection.Violation] = []

  package init() {}

  package var isEmpty: Bool { violations.isEmpty }

  package mutating func add(_ field: String, _ reason: Reason, _ description: String) {
    violations.append(.init(field, reason, description))
  }

  package mutating func add(_ rejection: Rejection, at field: String) {
    if rejection.violations.isEmpty {
      violations.append(.init(field, rejection.reason, rejection.message))
    } else {
      violations += rejection.violations
    }
  }

  /// Throws INVALID_FIELDS with everything collected.
  package func check() throws(Rejection) {
    if !violations.isEmpty { throw .invalidFields(violations) }
  }

  /// Throws the given reason with everything collected as its violations.
  package func check(_ reason: Reason, _ message: String, _ metadata: [String: String] = [:])
    throws(Rejection)
  {
    if !violations.isEmpty {
      throw Rejection(reason, message, metadata: metadata, violations: violations)
    }
  }
}
