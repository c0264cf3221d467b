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
    try await again(list.watch) { session in
      var writer = ListWriter<Row>(session.printer, columns: columns)
      let hasMore = try await read(list, pages()) { try writer.add($0) }
      writer.finish(await labels(for: writer.references))
      if hasMore { session.tellMore(list) }
    }
  }

  /// Shows rows that are read whole, put in order and cut to what was asked for.
  func list<Row: Showable>(
    _ list: ListOptions, columns: [Column<Row>], rows: () async throws -> [Row]
  ) async throws {
    try await again(list.watch) { session in
      let all = try await rows()
      let shown = list.all ? all[...] : all.prefix(list.limit)
      var writer = ListWriter<Row>(session.printer, columns: columns)
      for row in shown { try writer.add(row) }
      writer.finish(await labels(for: writer.references))
      if shown.count < all.count { session.tellMore(list) }
    }
  }

  /// Runs once, or again every so many seconds. On a terminal each page is there as a whole before it
  /// takes the place of the last one, so that nothing flickers.
  ///
  /// - Parameter body: Writes with the session that it is given.
  func again(_ seconds: Int?, _ body: (Session) async throws -> Void) async throws {
    guard let seconds else { return try await body(self) }
    while !Interrupt.isRequested {
      if console.width == nil {
        try await body(self)
      } else {
        let page = Sink.inMemory()
        try await body(writing(to: page))
        console.out.write("\u{1B}[H\u{1B}[2J" + page.text)
      }
      try await Task.sleep(for: .seconds(seconds))
    }
  }

  /// The same session whose data and remarks go to one sink.
  private func writing(to sink: Sink) -> Session {
    var console = console
    console.out = sink
    console.err = sink
    return Session(
      client: client, console: console,
      printer: Printer(console: console, format: printer.format, labels: printer.labels),
      options: options)
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
