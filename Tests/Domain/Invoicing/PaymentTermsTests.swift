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
      ("net 0", "2026-01-15"), ("net 366", "2027-01-16"),
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
      "net 30 EOM 2/10",
    ])
  func refuses(text: String) { #expect(PaymentTerms(text) == nil) }
}
