import OrderToCash
import OrderToCashAPI

extension O2c_V1_Customer: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("external id") { .text(optional: $0.externalID) },
      Column("display name", flexible: true) { .text($0.displayName) },
      Column("state") { .state($0.state) },
      Column("currency") { .text(optional: $0.currencyCode) },
      Column("terms") { .text(optional: $0.paymentTerms) },
      Column("price group") { .text(optional: $0.priceGroup) },
      Column("country") { .text(optional: $0.party.address.countryCode) },
      Column("name") { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    [
      .facts(
        [
          ("display name", .text(displayName)), ("name", .text(optional: name)),
          ("external id", .text(optional: externalID)), ("state", .state(state)),
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
            ("buyer reference", .text(optional: buyerReference)), ("created", .time(createTime)),
            ("etag", .text(optional: etag)),
          ])
    ]
  }
}

extension O2c_V1_AccountBalance: Showable {
  var identifier: String { customer }

  static var columns: [Column<Self>] {
    [
      Column("customer", flexible: true) { .text($0.customer) },
      Column("as of") { .day($0.asOfDate) },
      Column("open") { .money($0.balances.first?.open ?? Money()) },
      Column("overdue") { .money($0.balances.first?.overdue ?? Money()) },
      Column("unapplied") { .money($0.balances.first?.unapplied ?? Money()) },
    ]
  }

  var sections: [Section] {
    [
      .facts([("customer", .text(customer)), ("as of", .day(asOfDate))]),
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

extension O2c_V1_CreditAccount: Showable {
  var identifier: String { customer }

  static var columns: [Column<Self>] {
    [
      Column("customer", flexible: true) { .text($0.customer) },
      Column("limit") { .money($0.limit) },
      Column("temporary limit") { .money($0.temporaryLimit.amount) },
      Column("until") { .day($0.temporaryLimit.untilDate) },
      Column("open orders") { .money($0.exposure.orders) },
      Column("unbilled") { .money($0.exposure.unbilledShipments) },
      Column("open items") { .money($0.exposure.openItems) },
      Column("unapplied") { .money($0.exposure.unapplied) },
      Column("exposure") { .money($0.exposure.total) },
      Column("headroom") { .money($0.headroom) },
      Column("used %") { .number(optional: $0.utilizationPercent) },
      Column("etag") { .text(optional: $0.etag) },
    ]
  }
}
