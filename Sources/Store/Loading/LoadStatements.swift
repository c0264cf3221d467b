internal import Postgres

/// The statements of loading. Those that follow references share one list of parameters, `$1` to
/// `$26` of `LoadPlanBuilder`; the plain ones take the seller and the keys.
enum LoadStatements {
  // MARK: Which rows

  private static let customersOfAll: StaticString = """
    $2 || ARRAY(
      SELECT c.customer_id FROM customers c WHERE c.seller_id = $1 AND c.external_id = ANY($3)
      UNION SELECT unnest(ARRAY[o.customer_id, o.bill_to_id]) FROM orders o
        WHERE o.seller_id = $1 AND o.order_id = ANY($6)
      UNION SELECT i.customer_id FROM invoices i WHERE i.seller_id = $1 AND i.invoice_id = ANY($8)
      UNION SELECT i.customer_id FROM open_items i WHERE i.seller_id = $1 AND i.item_id = ANY($9)
      UNION SELECT p.customer_id FROM payments p WHERE p.seller_id = $1 AND p.payment_id = ANY($11)
      UNION SELECT a.customer_id FROM payment_applications a
        WHERE a.seller_id = $1 AND a.payment_id = ANY($11)
      UNION SELECT i.customer_id FROM payment_applications a
          JOIN open_items i ON i.seller_id = $1 AND i.item_id = a.item_id
        WHERE a.seller_id = $1 AND a.payment_id = ANY($11)
      UNION SELECT unnest(ARRAY[o.customer_id, o.bill_to_id]) FROM invoices i
          JOIN orders o ON o.seller_id = $1 AND o.order_id = i.order_id
        WHERE i.seller_id = $1 AND i.invoice_id = ANY($8)
      UNION SELECT unnest(ARRAY[o.customer_id, o.bill_to_id]) FROM returns r
          JOIN orders o ON o.seller_id = $1 AND o.order_id = r.order_id
        WHERE r.seller_id = $1 AND r.return_id = ANY($18))
    """

  /// Who names one of `$26`; merges and erasures ask.
  private static let dependents: StaticString = """
     || ARRAY(
      SELECT c.customer_id FROM customers c WHERE c.seller_id = $1 AND c.bill_to_id = ANY($26)
      UNION SELECT c.customer_id FROM customers c WHERE c.seller_id = $1 AND c.payer_id = ANY($26)
      UNION SELECT c.customer_id FROM customers c WHERE c.seller_id = $1 AND c.parent_id = ANY($26)
      UNION SELECT a.customer_id FROM credit_accounts a
        WHERE a.seller_id = $1 AND a.group_id = ANY($26))
    """

  /// Before it the keys of customers, made once; `wanted.ids` are these and whom their orders are
  /// invoiced to.
  private static let beforeNamed: StaticString = "WITH named AS MATERIALIZED (SELECT "
  private static let wanted: StaticString = """
     AS ids), wanted AS MATERIALIZED (SELECT n.ids || ARRAY(
        SELECT c.bill_to_id FROM customers c WHERE c.seller_id = $1 AND c.customer_id = ANY(n.ids)
          AND c.bill_to_id IS NOT NULL) AS ids FROM named n)

    """
  private static let wantedIDs: StaticString = "(SELECT ids FROM wanted)::uuid[]"

  private static let productsOfAll: StaticString = """
    $4 || ARRAY(
      SELECT p.product_id FROM products p WHERE p.seller_id = $1 AND p.sku = ANY($5)
      UNION SELECT l.product_id FROM order_lines l WHERE l.seller_id = $1 AND l.order_id = ANY($6)
      UNION SELECT l.product_id FROM order_lines l WHERE l.seller_id = $1 AND l.order_id = ANY(ARRAY(
        SELECT r.order_id FROM returns r WHERE r.seller_id = $1 AND r.return_id = ANY($18)))
      UNION SELECT r.product_id FROM stock_receipt_lines r
        WHERE r.seller_id = $1 AND r.receipt_id = ANY($19))
    """

