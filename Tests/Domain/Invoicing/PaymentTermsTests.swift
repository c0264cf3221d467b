import Domain
import Testing

@Suite("Payment terms")
struct PaymentTermsTests {
  @Test(
    "the due date of an invoice of 2026-01-15",
    arguments: [
      ("net 30", "2026-02-14"), ("net 30 EOM", "2026-03-02"), ("net 30 then EOM", "2026-02-28"),
      ("net 31 prox", "2026-02-28"), ("net 15 prox", "2026-02-15"), ("EOM+10", "2026-02-10"),
      ("EOM", "2026-01-31"), ("due on receipt", "2026-01-15"), ("2/10 net 30", "2026-02-14"),
      ("net 0", "2026-01-15"), ("net 366", "2027-01-16"), ("CIA", "2026-01-15"),
      ("COD", "2026-01-15"), ("installments 30% net 0, 30% net 30, 40% net 60", "2026-03-16"),
      ("installments 50% EOM, 50% net 10", "2026-01-31"),
    ])
  func dueDate(text: String, due: String) throws {
    let terms = try #require(PaymentTerms(text))
    #expect(terms.dueDate(from: try #require(CalendarDay("2026-01-15"))).description == due)
    #expect(PaymentTerms(terms.description) == terms)
  }

  @Test("a month that is shorter, and a leap day")
  func clamps() throws {
    let prox = try #require(PaymentTerms("net 31 prox"))
    #expect(
      prox.dueDate(from: try #require(CalendarDay("2028-01-31"))).description == "2028-02-29")
    #expect(
      prox.dueDate(from: try #require(CalendarDay("2026-12-05"))).description == "2027-01-31")
  }

  @Test(
    "any case and spacing is read into one text",
    arguments: [
      ("NET 30 eom", "net 30 EOM"), ("Net  30", "net 30"), ("eom+0", "EOM"),
      ("3/7 2/14 net 60", "3/7 2/14 net 60"), ("2.50/10 NET 30", "2.5/10 net 30"),
      ("DUE ON RECEIPT", "due on receipt"), ("NET 14 THEN EOM", "net 14 then EOM"),
      ("cia", "CIA"), ("Cod", "COD"),
      (
        "INSTALLMENTS 33.3% net 0 , 66.70%  NET 30 eom",
        "installments 33.3% net 0, 66.7% net 30 EOM"
      ),
    ])
  func canonical(text: String, canonical: String) {
    #expect(PaymentTerms(text)?.description == canonical)
  }

  @Test(
    "what is outside the grammar is refused",
    arguments: [
      "", "net", "net x", "net -1", "net 367", "net 9999", "30", "net 30 days", "net 0 prox",
      "net 32 prox", "2/10", "0/10 net 30", "100/10 net 30", "2/10 3/20 net 30",
      "2/10 1/10 net 30", "2/x net 30", "EOM 10", "EOM+", "due", "due on", "then EOM",
      "net 30 EOM 2/10", "2/10 CIA", "CIA 30", "2/10 COD", "installments",
      "installments 100% net 30",
      "installments 50% net 0, 49% net 30", "installments 50% net 0 50% net 30",
      "installments 50% net 0, 50% net 30,", "installments 50% CIA, 50% net 30",
      "installments 50% due on receipt, 50% net 30", "2/10 installments 50% net 0, 50% net 30",
    ])
  func refuses(text: String) { #expect(PaymentTerms(text) == nil) }

  @Test("1,000.01 in 30, 30 and 40 percent: an open item each, the invoice is paid with the last")
  func installments() throws {
    let terms = try #require(PaymentTerms("installments 30% net 0, 30% net 30, 40% net 60"))
    let day = try #require(CalendarDay("2026-01-15"))
    let parts = terms.parts(of: 100_001, from: day)
    #expect(parts.map(\.amount) == [30_000, 30_000, 40_001])
    #expect(parts.map(\.due.description) == ["2026-01-15", "2026-02-14", "2026-03-16"])

    var shop = Shop()
    let product = shop.product("1000.01", taxClass: "ZERO", stock: 1)
    var request = shop.request((product, "1"))
    request.paymentTerms = terms
    let id = try shop.run(PlaceOrder(request)).id
    #expect(shop.books.orders[id]?.credit?.failed == [.terms])
    try shop.run(ReleaseCreditHold(order: id, note: "agreed"))
    try shop.run(ShipOrder(order: id))
    let invoice = try shop.run(InvoiceOrder(order: id))
    #expect(invoice.dueDate?.description == "2026-03-16")
    let items = shop.books.openItems(of: shop.customer, in: .eur)
    #expect(items.map(\.original) == [30_000, 30_000, 40_001])
    for (amount, paid) in [(Int64(30_000), 0), (Int64(70_000), 0), (Int64(1), 1)] {
      try shop.run(
        RecordPayment(
          customer: .id(shop.customer), amount: Money(amount, .eur), autoApply: true))
      #expect(shop.events(.invoicePaid).count == paid)
    }
    #expect(shop.account.openItems == 0)
  }
}
