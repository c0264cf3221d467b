/// A row with identity and a version that counts its changes.
package protocol Aggregate: Sendable, Equatable {
  associatedtype Key: Hashable & Sendable
  var key: Key { get }
  /// Counts up by one with every change; the etag follows from it.
  var version: Int64 { get set }
}

/// The rows of one kind in the working set: what was loaded, what was changed, and the way back.
package struct Shelf<Row: Aggregate>: Sendable {
  package struct Slot: Sendable {
    package var current: Row
    /// The row as it is stored; nil when it was created on these books.
    package var stored: Row?
  }

  package private(set) var slots: [Row.Key: Slot] = [:]
  private var dirty: Set<Row.Key> = []
  /// The slots before the changes of the command in hand, oldest first.
  private var undo: [(key: Row.Key, before: Slot?, wasDirty: Bool)] = []
  private var touched: Set<Row.Key> = []

  package init() {}

  package subscript(key: Row.Key) -> Row? { slots[key]?.current }

  package var rows: some Sequence<Row> { slots.values.lazy.map { $0.current } }
  package var count: Int { slots.count }

  /// Puts a row there as the store has it. No change.
  package mutating func load(_ row: Row) {
    slots[row.key] = Slot(current: row, stored: row)
  }

  /// Creates or replaces a row; its version counts up by one, however often one command puts it.
  package mutating func put(_ row: Row) {
    let key = row.key
    let before = slots[key]
    undo.append((key, before, dirty.contains(key)))
    var row = row
    row.version = (before?.current.version ?? 0) + (touched.insert(key).inserted ? 1 : 0)
    slots[key] = Slot(current: row, stored: before?.stored)
    dirty.insert(key)
  }

  /// What must be written: new rows and changed ones, each with the row as it is stored.
  package var changes: [Slot] { dirty.compactMap { slots[$0] } }
  package var hasChanges: Bool { !dirty.isEmpty }

  /// Makes the changes of the command in hand final.
  package mutating func keep() {
    guard !undo.isEmpty else { return }
    undo.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
  }

  /// Takes back the changes of the command in hand.
  package mutating func rollBack() {
    while let (key, before, wasDirty) = undo.popLast() {
      slots[key] = before
      if !wasDirty { dirty.remove(key) }
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// After the changes were written: what is there is what is stored.
  package mutating func settle() {
    for key in dirty {
      guard let row = slots[key]?.current else { continue }
      slots[key] = Slot(current: row, stored: row)
    }
    dirty.removeAll(keepingCapacity: true)
    keep()
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
