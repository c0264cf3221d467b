/// A row with identity and a version that counts its changes.
package protocol Aggregate: Sendable, Equatable {
  associatedtype Key: Hashable & Sendable
  var key: Key { get }
  /// Counts up by one with every change; the etag follows from it.
  var version: Int64 { get set }
}

/// The rows of one kind in the working set: what was loaded, what was changed, and the way back.
///
/// Rows lie side by side and are found by their position: a row is hashed once for each look, and
/// its stored form is kept from its first change on alone.
package struct Shelf<Row: Aggregate>: Sendable {
  /// A changed row.
  package struct Change: Sendable {
    package var current: Row
    /// The row as it is stored; nil when it was created on these books.
    package var stored: Row?
  }

  private struct Entry: Sendable {
    var current: Row
    /// Of a changed row.
    var stored: Row?
    var isChanged = false
    /// The command that changed it last.
    var command: Int64 = 0
  }

  private var positions: [Row.Key: Int] = [:]
  private var entries: [Entry] = []
  private var changeCount = 0
  /// Counts the commands that changed something here; the one in hand has this number.
  private var command: Int64 = 1
  /// What the command in hand changed, as it was before, oldest first.
  private var undo: [(key: Row.Key, before: Row?, wasChanged: Bool)] = []

  package init() {}

  package subscript(key: Row.Key) -> Row? {
    guard let position = positions[key] else { return nil }
    return entries[position].current
  }

  package var rows: some Sequence<Row> { entries.lazy.map { $0.current } }
  package var count: Int { entries.count }

  /// Puts a row there as the store has it. No change.
  package mutating func load(_ row: Row) {
    if let position = positions[row.key] {
      entries[position].current = row
      if entries[position].isChanged { entries[position].stored = row }
    } else {
      append(Entry(current: row))
    }
  }

  /// Creates or replaces a row; its version counts up by one, however often one command puts it.
  ///
  /// - Returns: whether there was none of its key.
  @discardableResult
  package mutating func put(_ row: Row) -> Bool {
    var row = row
    guard let position = positions[row.key] else {
      undo.append((row.key, nil, false))
      row.version = 1
      append(Entry(current: row, isChanged: true, command: command))
      changeCount += 1
      return true
    }
    let version = entries[position].current.version
    if entries[position].command == command {
      row.version = version
    } else {
      row.version = version + 1
      let before = entries[position].current
      undo.append((row.key, before, entries[position].isChanged))
      entries[position].command = command
      if !entries[position].isChanged {
        entries[position].stored = before
        entries[position].isChanged = true
        changeCount += 1
      }
    }
    entries[position].current = row
    return false
  }

  /// What must be written: new rows and changed ones, each with the row as it is stored.
  package var changes: [Change] {
    entries.compactMap { $0.isChanged ? Change(current: $0.current, stored: $0.stored) : nil }
  }
  package var hasChanges: Bool { changeCount > 0 }

  /// Makes the changes of the command in hand final.
  package mutating func keep() {
    guard !undo.isEmpty else { return }
    undo.removeAll(keepingCapacity: true)
    command += 1
  }

  /// Takes back the changes of the command in hand.
  package mutating func rollBack() {
    guard !undo.isEmpty else { return }
    while let (key, before, wasChanged) = undo.popLast() {
      guard let position = positions[key] else { continue }
      if let before {
        entries[position].current = before
      } else {
        remove(key, at: position)
      }
      guard !wasChanged else { continue }
      changeCount -= 1
      if before != nil {
        entries[position].isChanged = false
        entries[position].stored = nil
      }
    }
    command += 1
  }

  /// After the changes were written: what is there is what is stored.
  package mutating func settle() {
    if hasChanges {
      for position in entries.indices where entries[position].isChanged {
        entries[position].isChanged = false
        entries[position].stored = nil
      }
      changeCount = 0
    }
    keep()
  }

  private mutating func append(_ entry: Entry) {
    positions[entry.current.key] = entries.count
    entries.append(entry)
  }

  private mutating func remove(_ key: Row.Key, at position: Int) {
    positions[key] = nil
    let last = entries.removeLast()
    guard position < entries.count else { return }
    entries[position] = last
    positions[last.current.key] = position
  }
}

/// Rows that are written once and never changed: events, postings, movements.
package struct Roll<Row: Sendable>: Sendable {
  package private(set) var rows: [Row] = []
  private var kept = 0

  package init() {}

  package mutating func append(_ row: Row) { rows.append(row) }
  package mutating func keep() { kept = rows.count }
  package mutating func rollBack() { rows.removeLast(rows.count - kept) }
  package mutating func settle() {
    rows.removeAll(keepingCapacity: true)
    kept = 0
  }
  /// The rows that the command in hand has appended.
  package var fresh: ArraySlice<Row> { rows[kept...] }
}