  private static let pricedProducts: StaticString = """
    $4 || ARRAY(
      SELECT p.product_id FROM products p WHERE p.seller_id = $1 AND p.sku = ANY($5)
      UNION SELECT l.product_id FROM order_lines l WHERE l.seller_id = $1 AND l.order_id = ANY($17))
    """

  private static let ordersOfAll: StaticString = """
    $6 || ARRAY(
      SELECT o.order_id FROM orders o WHERE o.seller_id = $1 AND o.external_id = ANY($7)
      UNION SELECT i.order_id FROM invoices i WHERE i.seller_id = $1 AND i.invoice_id = ANY($8)
      UNION SELECT r.order_id FROM returns r WHERE r.seller_id = $1 AND r.return_id = ANY($18))
    """

  /// Confirmed orders that lack one of the products, in the order of `WaitingLine`, the first `$20`
  /// a product.
  private static let waitingOrders: StaticString = """
     || ARRAY(
      SELECT w.order_id FROM unnest($13 || ARRAY(
          SELECT p.product_id FROM products p WHERE p.seller_id = $1 AND p.sku = ANY($14)
          UNION SELECT l.product_id FROM order_lines l
            WHERE l.seller_id = $1 AND l.order_id = ANY($15))) AS wanted (product_id),
        LATERAL (
          SELECT o.order_id FROM order_lines l
            JOIN orders o ON o.seller_id = $1 AND o.order_id = l.order_id
          WHERE l.seller_id = $1 AND l.product_id = wanted.product_id AND l.is_stocked
            AND l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 > l.reserved_e6
            AND o.state = 'CONFIRMED'
          GROUP BY o.order_id, o.priority, o.requested_date, o.confirm_time, o.create_time
          ORDER BY o.priority DESC,
            min(coalesce(l.promised_date, o.requested_date, DATE 'infinity')),
            coalesce(o.confirm_time, o.create_time), o.order_id
          LIMIT $20) AS w)
    """

  /// Orders whose reservations of the products have lapsed, and those that hold the products at all.
  /// The second is asked by forced adjustments only and has no index of its own: see the decision on
  /// reservations.
  private static let holdingOrders: StaticString = """
     || ARRAY(
      SELECT o.order_id FROM orders o
        WHERE o.seller_id = $1 AND o.reserve_until_time <= $22 AND EXISTS (
          SELECT FROM order_lines l WHERE l.seller_id = $1 AND l.order_id = o.order_id
            AND l.product_id = ANY($21) AND l.reserved_e6 > 0)
      UNION SELECT l.order_id FROM order_lines l WHERE cardinality($23) > 0
        AND l.seller_id = $1 AND l.product_id = ANY($23) AND l.reserved_e6 > 0)
    """

  // MARK: Locked

  static let seller = Statement(
    "SELECT ", SellerTable.columns, " FROM sellers WHERE seller_id = $1")
  static let sellerForUpdate = Statement(
    "SELECT ", SellerTable.columns, " FROM sellers WHERE seller_id = $1 FOR NO KEY UPDATE")

  static let creditAccounts = creditAccounts(of: "$2")
  static let creditAccountsOfAll = creditAccounts(of: customersOfAll)
  static let creditAccountsOfDependents = creditAccounts(of: customersOfAll, dependents)

  /// With the accounts of who owes and of their groups, which are locked first.
  private static func creditAccounts(
    of customers: StaticString, _ others: StaticString = ""
  ) -> Statement {
    Statement(
      beforeNamed, customers, others, wanted, "SELECT ", CreditAccountTable.columns,
      " FROM credit_accounts WHERE seller_id = $1 AND customer_id = ANY(", wantedIDs,
      """
       || ARRAY(
          SELECT m.group_id FROM credit_accounts m
          WHERE m.seller_id = $1 AND m.customer_id = ANY(
      """, wantedIDs,
      """
      ) AND m.group_id IS NOT NULL))
      ORDER BY group_id IS NOT NULL, customer_id FOR NO KEY UPDATE
      """)
  }

