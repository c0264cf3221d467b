import Synchronization

/// Holds what was measured and writes it in the text format of Prometheus (0.0.4).
package final class PrometheusRegistry: Sendable {
  /// Upper bounds in seconds, for durations.
  package static let secondsBuckets: [Double] = [
    0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120,
  ]
  /// Upper bounds of counts, such as the size of a batch.
  package static let countBuckets: [Double] = [
    1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096,
  ]

  enum Kind: String { case counter, gauge, histogram }

  private struct Family {
    var kind: Kind
    var series: [String: Series] = [:]
  }

  private let families = Mutex<[String: Family]>([:])

  package init() {}

  /// One line's worth of numbers: a counter, a gauge or a histogram under one set of labels.
  final class Series: Sendable {
    struct Value {
      var number = 0.0
      var counts: [UInt64]
      var count: UInt64 = 0
    }
    let buckets: [Double]
    let value: Mutex<Value>

    init(buckets: [Double]) {
      self.buckets = buckets
      value = Mutex(Value(counts: [UInt64](repeating: 0, count: buckets.count)))
    }

    func add(_ amount: Double) { value.withLock { $0.number += amount } }
    func set(_ amount: Double) { value.withLock { $0.number = amount } }

    func observe(_ amount: Double) {
      value.withLock { value in
        value.number += amount
        value.count += 1
        if let index = buckets.firstIndex(where: { amount <= $0 }) { value.counts[index] += 1 }
      }
    }

    func reset() {
      value.withLock { $0 = Value(counts: [UInt64](repeating: 0, count: buckets.count)) }
    }
  }

  /// The series under this name and these labels, made when it is new. A name keeps the kind it had
  /// first; under another kind the series counts for nobody.
  func series(
    _ label: String, _ dimensions: [(String, String)], kind: Kind, buckets: [Double] = []
  ) -> Series {
    let name = Self.name(label)
    let labels = dimensions.map { "\(Self.name($0.0))=\"\(Self.escape($0.1))\"" }
      .joined(separator: ",")
    return families.withLock { families in
      var family = families[name] ?? Family(kind: kind)
      guard family.kind == kind else { return Series(buckets: buckets) }
      if let series = family.series[labels] { return series }
      let series = Series(buckets: buckets)
      family.series[labels] = series
      families[name] = family
      return series
    }
  }

  /// All series as text, in the order of their names.
  package func text() -> String {
    var text = ""
    let families = families.withLock { $0 }.sorted { $0.key < $1.key }
    for (name, family) in families {
      text += "# TYPE \(name) \(family.kind.rawValue)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        let value = series.value.withLock { $0 }
        switch family.kind {
        case .counter, .gauge:
          text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(value.number))\n"
        case .histogram:
          text += Self.histogram(name, labels, buckets: series.buckets, value)
        }
      }
    }
    return text
  }

  private static func histogram(
    _ name: String, _ labels: String, buckets: [Double], _ value: Series.Value
  ) -> String {
    let prefix = labels.isEmpty ? "" : labels + ","
    var text = ""
    var total: UInt64 = 0
    for (bound, count) in zip(buckets, value.counts) {
      total += count
      text += "\(name)_bucket{\(prefix)le=\"\(number(bound))\"} \(total)\n"
    }
    text += "\(name)_bucket{\(prefix)le=\"+Inf\"} \(value.count)\n"
    let suffix = labels.isEmpty ? "" : "{\(labels)}"
    text += "\(name)_sum\(suffix) \(number(value.number))\n"
    text += "\(name)_count\(suffix) \(value.count)\n"
    return text
  }

  /// Whole numbers without a fraction; the rest as Swift prints them, which Prometheus reads.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }

  /// `[a-zA-Z0-9_:]` only, the rest becomes `_`.
  static func name(_ label: String) -> String {
    String(
      label.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") ? $0 : "_" })
  }

  private static func escape(_ value: String) -> String {
    var text = ""
    for character in value {
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
    return text
  }
}
