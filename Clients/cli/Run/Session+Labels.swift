import Foundation
import OrderToCash
import OrderToCashAPI

extension Session {
  /// Shows one resource, with the labels of what it refers to.
  func show<Row: Showable>(_ row: Row) async throws {
    var printer = printer
    if printer.format == .table {
      printer.labels = await labels(for: row.sections.flatMap(\.references))
    }
    try printer.show(row)
  }

  /// Shows rows that are there as a whole, with the labels of what they refer to.
  func show<Row: Showable>(_ rows: [Row]) async throws {
    var printer = printer
    if printer.format == .table {
      printer.labels = await labels(for: Row.table(rows).references)
    }
    try printer.show(rows)
  }

  /// Shows a screen, with the labels of what it refers to.
  func show(_ screen: Screen) async throws {
    var printer = printer
    if printer.format == .table {
      printer.labels = await labels(for: screen.sections.flatMap(\.references))
    }
    try screen.show(on: printer)
  }

  /// What people call these resources. What cannot be found out, by whoever may not ask for it, keeps
  /// its name.
  func labels(for names: [String]) async -> Labels {
    guard printer.format == .table else { return .none }
    var labels = Labels()
    if names.contains(Labels.zoneLookup) { labels.zone = await zone() }
    for (kind, wanted) in Labels.byKind(names) {
      // More would make a list of many rows slow; the rest keep their names.
      let sorted = wanted.sorted().prefix(200)
      for start in stride(from: 0, to: sorted.count, by: 20) {
        let filter = sorted[start..<min(start + 20, sorted.count)]
          .map { "name = \(filterLiteral($0))" }.joined(separator: " OR ")
        guard let found = try? await resolver.find(kind, filter: filter) else { break }
        for row in found {
          if !row.label.isEmpty { labels.byName[row.name] = row.label }
          labels.wordsByName[row.name] = Labels.word(externalID: row.externalID)
        }
      }
    }
    return labels
  }
}

extension Session {
  /// The seller's time zone, in which its dates are; nil where the server does not tell.
  func zone() async -> TimeZone? {
    guard printer.format == .table,
      let caller = try? await client.admin.getCaller(options: options)
    else { return nil }
    return TimeZone(identifier: caller.sellerTimeZone)
  }
}

extension Labels {
  /// The names by the kind of resource, those of kinds that have a label.
  static func byKind(_ names: [String]) -> [(ResourceKind, Set<String>)] {
    var result: [ResourceKind: Set<String>] = [:]
    for name in Set(names) {
      guard let kind = ResourceKind.allCases.first(where: { $0.isName(name) }), kind.hasLabel
      else { continue }
      result[kind, default: []].insert(name)
    }
    return result.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }
}