  static let stockLevels = Statement(
    "SELECT ", StockLevelTable.columns,
    """
     FROM stock_levels WHERE seller_id = $1 AND product_id = ANY($2)
    ORDER BY product_id, warehouse_id FOR NO KEY UPDATE
    """)
  static let stockLevelsOfAll = Statement(
    "SELECT ", StockLevelTable.columns,
    " FROM stock_levels WHERE seller_id = $1 AND product_id = ANY(", productsOfAll,
    ") ORDER BY product_id, warehouse_id FOR NO KEY UPDATE")

  static let orders = Statement(
    "SELECT ", OrderTable.columns, " FROM orders WHERE seller_id = $1 AND order_id = ANY(",
    ordersOfAll, ") ORDER BY order_id FOR NO KEY UPDATE")
  static let ordersAndWaiting = Statement(
    "SELECT ", OrderTable.columns, " FROM orders WHERE seller_id = $1 AND order_id = ANY(",
    ordersOfAll, waitingOrders, ") ORDER BY order_id FOR NO KEY UPDATE")

  static let ordersWaitingAndHolding = Statement(
    "SELECT ", OrderTable.columns, " FROM orders WHERE seller_id = $1 AND order_id = ANY(",
    ordersOfAll, waitingOrders, holdingOrders, ") ORDER BY order_id FOR NO KEY UPDATE")

  static let invoices = Statement(
    "SELECT ", InvoiceTable.columns,
    """
     FROM invoices WHERE seller_id = $1 AND invoice_id = ANY($8)
    ORDER BY invoice_id FOR NO KEY UPDATE
    """)

  /// With an item come the others of its invoice: with the last of them it is paid.
  static let openItems = Statement(
    """
    WITH wanted AS (SELECT $9 || ARRAY(
        SELECT a.item_id FROM payment_applications a
          WHERE a.seller_id = $1 AND a.payment_id = ANY($11)
        UNION SELECT i.item_id FROM open_items i WHERE i.seller_id = $1 AND i.invoice_id = ANY($8)
        UNION SELECT o.item_id FROM unnest($10 || ARRAY(
            SELECT c.customer_id FROM customers c
            WHERE c.seller_id = $1 AND c.external_id = ANY($16))) AS wanted (customer_id), LATERAL (
            SELECT i.item_id FROM open_items i
            WHERE i.seller_id = $1 AND i.customer_id = wanted.customer_id AND i.open_minor > 0
            ORDER BY i.due_date, i.item_id LIMIT 500) AS o) AS ids)
    SELECT
    """, " ", OpenItemTable.columns,
    """
     FROM open_items WHERE seller_id = $1 AND item_id = ANY(ARRAY(
        SELECT s.item_id FROM open_items i
          JOIN open_items s ON s.seller_id = $1 AND s.invoice_id = i.invoice_id
        WHERE i.seller_id = $1 AND i.item_id = ANY((SELECT ids FROM wanted)::uuid[])))
    ORDER BY item_id FOR NO KEY UPDATE
    """)

  static let payments = Statement(
    "SELECT ", PaymentTable.columns,
    """
     FROM payments WHERE seller_id = $1 AND payment_id = ANY($11 || ARRAY(
        SELECT p.payment_id FROM payments p WHERE p.seller_id = $1 AND p.external_id = ANY($12)))
    ORDER BY payment_id FOR NO KEY UPDATE
    """)

