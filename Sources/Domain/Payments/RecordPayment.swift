/// Records money that came in, and applies it to the items named, or to the oldest when asked to.
///
/// Checks, in this order: the customer, the external id, the value date, currency, then every
/// application.
package struct RecordPayment: Command {
  package let customer: CustomerReference
  package let externalID: String?
  package let means: Payment.Means
  package let amount: Money
  package let valueDate: CalendarDay?
  package let reference: String
  package let remittanceText: String
  package let applications: [Application]
  /// Applies what is left to the customer's oldest items.
  package let autoApply: Bool

  package struct Application: Sendable {
    package var item: ID<OpenItem>
    /// Nil: as much as fits.
    package var amount: Money?
    package init(item: ID<OpenItem>, amount: Money? = nil) {
      self.item = item
      self.amount = amount
    }
  }

  package init(
    customer: CustomerReference, externalID: String? = nil, means: Payment.Means = .bankTransfer,
    amount: Money, valueDate: CalendarDay? = nil, reference: String = "",
    remittanceText: String = "", applications: [Application] = [], autoApply: Bool = false
  ) {
    self.customer = customer
    self.externalID = externalID
    self.means = means
    self.amount = amount
    self.valueDate = valueDate
    self.reference = reference
    self.remittanceText = remittanceText
    self.applications = applications
    self.autoApply = autoApply
  }

  package var needs: Needs {
    var needs = Needs()
    needs.name(customer)
    if let externalID { needs.paymentExternalIDs.insert(externalID) }
    needs.openItems = Set(applications.map(\.item))
    if autoApply {
      switch customer {
      case .id(let id): needs.openItemsOfCustomers.insert(id)
      case .externalID(let number): needs.openItemsOfCustomerExternalIDs.insert(number)
      }
    }
    needs.series.insert(.payment)
    needs.accounts = [.bank, .unappliedCash, .receivables]
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Payment {
    guard let customer = books.find(customer, for: context) else {
      throw .invalidField("payment.customer", .referenceNotFound, "There is no such customer.")
    }
    if let externalID, let existing = books.payment(externalID: externalID) {
      throw Rejection(
        .externalIDExists, "A payment with external_id \"\(externalID)\" exists already.",
        metadata: ["existing": "payments/\(existing.id)", "externalId": externalID])
    }
    let date = valueDate ?? context.today
    try shape(customer, date, on: books, in: context)
    let payment = Payment(
      id: books.makeID(in: context),
      number: books.takeNumber(SeriesKey(.payment, year: date.year), on: date),
      externalID: externalID, customer: customer.id, means: means, currency: amount.currency,
      amount: amount.minorUnits, valueDate: date, reference: reference,
      remittanceText: remittanceText, at: context.now)
    books.put(payment, in: context)
    books.post(
      [
        .init(.bank, amount.minorUnits),
        .init(.unappliedCash, -amount.minorUnits, customer: customer.id),
      ],
      amount.currency, on: date, for: ResourceRef(.payment, payment.id), in: context)
    books.record(
      .paymentRecorded, ResourceRef(.payment, payment.id), version: 1, customer: customer.id,
      in: context
    ) {
      $0.member("number", payment.number)
      $0.member("external_id", externalID)
      $0.member("amount_minor", amount.minorUnits)
      $0.member("currency", amount.currency.code)
      $0.member("value_date", date.description)
    }
    return try apply(payment, on: &books, in: context)
  }

  private func shape(
    _ customer: Customer, _ date: CalendarDay, on books: Books, in context: Context
  ) throws(Rejection) {
    var faults = Faults()
    if date > context.today {
      faults.add("payment.value_date", .fieldOutOfRange, "The value date is in the future.")
    }
    if amount.minorUnits <= 0 {
      faults.add("payment.amount.minor_units", .fieldOutOfRange, "An amount received is above 0.")
    }
    if amount.currency != customer.currency {
      faults.add(
        "payment.amount.currency_code", .currencyMismatch,
        "This customer's account is kept in \(customer.currency).")
    }
    for (index, application) in applications.enumerated() {
      faults.check(application.amount, of: amount.currency, at: "applications[\(index)].amount")
    }
    try faults.check()
    guard amount.currency == books.seller.currency else {
      throw Rejection(
        .exchangeRateMissing,
        "There is no exchange rate from \(amount.currency) to \(books.seller.currency).",
        metadata: ["currencyCode": amount.currency.code])
    }
  }

  private func apply(
    _ payment: Payment, on books: inout Books, in context: Context
  ) throws(Rejection) -> Payment {
    let application = PaymentApplication(context: context)
    let named = try application.apply(
      applications.map { .init(item: $0.item, amount: $0.amount?.minorUnits) }, of: payment,
      on: &books)
    guard autoApply, named.unapplied > 0 else { return books.payments[payment.id] ?? named }
    var left = named.unapplied
    var oldest: [PaymentApplication.Asked] = []
    for item in books.openItems(of: payment.customer, in: payment.currency) where left > 0 {
      let amount = min(left, item.open)
      oldest.append(.init(item: item.id, amount: amount))
      left -= amount
    }
    return try application.apply(oldest, of: named, on: &books)
  }
}

extension Faults {
  /// An amount to apply is above zero and in the payment's currency.
  mutating func check(_ amount: Money?, of currency: Currency, at path: String) {
    guard let amount else { return }
    if amount.currency != currency {
      add("\(path).currency_code", .currencyMismatch, "The payment is in \(currency).")
    }
    if amount.minorUnits <= 0 {
      add("\(path).minor_units", .fieldOutOfRange, "An amount to apply is above 0.")
    }
  }
}
