import Foundation
import OrderToCash
import OrderToCashAPI

extension Session {
  /// Shows a list: as much of it as was asked for, once or again and again.
  func list<Row: Showable>(_ list: ListOptions, _ pages: () -> Pages<Row>) async throws {
    guard let seconds = list.watch else { return try await once(list, pages()) }
    while !Interrupt.isRequested {
      if console.width != nil { console.out.write("\u{1B}[H\u{1B}[2J") }
      try await once(list, pages())
      try await Task.sleep(for: .seconds(seconds))
    }
  }

  private func once<Row: Showable>(_ list: ListOptions, _ pages: Pages<Row>) async throws {
    var writer = ListWriter<Row>(printer)
    var count = 0
    var hasMore = false
    for try await row in pages {
      if !list.all, count == list.limit {
        hasMore = true
        break
      }
      try writer.add(row)
      count += 1
    }
    writer.finish()
    if hasMore {
      console.err.line("the first \(list.limit); there is more: --all, --limit or --filter")
    }
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
