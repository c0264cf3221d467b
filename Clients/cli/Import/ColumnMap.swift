/// Which column of a file feeds which field, as `--map` and `--set` say.
struct ColumnMap: Sendable, Hashable {
  /// What a field is filled with.
  enum Source: Sendable, Hashable {
    case column(String)
    /// A column with a decimal number, times 10 to the power of `places`: a fraction as percent.
    case shifted(column: String, places: Int)
    case constant(String)
  }

  private(set) var sources: [String: Source] = [:]

  /// Reads `field=column` (also `field=column,field=column`), `field=column*100` and, from `sets`,
  /// `field=value`. A field may be named once.
  init(maps: [String], sets: [AssignmentArgument]) throws {
    for pair in maps.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      guard let assignment = AssignmentArgument(argument: String(pair)),
        !assignment.value.isEmpty
      else {
        throw ErrorReport.usage("--map takes field=column, not \(pair)")
      }
      try add(assignment.field, ColumnMap.source(assignment.value))
    }
    for assignment in sets { try add(assignment.field, .constant(assignment.value)) }
  }

  /// As the server takes it: field to column, a constant as `=value`.
  ///
  /// Throws where a number would have to be shifted, which is done for joined files only.
  func mappingForServer() throws -> [String: String] {
    try sources.mapValues { source in
      switch source {
      case .column(let column): column
      case .constant(let value): "=" + value
      case .shifted(let column, _):
        throw ErrorReport.usage(
          "\(column)* is for order files with --lines; give the column in percent here")
      }
    }
  }

  private mutating func add(_ field: String, _ source: Source) throws {
    guard sources.updateValue(source, forKey: field) == nil else {
      throw ErrorReport.usage("the field \(field) is mapped twice")
    }
  }

  private static func source(_ text: String) -> Source {
    let pieces = text.split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count == 2, pieces[1].first == "1", pieces[1].dropFirst().allSatisfy({ $0 == "0" })
    else { return .column(text) }
    return .shifted(column: String(pieces[0]), places: pieces[1].count - 1)
  }
}
