internal import Domain

/// The parts of a customer that are stored whole.
extension JSON {
  init(_ check: Customer.VATCheck) {
    self = .object([
      ("valid", .bool(check.isValid)), ("time", .number(check.time.microseconds)),
      ("source", .text(check.source)),
    ])
  }

  var vatCheck: Customer.VATCheck? {
    guard let time = self["time"]?.integer else { return nil }
    return .init(
      isValid: self["valid"] == .bool(true), time: Instant(microseconds: time),
      source: text("source"))
  }

  init(_ delivery: Customer.InvoiceDelivery) {
    self = .object([
      ("channel", .text(delivery.channel.rawValue)), ("address", .text(delivery.address)),
      ("format", .text(delivery.format.rawValue)),
    ])
  }

  var invoiceDelivery: Customer.InvoiceDelivery? {
    guard let channel = Customer.InvoiceDelivery.Channel(rawValue: text("channel")),
      let format = Customer.InvoiceDelivery.Format(rawValue: text("format"))
    else { return nil }
    return .init(channel: channel, address: text("address"), format: format)
  }

  init(_ rules: Customer.InvoiceRules) {
    self = .object([
      ("trigger", .text(rules.trigger.rawValue)), ("grouping", .text(rules.grouping.rawValue)),
    ])
  }

  var invoiceRules: Customer.InvoiceRules? {
    guard let trigger = Customer.InvoiceRules.Trigger(rawValue: text("trigger")),
      let grouping = Customer.InvoiceRules.Grouping(rawValue: text("grouping"))
    else { return nil }
    return .init(trigger: trigger, grouping: grouping)
  }

  init(_ block: Customer.Block) {
    self = .object([
      ("scope", .text(block.scope.rawValue)), ("reason", .text(block.reason)),
      ("since", .number(block.since.microseconds)),
    ])
  }

  var block: Customer.Block? {
    guard let scope = Customer.Block.Scope(rawValue: text("scope")),
      let since = self["since"]?.integer
    else { return nil }
    return .init(scope: scope, reason: text("reason"), since: Instant(microseconds: since))
  }
}
