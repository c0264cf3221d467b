/// What keeps a draft from being issued.
extension InvoiceIssue {
  /// What the draft bills is still to bill.
  func stillFits(_ invoice: Invoice, _ order: Order) throws(Rejection) {
    var excess = Faults()
    switch invoice.kind {
    case .invoice:
      for (index, line) in invoice.lines.enumerated() {
        let billable =
          order.lines.first { $0.number == line.orderLine }
          .map { order.billable($0, invoice.scope) } ?? .zero
        if line.quantity > billable {
          excess.add(
            "lines[\(index)].quantity", .nothingToInvoice,
            "Line \(line.orderLine ?? 0) of the order has \(billable) to invoice, not "
              + "\(line.quantity).")
        }
      }
    case .deposit:
      let rooms = DepositDrafting(order: order).rooms()
      for (index, group) in invoice.taxes.enumerated() {
        let left =
          rooms.first {
            $0.total.category == group.category && $0.total.rate == group.rate
              && $0.total.exemptionCode == group.exemptionCode
          }?.netLeft ?? 0
        if group.base > left {
          excess.add(
            "lines[\(index)].net_amount", .nothingToInvoice,
            "\(Money(left, order.currency)) may be asked for, not "
              + "\(Money(group.base, order.currency)).")
        }
      }
    }
    try excess.check(
      .nothingToInvoice, "The order has been invoiced since: less is left than the draft says.",
      ["resource": "orders/\(order.id)"])
    try order.requireShipped(invoice.quantities)
  }

  /// What EN 16931 demands of every invoice: BT-27, BT-40 and one of BT-29, 30, 31; BT-44, BT-55.
  func parties(_ invoice: Invoice) throws(Rejection) {
    var seller = Faults()
    let message = "An invoice cannot be issued without it."
    if invoice.seller.legalName.isEmpty {
      seller.add("seller.party.legal_name", .sellerDataIncomplete, message)
    }
    if invoice.seller.address.countryCode.isEmpty {
      seller.add("seller.party.address.country_code", .sellerDataIncomplete, message)
    }
    let categories = invoice.categories
    if categories.contains(where: \.needsSellerVATID) {
      if invoice.seller.vatID.isEmpty {
        seller.add(
          "seller.party.vat_id", .sellerDataIncomplete,
          "Categories AE, K and G need the seller's VAT id.")
      }
    } else if invoice.seller.vatID.isEmpty, invoice.seller.registrationID.isEmpty {
      let field = categories.contains(.outsideScope) ? "registration_id" : "vat_id"
      seller.add("seller.party.\(field)", .sellerDataIncomplete, message)
    }
    try seller.check(
      .sellerDataIncomplete, "The seller's data do not suffice for an invoice.",
      ["fields": seller.violations.map(\.field).joined(separator: ",")])
    var buyer = Faults()
    if invoice.buyer.legalName.isEmpty {
      buyer.add("customer.party.legal_name", .buyerDataIncomplete, message)
    }
    if invoice.buyer.address.countryCode.isEmpty {
      buyer.add("customer.party.address.country_code", .buyerDataIncomplete, message)
    }
    if categories.contains(where: \.needsBuyerVATID), invoice.buyer.vatID.isEmpty {
      buyer.add(
        "customer.party.vat_id", .buyerDataIncomplete,
        "Categories AE and K need the buyer's VAT id.")
    }
    if categories.contains(.intraCommunity), invoice.deliverTo.countryCode.isEmpty {
      buyer.add(
        "customer.ship_to[0].country_code", .buyerDataIncomplete,
        "Category K needs the country of delivery.")
    }
    try buyer.check(
      .buyerDataIncomplete, "The buyer's data do not suffice for an invoice.",
      ["fields": buyer.violations.map(\.field).joined(separator: ",")])
  }

  func date(
    _ date: CalendarDay, _ kind: Invoice.Kind, on books: Books
  ) throws(Rejection) {
    if date > context.today {
      throw .invalidField("issue_date", .fieldOutOfRange, "The issue date is in the future.")
    }
    let series = books.series[SeriesKey(kind.series, year: date.year)]
    guard let last = series?.lastDate, date < last else { return }
    throw Rejection(
      .dateOutOfSequence,
      "The last invoice of \(date.year) is dated \(last): numbers and dates rise together.",
      metadata: ["date": date.description, "last": last.description])
  }
}

extension Invoice {
  /// Billed by order line number.
  var quantities: [Int32: Quantity] {
    var quantities: [Int32: Quantity] = [:]
    for line in lines {
      if let number = line.orderLine { quantities[number] = line.quantity }
    }
    return quantities
  }
}
