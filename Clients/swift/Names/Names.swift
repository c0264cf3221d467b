public import OrderToCashAPI

/// Name of a customer: `customers/{customer}`.
public typealias CustomerName = ResourceName<Customer>

/// Name of a product: `products/{product}`.
public typealias ProductName = ResourceName<Product>

/// Name of a warehouse: `warehouses/{warehouse}`.
public typealias WarehouseName = ResourceName<Warehouse>

/// Name of a stock receipt: `stockReceipts/{receipt}`.
public typealias StockReceiptName = ResourceName<StockReceipt>

/// Name of an order: `orders/{order}`.
public typealias OrderName = ResourceName<Order>

/// Name of a shipment: `orders/{order}/shipments/{shipment}`.
public typealias ShipmentName = ResourceName<Shipment>

/// Name of a credit account: `customers/{customer}/creditAccount`.
public typealias CreditAccountName = ResourceName<CreditAccount>

/// Name of an account balance: `customers/{customer}/accountBalance`.
public typealias AccountBalanceName = ResourceName<AccountBalance>

/// Name of an invoice: `invoices/{invoice}`.
public typealias InvoiceName = ResourceName<Invoice>

/// Name of a payment: `payments/{payment}`.
public typealias PaymentName = ResourceName<Payment>

/// Name of an open item: `openItems/{item}`.
public typealias OpenItemName = ResourceName<OpenItem>

/// Name of a journal entry: `journalEntries/{entry}`.
public typealias JournalEntryName = ResourceName<JournalEntry>

/// Name of an event: `events/{event}`.
public typealias EventName = ResourceName<Event>

/// Name of a seller: `sellers/{seller}`.
public typealias SellerName = ResourceName<Seller>

/// Name of a principal: `principals/{principal}`.
public typealias PrincipalName = ResourceName<Principal>

/// Name of an API key: `principals/{principal}/apiKeys/{key}`.
public typealias ApiKeyName = ResourceName<ApiKey>

/// Name of a return: `returns/{return}`.
public typealias ReturnName = ResourceName<Return>

/// Name of an approval: `approvals/{approval}`.
public typealias ApprovalName = ResourceName<Approval>

/// Name of a policy: `policies/{policy}`.
public typealias PolicyName = ResourceName<Policy>

extension O2c_V1_Customer: NamedResource {
  /// `customers/{customer}`
  public static var namePattern: String { "customers/{customer}" }
  /// Customer, in messages for people.
  public static var noun: String { "customer" }
}

extension O2c_V1_Product: NamedResource {
  /// `products/{product}`
  public static var namePattern: String { "products/{product}" }
  /// Product, in messages for people.
  public static var noun: String { "product" }
}

extension O2c_V1_Warehouse: NamedResource {
  /// `warehouses/{warehouse}`
  public static var namePattern: String { "warehouses/{warehouse}" }
  /// Warehouse, in messages for people.
  public static var noun: String { "warehouse" }
}

extension O2c_V1_StockReceipt: NamedResource {
  /// `stockReceipts/{receipt}`
  public static var namePattern: String { "stockReceipts/{receipt}" }
  /// Stock receipt, in messages for people.
  public static var noun: String { "stock receipt" }
}

extension O2c_V1_Order: NamedResource {
  /// `orders/{order}`
  public static var namePattern: String { "orders/{order}" }
  /// Order, in messages for people.
  public static var noun: String { "order" }
}

extension O2c_V1_Shipment: NamedResource {
  /// `orders/{order}/shipments/{shipment}`
  public static var namePattern: String { "orders/{order}/shipments/{shipment}" }
  /// Shipment, in messages for people.
  public static var noun: String { "shipment" }
}

extension O2c_V1_CreditAccount: NamedResource {
  /// `customers/{customer}/creditAccount`
  public static var namePattern: String { "customers/{customer}/creditAccount" }
  /// Credit account, in messages for people.
  public static var noun: String { "credit account" }
}

extension O2c_V1_AccountBalance: NamedResource {
  /// `customers/{customer}/accountBalance`
  public static var namePattern: String { "customers/{customer}/accountBalance" }
  /// Account balance, in messages for people.
  public static var noun: String { "account balance" }
}

extension O2c_V1_Invoice: NamedResource {
  /// `invoices/{invoice}`
  public static var namePattern: String { "invoices/{invoice}" }
  /// Invoice, in messages for people.
  public static var noun: String { "invoice" }
}

extension O2c_V1_Payment: NamedResource {
  /// `payments/{payment}`
  public static var namePattern: String { "payments/{payment}" }
  /// Payment, in messages for people.
  public static var noun: String { "payment" }
}

extension O2c_V1_OpenItem: NamedResource {
  /// `openItems/{item}`
  public static var namePattern: String { "openItems/{item}" }
  /// Open item, in messages for people.
  public static var noun: String { "open item" }
}

extension O2c_V1_JournalEntry: NamedResource {
  /// `journalEntries/{entry}`
  public static var namePattern: String { "journalEntries/{entry}" }
  /// Journal entry, in messages for people.
  public static var noun: String { "journal entry" }
}

extension O2c_V1_Event: NamedResource {
  /// `events/{event}`
  public static var namePattern: String { "events/{event}" }
  /// Event, in messages for people.
  public static var noun: String { "event" }
}

extension O2c_V1_Seller: NamedResource {
  /// `sellers/{seller}`
  public static var namePattern: String { "sellers/{seller}" }
  /// Seller, in messages for people.
  public static var noun: String { "seller" }
}

extension O2c_V1_Principal: NamedResource {
  /// `principals/{principal}`
  public static var namePattern: String { "principals/{principal}" }
  /// Principal, in messages for people.
  public static var noun: String { "principal" }
}

extension O2c_V1_ApiKey: NamedResource {
  /// `principals/{principal}/apiKeys/{key}`
  public static var namePattern: String { "principals/{principal}/apiKeys/{key}" }
  /// API key, in messages for people.
  public static var noun: String { "API key" }
}

extension O2c_V1_Return: NamedResource {
  /// `returns/{return}`
  public static var namePattern: String { "returns/{return}" }
  /// Return, in messages for people.
  public static var noun: String { "return" }
}

extension O2c_V1_Approval: NamedResource {
  /// `approvals/{approval}`
  public static var namePattern: String { "approvals/{approval}" }
  /// Approval, in messages for people.
  public static var noun: String { "approval" }
}

extension O2c_V1_Policy: NamedResource {
  /// `policies/{policy}`
  public static var namePattern: String { "policies/{policy}" }
  /// Policy, in messages for people.
  public static var noun: String { "policy" }
}

extension ResourceName<Customer> {
  /// The customer's credit account.
  public var creditAccount: CreditAccountName {
    CreditAccountName(stringLiteral: "\(rawValue)/creditAccount")
  }

  /// The customer's account.
  public var accountBalance: AccountBalanceName {
    AccountBalanceName(stringLiteral: "\(rawValue)/accountBalance")
  }
}
