internal import Domain
internal import Postgres

/// Makes rows of the answers and puts them on the books.
struct LoadReader {
  let answers: [LoadStep: ResultSet]

  mutating func read(
    into books: inout Books, of seller: ID<Seller>
  ) throws -> [RequestKey: StoredReply] {
    if let answer = answers[.seller] {
      guard let row = answer.first else { throw StoreError.unknownSeller }
      books.load(try SellerTable.read(row, seller))
    }
    for row in rows(.warehouses) { books.load(try WarehouseTable.read(row)) }
    for row in rows(.taxRules) { books.load(try TaxRuleTable.read(row)) }
    for row in rows(.customers) { books.load(try CustomerTable.read(row)) }
    for row in rows(.creditAccounts) { books.load(try CreditAccountTable.read(row)) }
    // It joined a group while its lock was waited for, so the group's row is not locked.
    for account in books.creditAccounts.rows {
      guard account.group.map({ books.creditAccounts[$0] != nil }) ?? true else {
        throw StoreError.movedMeanwhile
      }
    }
    for row in rows(.policies) { books.load(try PolicyTable.read(row)) }
    for ageing in try AgeingRows.read(rows(.ageings)) { books.load(ageing) }
    for row in rows(.approvals) { books.load(try ApprovalTable.read(row)) }
    for row in rows(.products) { books.load(try ProductTable.read(row)) }
    for row in rows(.prices) { books.load(try PriceTable.read(row)) }
    for row in rows(.stockLevels) { books.load(try StockLevelTable.read(row)) }
    try readDocuments(into: &books)
    for row in rows(.principals) { books.load(try PrincipalTable.read(row)) }
    for row in rows(.apiKeys) { books.load(try APIKeyTable.read(row)) }
    for row in rows(.certificates) { books.load(try CertificateTable.read(row)) }
    for row in rows(.balances) { books.load(try AccountBalanceTable.read(row)) }
    for row in rows(.series) { books.load(try NumberSeriesTable.read(row)) }
    var replies: [RequestKey: StoredReply] = [:]
    for row in rows(.requests) {
      let reply = try RequestTable.read(row)
      replies[reply.key] = reply
    }
    return replies
  }

  private func readDocuments(into books: inout Books) throws(DecodeError) {
    let receiptLines = try answers[.receiptLines].map(StockReceiptLineTable.read) ?? [:]
    for row in rows(.receipts) { books.load(try StockReceiptTable.read(row, receiptLines)) }
    var shipmentLines: [ID<Shipment>: [Shipment.Line]] = [:]
    if let lines = answers[.shipmentLines] {
      shipmentLines = try ShipmentLineTable.read(lines, lots: answers[.shipmentLots])
    }
    for row in rows(.shipments) { books.load(try ShipmentTable.read(row, shipmentLines)) }
    let returnLines = try answers[.returnLines].map(ReturnLineTable.read) ?? [:]
    for row in rows(.returns) { books.load(try ReturnTable.read(row, returnLines)) }
    let orderLines = try answers[.orderLines].map(OrderLineTable.read) ?? [:]
    for row in rows(.orders) {
      let order = try OrderTable.read(row, orderLines)
      // Another waiting order took its place among the first between the two statements.
      if !order.lines.isEmpty { books.load(order) }
    }
    let invoiceLines = try answers[.invoiceLines].map(InvoiceLineTable.read) ?? [:]
    for row in rows(.invoices) { books.load(try InvoiceTable.read(row, invoiceLines)) }
    for row in rows(.itemsOfOrders) { books.load(try OpenItemTable.read(row)) }
    for row in rows(.openItems) { books.load(try OpenItemTable.read(row)) }
    let applications = try answers[.applications].map(PaymentApplicationTable.read) ?? [:]
    for row in rows(.payments) { books.load(try PaymentTable.read(row, applications)) }
  }

  private func rows(_ step: LoadStep) -> [Row] { answers[step].map { Array($0) } ?? [] }
}
