/// Who owes an order, and who is expected to pay it: what the order says, else what its customer
/// says, else the customer itself.
///
/// It ends after one step: who is named owes, whoever is invoiced for its own orders. The order keeps
/// both for its life; what its customer says later is for later orders.
struct OrderParties: Equatable {
  var debtor: ID<Customer>
  var payer: ID<Customer>

  init(billTo: ID<Customer>?, payer: ID<Customer>?, for customer: Customer) {
    debtor = billTo ?? customer.billTo ?? customer.id
    self.payer = payer ?? customer.payer ?? debtor
  }
}

extension Order {
  /// Keeps what is not as it would be without being said, so that there is one way to say it.
  mutating func settle(_ parties: OrderParties) {
    billTo = parties.debtor == customer ? nil : parties.debtor
    payer = parties.payer == parties.debtor ? nil : parties.payer
  }
}

extension OrderRequest {
  /// The customers that the request itself names beside its own, with their paths.
  var chosenParties: [(path: String, id: ID<Customer>)] {
    var chosen: [(path: String, id: ID<Customer>)] = []
    if let billTo { chosen.append(("order.bill_to", billTo)) }
    if let payer { chosen.append(("order.payer", payer)) }
    return chosen
  }

  /// What is missing of who owes the order. What its customer says is loaded with the customer, so
  /// this is for who was named while the customer's lock was waited for.
  func debtorNeeds(on books: Books, in context: Context) -> Needs? {
    guard let customer = books.find(customer, for: context) else { return nil }
    let debtor = OrderParties(billTo: billTo, payer: payer, for: customer).debtor
    guard debtor != customer.id, books.creditAccounts[debtor] == nil,
      customer.billTo == debtor
    else { return nil }
    var needs = Needs()
    needs.customers.insert(debtor)
    return needs
  }
}

extension Books {
  /// Whom the request names is there, the caller's to see, and in the customer's currency; whom the
  /// customer names is nobody's choice now, and only has to be there still.
  ///
  /// - Returns: the parties, with the row of who owes.
  func parties(
    of request: OrderRequest, for customer: Customer, in context: Context, _ faults: inout Faults
  ) -> (parties: OrderParties, debtor: Customer) {
    for (path, id) in request.chosenParties
    where id != customer.id && !request.knownParties.contains(id) {
      guard let other = customers[id], context.caller.sees(id) else {
        faults.add(path, .referenceNotFound, "There is no such customer.")
        continue
      }
      check(other, of: customer.currency, at: path, &faults)
    }
    let parties = OrderParties(billTo: request.billTo, payer: request.payer, for: customer)
    guard parties.debtor != customer.id, let debtor = customers[parties.debtor] else {
      return (parties, customer)
    }
    if request.billTo == nil || request.knownParties.contains(debtor.id) {
      check(debtor, of: customer.currency, at: "order.bill_to", &faults)
    }
    return (parties, debtor)
  }

  /// Who is to be invoiced or to pay is not gone, and its account is in the currency.
  func check(
    _ party: Customer, of currency: Currency, at path: String, _ faults: inout Faults
  ) {
    if party.currency != currency {
      faults.add(path, .currencyMismatch, "Its account is kept in \(party.currency).")
    }
    if party.isGone { faults.add(path, .referenceNotFound, "This customer is gone.") }
  }
}

extension Customer {
  /// It was merged into another, or its person was cleared.
  package var isGone: Bool { state == .anonymized || mergedInto != nil }
}
