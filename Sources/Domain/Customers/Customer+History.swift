/// The history of a customer, field by field, as its events tell it.
///
/// What may be personal (names, addresses, contacts, ids, free texts) is not in the log, which
/// nothing can be taken out of: the event names the field and the versions of the customer before
/// and after, and the values stand in those versions, which an erasure removes.
extension JSONText {
  mutating func changes(
    from before: Customer, to after: Customer, versions: ClosedRange<Int64>
  ) {
    let (old, new) = ("version \(versions.lowerBound)", "version \(versions.upperBound)")
    func text(_ value: (some RawRepresentable<String>)?) -> String { value?.rawValue ?? "" }
    func name(_ id: ID<Customer>?) -> String { id.map { "customers/\($0)" } ?? "" }
    func personal<Value: Equatable>(
      _ field: StaticString, _ value: (Customer) -> Value, _ data: inout JSONText
    ) {
      if value(before) != value(after) { data.change(field, old, new) }
    }
    personal("display_name", { $0.displayName }, &self)
    change("external_id", before.externalID ?? "", after.externalID ?? "")
    personal("party.legal_name", { $0.party.legalName }, &self)
    personal("party.registration_id", { $0.party.registrationID }, &self)
    personal("party.vat_id", { $0.party.vatID }, &self)
    personal("party.gln", { $0.party.gln }, &self)
    personal("party.electronic_address", { $0.party.electronicAddress }, &self)
    personal("party.address", { $0.party.address }, &self)
    personal("ship_to", { $0.shipTo }, &self)
    personal("contacts", { $0.contacts }, &self)
    change("state", before.state.rawValue, after.state.rawValue)
    change("language_code", before.languageCode, after.languageCode)
    change("payment_terms", before.paymentTerms.description, after.paymentTerms.description)
    change("price_group", before.priceGroup ?? "", after.priceGroup ?? "")
    change("tax_treatment", before.taxTreatment, after.taxTreatment)
    personal("buyer_reference", { $0.buyerReference }, &self)
    change("bill_to", name(before.billTo), name(after.billTo))
    change("payer", name(before.payer), name(after.payer))
    change("parent", name(before.parent), name(after.parent))
    change("vat_check", before.vatCheck?.text ?? "", after.vatCheck?.text ?? "")
    personal("account_manager", { $0.accountManager }, &self)
    change("payment_means_code", before.paymentMeansCode, after.paymentMeansCode)
    change(
      "invoice_delivery.channel", text(before.invoiceDelivery?.channel),
      text(after.invoiceDelivery?.channel))
    change(
      "invoice_delivery.format", text(before.invoiceDelivery?.format),
      text(after.invoiceDelivery?.format))
    personal("invoice_delivery.address", { $0.invoiceDelivery?.address }, &self)
    change(
      "invoice_rules.trigger", text(before.invoiceRules?.trigger),
      text(after.invoiceRules?.trigger))
    change(
      "invoice_rules.grouping", text(before.invoiceRules?.grouping),
      text(after.invoiceRules?.grouping))
    change(
      "over_shipment_percent", before.overShipment?.description ?? "",
      after.overShipment?.description ?? "")
    change(
      "under_shipment_percent", before.underShipment?.description ?? "",
      after.underShipment?.description ?? "")
    change("merged_into", name(before.mergedInto), name(after.mergedInto))
    personal("annotations", { $0.annotations }, &self)
  }

  /// A field before and after, when it changed.
  mutating func change(_ name: StaticString, _ before: String, _ after: String) {
    guard before != after else { return }
    member(name, each: CollectionOfOne((before, after))) { pair, object in
      object.member("before", pair.0)
      object.member("after", pair.1)
    }
  }
}

extension Customer.VATCheck {
  var text: String { "\(isValid ? "valid" : "not valid") at \(time), \(source)" }
}