  /// `$2` principals, `$3` API keys, `$4` fingerprints, `$5` all of them, `$6` who is bound to these
  /// customers.
  static let principals = Statement(
    "SELECT ", PrincipalTable.columns,
    """
     FROM principals WHERE seller_id = $1 AND ($5 OR customers && $6 OR principal_id = ANY($2 || ARRAY(
        SELECT k.principal_id FROM api_keys k WHERE k.seller_id = $1 AND k.api_key_id = ANY($3)
        UNION SELECT c.principal_id FROM certificates c
          WHERE c.seller_id = $1 AND c.fingerprint = ANY($4))))
    ORDER BY principal_id FOR NO KEY UPDATE
    """)
  static let apiKeys = Statement(
    "SELECT ", APIKeyTable.columns,
    """
     FROM api_keys
    WHERE seller_id = $1 AND ($5 OR api_key_id = ANY($3) OR principal_id = ANY($2))
    ORDER BY api_key_id FOR NO KEY UPDATE
    """)
  static let certificates = Statement(
    "SELECT ", CertificateTable.columns,
    """
     FROM certificates
    WHERE seller_id = $1 AND ($5 OR fingerprint = ANY($4) OR principal_id = ANY($2))
    ORDER BY certificate_id FOR NO KEY UPDATE
    """)

  static let balances = Statement(
    "SELECT ", AccountBalanceTable.columns,
    """
     FROM account_balances WHERE seller_id = $1 AND account = ANY($2)
    ORDER BY account, currency_code FOR NO KEY UPDATE
    """)
  static let series = Statement(
    "SELECT ", NumberSeriesTable.columns,
    """
     FROM number_series WHERE seller_id = $1 AND kind = ANY($2)
    ORDER BY kind, year FOR NO KEY UPDATE
    """)

  static let approvals = Statement(
    "SELECT ", ApprovalTable.columns,
    """
     FROM approvals WHERE seller_id = $1 AND approval_id = ANY($2)
    ORDER BY approval_id FOR NO KEY UPDATE
    """)

  // MARK: Read

  static let policies = Statement(
    "SELECT ", PolicyTable.columns, " FROM policies WHERE seller_id = $1")
  static let policiesGranted = Statement(
    "SELECT ", PolicyTable.columnsWithoutTests,
    " FROM policies WHERE seller_id = $1 AND decision = 'GRANTED'")
  static let ageings = ageings(of: "$2")
  static let ageingsOfAll = ageings(of: customersOfAll)

  private static func ageings(of customers: StaticString) -> Statement {
    Statement(
      beforeNamed, customers, wanted, AgeingRows.selection, wantedIDs, AgeingRows.grouping)
  }

  static let warehouses = Statement(
    "SELECT ", WarehouseTable.columns, " FROM warehouses WHERE seller_id = $1")
  static let taxRules = Statement(
    "SELECT ", TaxRuleTable.columns, " FROM tax_rules WHERE seller_id = $1")

  static let customers = customers(of: "$2")
  static let customersWithReferences = customers(of: customersOfAll)
  static let customersWithDependents = customers(of: customersOfAll, dependents)

  private static func customers(
    of customers: StaticString, _ others: StaticString = ""
  ) -> Statement {
    Statement(
      beforeNamed, customers, others, wanted, "SELECT ", CustomerTable.columns,
      " FROM customers WHERE seller_id = $1 AND customer_id = ANY(", wantedIDs, ")")
  }

  static let products = Statement(
    "SELECT ", ProductTable.columns,
    " FROM products WHERE seller_id = $1 AND product_id = ANY($2)")
  static let productsWithReferences = Statement(
    "SELECT ", ProductTable.columns,
    " FROM products WHERE seller_id = $1 AND product_id = ANY(", productsOfAll, ")")

  /// `$3` the customers whose own prices matter. Two `= ANY` on one index would look up every
  /// product for every customer; a hashed subselect is asked only where a price is a customer's own.
  static let prices = Statement(
    "SELECT ", PriceTable.columns,
    """
     FROM prices WHERE seller_id = $1 AND product_id = ANY($2)
      AND (customer_id = '00000000-0000-0000-0000-000000000000'
        OR customer_id IN (SELECT unnest($3)))
    """)
  static let pricesWithReferences = Statement(
    "SELECT ", PriceTable.columns, " FROM prices WHERE seller_id = $1 AND product_id = ANY(",
    pricedProducts,
    """
    ) AND (customer_id = '00000000-0000-0000-0000-000000000000'
        OR customer_id IN (SELECT unnest(
    """, customersOfAll, ")))")
  static let allPrices = Statement(
    "SELECT ", PriceTable.columns, " FROM prices WHERE seller_id = $1 AND product_id = ANY(",
    pricedProducts, ")")

