import Foundation

/// What a run measured.
struct Measurement: Sendable {
  var units: Int
  var seconds: Double
  var failures: Int
  var firstFailure: String?
  /// Nanoseconds a call, ascending.
  var latencies: [Int64]

  var rate: Double { Double(units) / seconds }

  /// Milliseconds that this share of the calls did not pass, by nearest rank.
  func percentile(_ share: Double) -> Double {
    guard !latencies.isEmpty else { return 0 }
    let rank = max(1, Int((share * Double(latencies.count)).rounded(.up)))
    return Double(latencies[rank - 1]) / 1_000_000
  }

  /// One line: `{"unit":"orders","rate":…,"p50_ms":…,…}`.
  func json(unit: String, inFlight: Int) -> String {
    let fields: [(String, String)] = [
      ("unit", "\"\(unit)\""), ("in_flight", String(inFlight)), ("units", String(units)),
      ("seconds", Self.text(seconds)), ("rate", Self.text(rate)),
      ("p50_ms", Self.text(percentile(0.50))), ("p99_ms", Self.text(percentile(0.99))),
      ("max_ms", Self.text(percentile(1))), ("failures", String(failures)),
      ("first_failure", firstFailure.map(Self.quoted) ?? "null"),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  private static func text(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func quoted(_ text: String) -> String {
    guard let data = try? JSONEncoder().encode(text) else { return "\"\"" }
    return String(decoding: data, as: UTF8.self)
  }
}
