internal import Domain
internal import Postgres

/// What of a table a list may filter and sort by. Text of SQL comes from here alone; values of
/// callers are bound.
struct ResourceTable: Sendable {
  /// Distinguishes rows; appended to every order.
  let key: Field
  /// Whose rows they are; nil where rows belong to the seller alone.
  let customer: Fragment?
  let fields: [Field]
  /// What `overdue()` means on the given day; nil where it means nothing.
  var overdue: (@Sendable (CalendarDay) -> Fragment)?
  /// When a list names no order.
  var defaultOrder: [OrderTerm] = []
  /// Whether partners see rows that belong to no customer, as the catalogue does.
  var isForEverybody = false

  func field(_ path: String) -> Field? { fields.first { $0.path == path } }
}

struct Field: Sendable {
  enum Kind: Sendable {
    case text
    /// The values of an enum, as the contract writes them.
    case code([String])
    case number
    case date
    case time
    /// A resource name; its last id is compared. A child's pattern has `/` in it.
    case name([String])
    /// A text that holds a UUID in either of its two forms.
    case uuid
    /// Compiled by hand: comparison or membership.
    case special(@Sendable (FilterOperator?, FilterValue) throws(Rejection) -> Fragment)
  }

  let path: String
  let kind: Kind
  let sql: Fragment
  var isSortable = false
  /// What rows are sorted by, where absent values need a place.
  let order: Fragment
  /// Filtering by it is not declared, only sorting.
  var isFilterable = true
  /// A column of ids that carry this time: a bound of the time is one of the ids, which are indexed.
  let ids: Fragment?

  init(
    _ path: String, _ kind: Kind, _ sql: Fragment, sortable: Bool = false, filterable: Bool = true,
    order: Fragment? = nil, ids: Fragment? = nil
  ) {
    self.path = path
    self.kind = kind
    self.sql = sql
    self.order = order ?? sql
    self.ids = ids
    isSortable = sortable
    isFilterable = filterable
  }

  /// From the text of a page token back to the type of the column.
  var cast: Fragment {
    switch kind {
    case .number: "::bigint"
    case .date: "::date"
    case .time: "::timestamptz"
    case .name, .uuid: "::uuid"
    case .text, .code, .special: ""
    }
  }
}

struct OrderTerm: Sendable {
  let path: String
  let isDescending: Bool

  init(_ path: String, descending: Bool = false) {
    self.path = path
    isDescending = descending
  }
}
