/// How commands find rows. What is not there, and what the caller may not see, look the same.
extension Books {
  package var seller: Seller {
    guard let seller = sellers[sellerID] else {
      preconditionFailure("the seller's own row is loaded with every batch")
    }
    return seller
  }

  package func customer(
    _ id: ID<Customer>, for context: Context
  ) throws(Rejection) -> Customer {
    guard context.caller.sees(id), let customer = customers[id] else {
      throw .notFound("customers/\(id)")
    }
    return customer
  }

  package func order(_ id: ID<Order>, for context: Context) throws(Rejection) -> Order {
    guard let order = orders[id], context.caller.sees(order.customer) else {
      throw .notFound("orders/\(id)")
    }
    return order
  }

  package func invoice(_ id: ID<Invoice>, for context: Context) throws(Rejection) -> Invoice {
    guard let invoice = invoices[id], context.caller.sees(invoice.customer) else {
      throw .notFound("invoices/\(id)")
    }
    return invoice
  }

  package func payment(_ id: ID<Payment>, for context: Context) throws(Rejection) -> Payment {
    guard let payment = payments[id], context.caller.sees(payment.customer) else {
      throw .notFound("payments/\(id)")
    }
    return payment
  }

  package func creditAccount(of customer: ID<Customer>) -> CreditAccount {
    guard let account = creditAccounts[customer] else {
      preconditionFailure("a customer is loaded with its credit account")
    }
    return account
  }

  package func product(sku: String) -> Product? {
    guard let id = index.productBySKU[sku], let product = products[id], product.sku == sku
    else { return nil }
    return product
  }

  package func warehouse(code: String) -> Warehouse? {
    guard let id = index.warehouseByCode[code], let warehouse = warehouses[id],
      warehouse.code == code
    else { return nil }
    return warehouse
  }

  package func customer(externalID: String) -> Customer? {
    guard let id = index.customerByExternalID[externalID], let customer = customers[id],
      customer.externalID == externalID
    else { return nil }
    return customer
  }

  package func order(externalID: String) -> Order? {
    guard let id = index.orderByExternalID[externalID], let order = orders[id],
      order.externalID == externalID
    else { return nil }
    return order
  }

  package func payment(externalID: String) -> Payment? {
    guard let id = index.paymentByExternalID[externalID], let payment = payments[id],
      payment.externalID == externalID
    else { return nil }
    return payment
  }

  package func prices(of product: ID<Product>) -> [Price] {
    (index.pricesByProduct[product] ?? []).compactMap { prices[$0] }
  }

  package func stockLevel(_ key: StockKey) -> StockLevel {
    stockLevels[key] ?? StockLevel(key: key)
  }

  package func openItems(of order: ID<Order>) -> [OpenItem] {
    (index.itemsByOrder[order] ?? []).compactMap { openItems[$0] }.sorted { $0.id < $1.id }
  }

  /// Debit items with something open, by due date and id, the first `Needs.itemLimit`.
  package func openItems(of customer: ID<Customer>, in currency: Currency) -> [OpenItem] {
    let open = (index.itemsByCustomer[customer] ?? []).compactMap { openItems[$0] }
      .filter { $0.open > 0 && $0.currency == currency && $0.customer == customer }
      .sorted { $0.dueDate == $1.dueDate ? $0.id < $1.id : $0.dueDate < $1.dueDate }
    return Array(open.prefix(Needs.itemLimit))
  }

  /// All shipments of an order, in the order of their making.
  package func shipments(of order: ID<Order>) -> [Shipment] {
    (index.shipmentsByOrder[order] ?? []).compactMap { shipments[$0] }.sorted { $0.id < $1.id }
  }

  /// All returns of an order, likewise.
  package func returns(of order: ID<Order>) -> [Return] {
    (index.returnsByOrder[order] ?? []).compactMap { returns[$0] }.sorted { $0.id < $1.id }
  }

  package func balance(_ key: AccountKey) -> AccountBalance {
    balances[key] ?? AccountBalance(key: key)
  }
}
