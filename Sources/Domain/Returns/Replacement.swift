/// Goods of a return that order lines take the place of.
package struct Replacement: Hashable, Comparable, Sendable {
  package var back: ID<Return>
  package var product: ID<Product>

  package init(back: ID<Return>, product: ID<Product>) {
    self.back = back
    self.product = product
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.back == b.back ? a.product < b.product : a.back < b.back
  }
}

extension Order {
  /// What its lines replace, as far as it is not cancelled. Empty in the usual case.
  package var replacements: [Replacement: Quantity] {
    var replaced: [Replacement: Quantity] = [:]
    for line in lines {
      guard let back = line.replacementFor, line.ordered > line.cancelled else { continue }
      replaced[Replacement(back: back, product: line.product), default: .zero] +=
        line.ordered - line.cancelled
    }
    return replaced
  }

  /// The returns whose sums follow its lines.
  var replacementNeeds: Needs {
    var needs = Needs()
    for line in lines {
      if let back = line.replacementFor { needs.returns.insert(back) }
    }
    return needs
  }
}

extension Needs {
  /// What a line that is asked for names.
  mutating func name(_ line: OrderRequest.Line) {
    name(line.product)
    if let back = line.replacementFor { returns.insert(back) }
  }
}

extension Return {
  /// How much of a product order lines may still take the place of: what may come or came, less what
  /// they do already.
  package func replaceable(_ product: ID<Product>) -> Quantity {
    var left = Quantity.zero
    for line in lines where line.product == product {
      left += (state == .received ? line.received : line.quantity) - line.replaced
    }
    return max(.zero, left)
  }

  /// More is replaced, from the first line on, or less, from the last.
  mutating func replace(_ change: Quantity, of product: ID<Product>) {
    let places = lines.indices.filter { lines[$0].product == product }
    var rest = change
    for place in places where rest > .zero {
      let line = lines[place]
      let most = state == .received ? line.received : line.quantity
      let part = min(rest, max(.zero, most - line.replaced))
      lines[place].replaced += part
      rest -= part
    }
    for place in places.reversed() where rest < .zero {
      let part = min(.zero - rest, lines[place].replaced)
      lines[place].replaced -= part
      rest += part
    }
    precondition(rest.isZero, "a return is replaced as far as it goes, and given back no more")
  }
}

extension Books {
  /// Moves the sums of returns from what an order replaced to what it replaces now.
  mutating func countReplaced(from before: Order?, to after: Order, in context: Context) {
    let old = before?.replacements ?? [:]
    let new = after.replacements
    guard old != new else { return }
    for key in Set(old.keys).union(new.keys).sorted() {
      let change = (new[key] ?? .zero) - (old[key] ?? .zero)
      guard !change.isZero else { continue }
      guard var back = returns[key.back] else {
        preconditionFailure("an order is loaded with the returns that its lines replace")
      }
      back.replace(change, of: key.product)
      back.updateTime = context.now
      put(back)
      recordReturn(.returnReplaced, back, in: context) {
        $0.member("order", "orders/\(after.id)")
        $0.member("product", "products/\(key.product)")
        $0.member("quantity_before", (old[key] ?? .zero).description)
        $0.member("quantity", (new[key] ?? .zero).description)
      }
    }
  }
}
