/// A piece of SQL whose interpolations are bound, never pasted.
///
/// ```swift
/// var filter: Fragment = "seller_id = \(bind: seller)"
/// if let state { filter += " AND state = \(bind: state)" }
/// Query("SELECT id FROM orders WHERE \(filter) ORDER BY id LIMIT \(bind: Int64(100))")
/// ```
package struct Fragment: Sendable, ExpressibleByStringInterpolation {
  enum Piece: Sendable {
    case text(String)
    case bind(Parameter)
  }

  var pieces: [Piece]

  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      if literal.utf8CodeUnitCount > 0 { pieces.append(.text(literal.description)) }
    }

    /// Binds a value.
    package mutating func appendInterpolation<Value: PostgresValue>(bind value: Value?) {
      pieces.append(.bind(Parameter(value)))
    }

    /// Binds a parameter, such as an array or a date.
    package mutating func appendInterpolation(bind parameter: Parameter) {
      pieces.append(.bind(parameter))
    }

    /// Continues with another fragment.
    package mutating func appendInterpolation(_ fragment: Fragment) {
      pieces += fragment.pieces
    }
  }

  package init(stringLiteral literal: StaticString) {
    pieces = [.text(literal.description)]
  }

  package init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  package static func + (left: Fragment, right: Fragment) -> Fragment {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout Fragment, right: Fragment) {
    left.pieces += right.pieces
  }
}

extension Sequence<Fragment> {
  /// The fragments with a separator between them.
  package func joined(separator: Fragment) -> Fragment {
    var joined: Fragment = ""
    for (place, fragment) in enumerated() {
      if place > 0 { joined += separator }
      joined += fragment
    }
    return joined
  }
}