  static let orderLines = Statement(
    "SELECT ", OrderLineTable.columns, " FROM order_lines WHERE seller_id = $1 AND order_id = ANY(",
    ordersOfAll, ") ORDER BY order_id, line_number")
  static let orderLinesAndWaiting = Statement(
    "SELECT ", OrderLineTable.columns, " FROM order_lines WHERE seller_id = $1 AND order_id = ANY(",
    ordersOfAll, waitingOrders, ") ORDER BY order_id, line_number")

  static let orderLinesWaitingAndHolding = Statement(
    "SELECT ", OrderLineTable.columns, " FROM order_lines WHERE seller_id = $1 AND order_id = ANY(",
    ordersOfAll, waitingOrders, holdingOrders, ") ORDER BY order_id, line_number")

  static let invoiceLines = Statement(
    "SELECT ", InvoiceLineTable.columns,
    """
     FROM invoice_lines WHERE seller_id = $1 AND invoice_id = ANY($8)
    ORDER BY invoice_id, line_number
    """)
  static let itemsOfOrders = Statement(
    "SELECT ", OpenItemTable.columns,
    " FROM open_items WHERE seller_id = $1 AND order_id = ANY(", ordersOfAll, ")")
  static let applications = Statement(
    "SELECT ", PaymentApplicationTable.columns,
    """
     FROM payment_applications WHERE seller_id = $1 AND payment_id = ANY($11 || ARRAY(
        SELECT p.payment_id FROM payments p WHERE p.seller_id = $1 AND p.external_id = ANY($12)))
    ORDER BY payment_id, position
    """)

  static let receipts = Statement(
    "SELECT ", StockReceiptTable.columns,
    " FROM stock_receipts WHERE seller_id = $1 AND receipt_id = ANY($2)")
  static let receiptLines = Statement(
    "SELECT ", StockReceiptLineTable.columns,
    """
     FROM stock_receipt_lines WHERE seller_id = $1 AND receipt_id = ANY($2)
    ORDER BY receipt_id, position
    """)

  // MARK: Under the order's lock

  private static let shipmentsOfAll: StaticString = """
     FROM shipments WHERE seller_id = $1 AND order_id = ANY($24 || ARRAY(
        SELECT r.order_id FROM returns r WHERE r.seller_id = $1 AND r.return_id = ANY($18)))
    """
  private static let returnsOfAll: StaticString = """
     FROM returns WHERE seller_id = $1 AND order_id = ANY($25 || ARRAY(
        SELECT r.order_id FROM returns r WHERE r.seller_id = $1 AND r.return_id = ANY($18)))
    """

  static let shipments = Statement("SELECT ", ShipmentTable.columns, shipmentsOfAll)
  static let shipmentLines = Statement(
    "SELECT ", ShipmentLineTable.columns,
    " FROM shipment_lines WHERE seller_id = $1 AND shipment_id = ANY(ARRAY(SELECT shipment_id",
    shipmentsOfAll, ")) ORDER BY shipment_id, position")
  static let shipmentLots = Statement(
    "SELECT ", ShipmentLotTable.columns,
    " FROM shipment_lots WHERE seller_id = $1 AND shipment_id = ANY(ARRAY(SELECT shipment_id",
    shipmentsOfAll, ")) ORDER BY shipment_id, line_position, position")
  static let returns = Statement("SELECT ", ReturnTable.columns, returnsOfAll)
  static let returnLines = Statement(
    "SELECT ", ReturnLineTable.columns,
    " FROM return_lines WHERE seller_id = $1 AND return_id = ANY(ARRAY(SELECT return_id",
    returnsOfAll, ")) ORDER BY return_id, line_number")
}
