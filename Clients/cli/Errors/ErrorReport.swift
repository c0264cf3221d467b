/// An error as it is told: to people in lines, to programs as one JSON object.
struct ErrorReport: Error, Sendable {
  struct Violation: Sendable, Hashable {
    var path: String
    var reason: String
    var message: String
  }

  var status: EndStatus
  /// gRPC code such as `FAILED_PRECONDITION`; empty where no call was made.
  var code = ""
  /// Reason of the contract such as `CREDIT_HOLD`; empty where no call was made.
  var reason = ""
  var message: String
  var violations: [Violation] = []
  var metadata: [String: String] = [:]
  /// What to do next, if something better can be said than the message does.
  var hint: String?
  /// `not_applied`, `applied` or `unknown`; empty where no call was made.
  var outcome = ""
  var callID: String?
  /// The request id to repeat the call with, where it was a mutation.
  var requestID: String?
  /// Some of several things failed and each was told on its own: nothing is left to say.
  var isTold = false

  /// A mistake on the command line, in the configuration or in a file.
  static func usage(_ message: String, hint: String? = nil) -> ErrorReport {
    ErrorReport(status: .usage, message: message, hint: hint)
  }

  /// Nothing by that number, key or name.
  static func notFound(_ message: String, hint: String? = nil) -> ErrorReport {
    ErrorReport(status: .notFound, reason: "RESOURCE_NOT_FOUND", message: message, hint: hint)
  }

  /// As people read it.
  func text(console: Console) -> String {
    var lines = [console.colored("error:", .red) + " " + message]
    for violation in violations {
      let path = violation.path.isEmpty ? "" : "\(violation.path): "
      let reason = violation.reason.isEmpty ? "" : " [\(violation.reason)]"
      lines.append("  - \(path)\(violation.message)\(reason)")
    }
    if let hint { lines.append("  hint: \(hint)") }
    var facts: [String] = []
    if !reason.isEmpty { facts.append(reason) }
    if !outcome.isEmpty { facts.append("outcome \(outcome)") }
    if let requestID, outcome == "unknown" { facts.append("request id \(requestID)") }
    if let callID { facts.append("call \(callID)") }
    if !facts.isEmpty { lines.append("  (" + facts.joined(separator: ", ") + ")") }
    return lines.joined(separator: "\n")
  }

  /// As programs read it: one object on one line.
  var json: String {
    var members: [(String, String)] = [
      ("exitCode", String(status.rawValue)), ("message", JSONText.quoted(message)),
    ]
    for (key, value) in [("code", code), ("reason", reason), ("outcome", outcome)]
    where !value.isEmpty {
      members.append((key, JSONText.quoted(value)))
    }
    if !violations.isEmpty {
      let items = violations.map { violation in
        JSONText.object([
          ("path", JSONText.quoted(violation.path)), ("reason", JSONText.quoted(violation.reason)),
          ("message", JSONText.quoted(violation.message)),
        ])
      }
      members.append(("violations", "[" + items.joined(separator: ",") + "]"))
    }
    if !metadata.isEmpty {
      let items = metadata.sorted { $0.key < $1.key }.map { ($0.key, JSONText.quoted($0.value)) }
      members.append(("metadata", JSONText.object(items)))
    }
    if let hint { members.append(("hint", JSONText.quoted(hint))) }
    if let callID { members.append(("callId", JSONText.quoted(callID))) }
    if let requestID { members.append(("requestId", JSONText.quoted(requestID))) }
    return JSONText.object([("error", JSONText.object(members))])
  }
}
