internal import Domain

/// A filter as it was written, before it is known what its fields are. Columns count from 1.
package indirect enum Filter: Sendable, Equatable {
  case and([Filter])
  case or([Filter])
  case not(Filter)
  case compare(field: String, FilterOperator, FilterValue, column: Int)
  /// `field : value`; without a value, presence: `field : "*"`.
  case has(field: String, FilterValue?, column: Int)
  /// `overdue()`
  case call(name: String, column: Int)
}

package enum FilterOperator: String, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

package struct FilterValue: Sendable, Equatable {
  package enum Form: Sendable, Equatable {
    case text(String)
    /// A text that ended in `*`, without it.
    case prefix(String)
    case number(String)
    /// `true`, `false`, or the value of an enum.
    case word(String)
  }

  package var form: Form
  package var column: Int

  package init(_ form: Form, column: Int) {
    self.form = form
    self.column = column
  }
}

extension Rejection {
  /// A filter that cannot be understood, with the column of the fault.
  static func filter(_ message: String, field: String = "filter", column: Int) -> Rejection {
    Rejection(
      .filterInvalid, "The filter is not understood at column \(column): \(message)",
      metadata: ["field": field, "column": String(column)])
  }
}
