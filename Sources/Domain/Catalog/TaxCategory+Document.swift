/// What EN 16931 demands of a document with lines of a category, beside the rate.
extension TaxCategory {
  /// Nothing is charged for a reason that stands on the document.
  package var isExemption: Bool {
    switch self {
    case .exempt, .reverseCharge, .intraCommunity, .export, .outsideScope: true
    case .standard, .zeroRated, .canaryIslands, .ceutaMelilla, .splitPayment: false
    }
  }

  var needsSellerVATID: Bool {
    switch self {
    case .reverseCharge, .intraCommunity, .export: true
    case .standard, .zeroRated, .exempt, .outsideScope, .canaryIslands, .ceutaMelilla,
      .splitPayment:
      false
    }
  }

  var needsBuyerVATID: Bool { self == .reverseCharge || self == .intraCommunity }
}

extension [TaxCategory] {
  /// Positions that do not go on one document with the others, and why: what is outside the scope of
  /// tax has an invoice of its own, and split payment is never beside the standard rate.
  func clashes() -> [(position: Int, text: String)] {
    if contains(.outsideScope), contains(where: { $0 != .outsideScope }) {
      return indices.filter { self[$0] == .outsideScope }.map {
        ($0, "Category O is not invoiced with another one: order it by itself.")
      }
    }
    if contains(.splitPayment), contains(.standard) {
      return indices.filter { self[$0] == .splitPayment }.map {
        ($0, "Category B is not invoiced with S: order it by itself.")
      }
    }
    return []
  }
}

extension Order {
  /// An order goes on one invoice: its lines and charges bear each other's categories.
  func checkCategories() throws(Rejection) {
    let clashes = (lines.map(\.taxCategory) + charges.map(\.taxCategory)).clashes()
    guard !clashes.isEmpty else { return }
    var faults = Faults()
    for clash in clashes {
      let path =
        clash.position < lines.count
        ? "order.lines[\(clash.position)]" : "order.charges[\(clash.position - lines.count)]"
      faults.add(path, .taxNotDetermined, clash.text)
    }
    try faults.check(
      .taxNotDetermined, "The order has lines whose tax does not go on one document.")
  }
}

extension Invoice {
  /// Of its lines and charges; a deposit has groups alone.
  var categories: [TaxCategory] {
    lines.isEmpty
      ? taxes.map(\.category) : lines.map(\.taxCategory) + charges.map(\.taxCategory)
  }

  /// A document outside the scope of tax has no VAT ids (BR-O-02 to 04).
  mutating func dropVATIDs() {
    guard categories.contains(.outsideScope) else { return }
    seller.vatID = ""
    buyer.vatID = ""
  }

  /// The groups go together, and K says when it was delivered.
  func checkCategories() throws(Rejection) {
    var faults = Faults()
    for clash in categories.clashes() {
      let path =
        clash.position < lines.count
        ? "lines[\(clash.position)]" : "charges[\(clash.position - lines.count)]"
      faults.add(path, .einvoiceInvalid, clash.text)
    }
    if kind == .invoice, categories.contains(.intraCommunity), deliveryDate == nil {
      faults.add(
        "delivery_date", .einvoiceInvalid, "Category K needs the day on which it was delivered.")
    }
    try faults.check(
      .einvoiceInvalid, "The invoice would not be one by EN 16931.",
      ["fields": faults.violations.map(\.field).joined(separator: ",")])
  }
}
