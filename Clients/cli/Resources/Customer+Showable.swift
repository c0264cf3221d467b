import OrderToCash
import OrderToCashAPI

extension O2c_V1_Customer: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("external id") { .text(optional: $0.externalID) },
      Column("display name", flexible: true) { .text($0.displayName) },
      Column("state") { .state($0.state) },
      Column("currency", rank: 4) { .text(optional: $0.currencyCode) },
      Column("terms", rank: 3) { .text(optional: $0.paymentTerms) },
      Column("price group", rank: 2) { .text(optional: $0.priceGroup) },
      Column("country", rank: 1) { .text(optional: $0.party.address.countryCode) },
      Column("name", rank: 5) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    [
      .facts(
        [
          ("display name", .text(displayName)), ("name", .text(optional: name)),
          ("external id", .text(optional: externalID)), ("state", .state(state)),
          (
            "blocked",
            hasBlock ? .text("\(EnumText.name(block.scope)): \(block.reason)") : .empty
          ),
          ("blocked since", .time(block.sinceTime)),
          ("merged into", .reference(optional: mergedInto)),
          ("waits for", .text(optional: approval)),
        ] + mergedPartners.map { ("partner by merge", .reference($0)) } + [
          ("legal name", .text(optional: party.legalName)),
          ("vat id", .text(optional: party.vatID)),
          ("address", .text(optional: party.address.oneLine)),
        ] + shipTo.map { ("ship to", .text($0.oneLine)) }
          + contacts.map { contact in
            let parts = [contact.role, contact.name, contact.email, contact.phone]
            return ("contact", .text(parts.filter { !$0.isEmpty }.joined(separator: ", ")))
          } + [
            ("currency", .text(optional: currencyCode)),
            ("language", .text(optional: languageCode)),
            ("payment terms", .text(optional: paymentTerms)),
            ("price group", .text(optional: priceGroup)),
            ("tax treatment", .text(optional: taxTreatment)),
            ("vat id checked", .text(optional: vatCheckText)),
            ("bill to", .reference(optional: billTo)), ("payer", .reference(optional: payer)),
            ("belongs to", .reference(optional: parent)),
            ("account manager", .text(optional: accountManager)),
            ("payment means", .text(optional: paymentMeansCode)),
            ("invoices", .text(optional: invoiceText)),
            (
              "over-shipment %",
              .number(optional: hasOverShipmentPercent ? overShipmentPercent : "")
            ),
            (
              "under-shipment %",
              .number(optional: hasUnderShipmentPercent ? underShipmentPercent : "")
            ),
            ("buyer reference", .text(optional: buyerReference)), ("created", .time(createTime)),
            ("etag", .text(optional: etag)),
          ])
    ]
  }
}

extension O2c_V1_Customer {
  /// What the last check of the VAT id said.
  private var vatCheckText: String {
    guard hasVatCheck else { return "" }
    let verdict = vatCheck.valid ? "valid" : "not valid"
    return [verdict, Cell.time(vatCheck.checkTime).forPeople, vatCheck.source]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// When, in what pieces and on what way the customer is invoiced.
  private var invoiceText: String {
    [
      Cell.state(invoiceRules.trigger), .state(invoiceRules.grouping),
      .state(invoiceDelivery.channel), .state(invoiceDelivery.format),
      .text(invoiceDelivery.address),
    ].map(\.forPeople).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension O2c_V1_FindDuplicateCustomersResponse.Duplicate: Showable {
  var identifier: String { customer }

  static var columns: [Column<Self>] {
    [
      Column("score") { .number(String($0.score)) },
      Column("display name", flexible: true) { .text($0.displayName) },
      Column("alike in", flexible: true) { .text($0.reasons.joined(separator: ", ")) },
      Column("customer", flexible: true) { .text($0.customer) },
    ]
  }
}

extension O2c_V1_AccountBalance: Showable {
  var identifier: String { customer }

  static var columns: [Column<Self>] {
    [
      Column("customer", flexible: true) { .reference($0.customer) },
      Column("as of") { .day($0.asOfDate) },
      Column("open") { .money($0.balances.first?.open ?? Money()) },
      Column("overdue") { .money($0.balances.first?.overdue ?? Money()) },
      Column("unapplied") { .money($0.balances.first?.unapplied ?? Money()) },
    ]
  }

  var sections: [Section] {
    [
      .facts([("customer", .reference(customer)), ("as of", .day(asOfDate))]),
      .table(
        "balances",
        Table(
          balances,
          [
            Column("open") { .money($0.open) }, Column("overdue") { .money($0.overdue) },
            Column("unapplied") { .money($0.unapplied) },
          ])),
    ]
  }
}
