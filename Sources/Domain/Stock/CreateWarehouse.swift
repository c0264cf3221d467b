/// Adds a warehouse; the first one becomes the seller's default. Checks: the code is free.
package struct CreateWarehouse: Command {
  package let code: String
  package let displayName: String
  package let address: Address
  package let handlingDays: Int32

  package init(
    code: String, displayName: String, address: Address, handlingDays: Int32 = 0
  ) {
    self.handlingDays = handlingDays
    self.code = code
    self.displayName = displayName
    self.address = address
  }

  package var needs: Needs {
    var needs = Needs()
    needs.sellerForUpdate = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Warehouse {
    if let existing = books.warehouse(code: code) {
      throw Rejection(
        .resourceExists, "A warehouse with code \"\(code)\" exists already.",
        metadata: ["existing": "warehouses/\(existing.id)", "code": code])
    }
    var warehouse = Warehouse(
      id: books.makeID(in: context), code: code, displayName: displayName, address: address,
      at: context.now)
    warehouse.handlingDays = handlingDays
    books.put(warehouse)
    books.record(
      .warehouseCreated, ResourceRef(.warehouse, warehouse.id), version: 1, in: context
    ) {
      $0.member("code", code)
      $0.member("display_name", displayName)
    }
    var seller = books.seller
    if seller.defaultWarehouse == nil {
      seller.defaultWarehouse = warehouse.id
      seller.updateTime = context.now
      books.put(seller)
      books.record(
        .sellerUpdated, ResourceRef(.seller, seller.id), version: books.seller.version,
        in: context
      ) { $0.member("default_warehouse", "warehouses/\(warehouse.id)") }
    }
    return books.warehouses[warehouse.id] ?? warehouse
  }
}
