/// Announces goods that are to come in on a day: from then on they can be promised.
///
/// Checks: the warehouse and every product are there, and are kept in stock; the day is not past.
package struct ScheduleReceipt: Command {
  /// Nil: the seller's default.
  package let warehouse: ID<Warehouse>?
  package let reference: String
  package let expectedDate: CalendarDay
  package let lines: [ReceiptLine]

  package init(
    warehouse: ID<Warehouse>? = nil, reference: String = "", expectedDate: CalendarDay,
    lines: [ReceiptLine]
  ) {
    self.warehouse = warehouse
    self.reference = reference
    self.expectedDate = expectedDate
    self.lines = lines
  }

  package var needs: Needs {
    var needs = Needs()
    for line in lines { needs.name(line.product) }
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> StockReceipt {
    var faults = Faults()
    if expectedDate < context.today {
      faults.add("expected_date", .fieldOutOfRange, "The day has passed already.")
    }
    let (warehouse, planned) = try ReceiptCheck(warehouse: warehouse, lines: lines)
      .resolved(on: books, &faults)
    let receipt = StockReceipt(
      id: books.makeID(in: context), warehouse: warehouse, reference: reference, state: .scheduled,
      expectedDate: expectedDate,
      lines: planned.map {
        .init(product: $0.product, quantity: $0.quantity, expected: $0.quantity)
      },
      at: context.now)
    books.put(receipt)
    books.record(
      .stockReceiptScheduled, ResourceRef(.stockReceipt, receipt.id), version: 1, in: context
    ) {
      $0.member("warehouse", "warehouses/\(warehouse)")
      $0.member("expected_date", expectedDate.description)
      $0.member("lines", each: receipt.lines) { line, object in
        object.member("product", "products/\(line.product)")
        object.member("quantity", line.quantity.description)
      }
    }
    return books.receipts[receipt.id] ?? receipt
  }
}
