import ArgumentParser

/// How data are written to the output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Aligned, for people; may change.
  case table
  /// proto3 JSON over several lines; a list is an array. Stable.
  case json
  /// proto3 JSON, a resource a line. Stable.
  case jsonl
  /// RFC 4180 with headings; amounts as decimals, their currency in a column of its own.
  case csv
  /// Resource names, one a line, as `-` takes them.
  case name
}
