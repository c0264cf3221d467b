/// Whether order lines may take the place of returned goods.
struct ReplacementCheck {
  struct Line {
    /// Of the line in the request.
    var path: String
    /// Of the field that asks for it, behind the path.
    var field = "replacement_for"
    var back: ID<Return>
    var product: ID<Product>
    var quantity: Quantity
  }

  let customer: ID<Customer>
  let context: Context
  /// What the order replaces already, and will replace only as far as it is among the lines.
  var known: [Replacement: Quantity] = [:]
  var lines: [Line] = []

  /// The returns are there, of the order's customer, may come or have come, and are of that product.
  /// What is not the customer's looks like what is not there.
  func references(on books: Books, _ faults: inout Faults) {
    for line in lines {
      let field = "\(line.path).\(line.field)"
      guard let back = books.returns[line.back], isOfCustomer(back, on: books) else {
        faults.add(field, .referenceNotFound, "The customer has no such return.")
        continue
      }
      if known[Replacement(back: back.id, product: line.product)] != nil { continue }
      if back.state != .received, !back.isInForce(at: context.now) {
        let state = back.state == .authorized ? "no longer valid" : back.state.rawValue
        faults.add(
          field, .fieldInvalid,
          "\(back.number) is \(state): only goods that may come, or came, are replaced.")
      }
      if !back.lines.contains(where: { $0.product == line.product }) {
        faults.add(field, .fieldInvalid, "Nothing of this product comes back with \(back.number).")
      }
    }
  }

  /// Its own, or that of one who was merged into it.
  private func isOfCustomer(_ back: Return, on books: Books) -> Bool {
    back.customer == customer || books.customers[back.customer]?.mergedInto == customer
  }

  /// No more is replaced than may come or came.
  func quantities(on books: Books) throws(Rejection) {
    var faults = Faults()
    var metadata: [String: String] = [:]
    var asked: [Replacement: Quantity] = [:]
    for line in lines {
      guard let back = books.returns[line.back] else { continue }
      let key = Replacement(back: back.id, product: line.product)
      let most = back.replaceable(line.product) + (known[key] ?? .zero)
      let left = max(.zero, most - (asked[key] ?? .zero))
      asked[key, default: .zero] += line.quantity
      guard line.quantity > left else { continue }
      if metadata.isEmpty {
        metadata = [
          "resource": "returns/\(back.id)", "product": "products/\(line.product)",
          "requested": line.quantity.description, "replaceable": left.description,
        ]
      }
      faults.add(
        "\(line.path).quantity", .overReturn,
        "\(left) of \(back.number) can be replaced, not \(line.quantity).")
    }
    try faults.check(.overReturn, "More is to be replaced than comes back.", metadata)
  }
}

extension OrderRequest {
  /// What its lines are to replace, where their products are known.
  func replacementCheck(
    of customer: Customer, _ products: [Product], _ context: Context
  ) -> ReplacementCheck? {
    guard lines.contains(where: { $0.replacementFor != nil }) else { return nil }
    var check = ReplacementCheck(
      customer: customer.id, context: context, known: knownReplacements)
    for (index, (line, product)) in zip(lines, products).enumerated() {
      guard let back = line.replacementFor else { continue }
      check.lines.append(
        .init(
          path: "order.lines[\(index)]", back: back, product: product.id,
          quantity: line.quantity))
    }
    return check
  }
}
