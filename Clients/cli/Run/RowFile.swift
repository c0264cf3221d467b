/// Rows of the `--from-file` of a command: CSV with headings.
struct RowFile: Sendable {
  struct Row: Sendable {
    let line: Int
    let values: [String: String]

    /// The value of a column; nil where the file has none, or an empty one.
    func value(_ column: String) -> String? {
      values[column].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A value that must be there.
    func required(_ column: String) throws -> String {
      guard let value = value(column) else {
        throw ErrorReport.usage("line \(line): \(column) is missing")
      }
      return value
    }

    /// A date, if there is one.
    func day(_ column: String) throws -> DayArgument? {
      guard let text = value(column) else { return nil }
      guard let day = DayArgument(argument: text) else {
        throw ErrorReport.usage("line \(line): \(column) is no date: \(text)")
      }
      return day
    }

    /// A resource that must be named.
    func resource(_ column: String) throws -> ResourceArgument {
      let text = try required(column)
      guard let argument = ResourceArgument(argument: text), argument != .standardInput else {
        throw ErrorReport.usage("line \(line): \(column) names nothing: \(text)")
      }
      return argument
    }
  }

  let rows: [Row]

  /// Reads the file. Columns that the command does not know are an error, so that a misspelt one
  /// does not pass unseen.
  init(_ path: String, columns: Set<String>) throws {
    let reader: CSVReader
    do {
      reader = try CSVReader(try InputFile.bytes(of: path))
    } catch let error as CSVReader.Malformed {
      throw ErrorReport.usage("\(path):\(error.line): \(error.message)")
    }
    let unknown = reader.columns.filter { !columns.contains($0) }
    guard unknown.isEmpty else {
      throw ErrorReport.usage(
        "\(path) has columns that mean nothing here: \(unknown.joined(separator: ", "))",
        hint: "there may be \(columns.sorted().joined(separator: ", "))")
    }
    rows = reader.records.map { record in
      Row(
        line: record.line,
        values: Dictionary(zip(reader.columns, record.fields)) { first, _ in first })
    }
  }
}
