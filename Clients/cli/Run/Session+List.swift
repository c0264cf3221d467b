import Foundation
import OrderToCash
import OrderToCashAPI

extension Session {
  /// Shows a list: as much of it as was asked for, once or again and again.
  ///
  /// - Parameter columns: What tables and CSV show; default the columns of the resource.
  func list<Row: Showable>(
    _ list: ListOptions, columns: [Column<Row>] = Row.columns, _ pages: () -> Pages<Row>
  ) async throws {
    try await again(list.watch) {
      var writer = ListWriter<Row>(printer, columns: columns)
      let hasMore = try await read(list, pages()) { try writer.add($0) }
      writer.finish(await labels(for: writer.references))
      if hasMore { tellMore(list) }
    }
  }

  /// Shows rows that are read whole, put in order and cut to what was asked for.
  func list<Row: Showable>(
    _ list: ListOptions, columns: [Column<Row>], rows: () async throws -> [Row]
  ) async throws {
    try await again(list.watch) {
      let all = try await rows()
      let shown = list.all ? all[...] : all.prefix(list.limit)
      var writer = ListWriter<Row>(printer, columns: columns)
      for row in shown { try writer.add(row) }
      writer.finish(await labels(for: writer.references))
      if shown.count < all.count { tellMore(list) }
    }
  }

  /// Runs once, or again every so many seconds on a screen that is wiped before.
  func again(_ seconds: Int?, _ body: () async throws -> Void) async throws {
    guard let seconds else { return try await body() }
    while !Interrupt.isRequested {
      if console.width != nil { console.out.write("\u{1B}[H\u{1B}[2J") }
      try await body()
      try await Task.sleep(for: .seconds(seconds))
    }
  }

  /// Reads as many rows as were asked for; says whether there are more.
  private func read<Row>(
    _ list: ListOptions, _ pages: Pages<Row>, add: (Row) throws -> Void
  ) async throws -> Bool {
    var count = 0
    for try await row in pages {
      if !list.all, count == list.limit { return true }
      try add(row)
      count += 1
    }
    return false
  }

  private func tellMore(_ list: ListOptions) {
    console.err.line("the first \(list.limit); there is more: --all, --limit or --filter")
  }
}

extension ListOptions {
  /// The view to read.
  var view: ViewLevel { full ? .full : .basic }

  /// A filter, and a condition of the command.
  static func filter(_ filter: String, and condition: String) -> String {
    filter.isEmpty ? condition : "(\(filter)) AND \(condition)"
  }
}
