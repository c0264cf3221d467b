import OrderToCashAPI
import Testing

@testable import Service

struct FormatCase: Sendable, CustomTestStringConvertible {
  let format: FieldRule.Format
  let good: [String]
  let bad: [String]

  init(_ format: FieldRule.Format, good: [String], bad: [String]) {
    self.format = format
    self.good = good
    self.bad = bad
  }

  var testDescription: String { "\(format)" }
}

@Suite("Syntax of codes, identifiers and addresses")
struct FormatTests {
  static let cases: [FormatCase] = [
    FormatCase(.currency, good: ["EUR", "eur", "JPY", "KWD"], bad: ["EU", "EURO", "XXX", "€"]),
    FormatCase(
      .country, good: ["DE", "de", "US", "XK"], bad: ["UK", "USA", "D", "ZZ", "EU", "D1"]),
    FormatCase(
      .language, good: ["de", "de-AT", "zh-Hant-TW", "sr-Latn-RS", "es-419", "sl-rozaj", "en-x-a"],
      bad: ["d", "deutsch-sprache-x", "de_AT", "de-", "-de", "de--AT", "de-x"]),
    FormatCase(.unit, good: ["C62", "KGM", "MTR", "H87", "c62"], bad: ["C", "PIECE", "K-G"]),
    FormatCase(.taxCategory, good: ["S", "AE", "s"], bad: ["X", "SS", "19"]),
    FormatCase(
      .vatex, good: ["VATEX-EU-AE", "vatex-eu-132-1a", "VATEX-FR-FRANCHISE"],
      bad: ["VATEX", "VATEX-EU", "EU-AE", "VATEX-EU-", "VATEX-EU-A E"]),
    FormatCase(
      .iban,
      good: [
        "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819",
        "fr1420041010050500013m02606", "NO9386011117947", "BE68539007547034",
      ],
      bad: [
        "DE89370400440532013001", "DE8937040044053201300", "DE98370400440532013000",
        "XX89370400440532013000", "DE893704004405320130000", "DE8937040044053201300O",
      ]),
    FormatCase(
      .bic, good: ["DEUTDEFF", "DEUTDEFF500", "deutdeff"],
      bad: ["DEUTDEF", "DEUTDEFF5", "D3UTDEFF", "DEUTZZFF", "DEUTDEFF50-"]),
    FormatCase(
      .gln, good: ["4012345000009"], bad: ["4012345000008", "401234500000", "401234500000X"]),
    FormatCase(
      .gtin, good: ["96385074", "036000291452", "4006381333931", "14006381333938"],
      bad: ["96385075", "4006381333932", "40063813339", "400638133393I"]),
    FormatCase(
      .email, good: ["a@b.de", "first.last+tag@sub.example.com", "jörg@müller.example"],
      bad: ["a", "a@b", "@b.de", "a@", "a..b@c.de", ".a@c.de", "a b@c.de", "a@-b.de", "a@b@c.de"]),
    FormatCase(
      .phone, good: ["+49 30 123456", "(0)30/12-34.56", "112"],
      bad: ["12", "++49", "49+30", "0123456789012345", "call me"]),
    FormatCase(
      .timeZone, good: ["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC"],
      bad: ["Europe/Berlim", "GMT+1", "Berlin", "../etc/passwd", "/etc/localtime"]),
    FormatCase(
      .paymentTerms,
      good: ["net 30", "2/10 net 30", "EOM+10", "due on receipt", "net 30 then EOM"],
      bad: ["net", "30", "net 400", "2/10", "net -1"]),
    FormatCase(
      .electronicAddress, good: ["0088:4012345000009", "9930:DE136695976", "EM:a@b.de"],
      bad: ["0088:4012345000008", "88:1", "0088", "0088:", "9930:a b", "EM:nobody"]),
    FormatCase(
      .sha256, good: [String(repeating: "0a", count: 32)],
      bad: [String(repeating: "0A", count: 32), String(repeating: "0a", count: 31), "xyz"]),
    FormatCase(
      .pem, good: ["-----BEGIN X-----\nAAAA\nBB==\n-----END X-----\n"],
      bad: [
        "AAAA", "-----BEGIN X-----\nAAAA\n-----END Y-----", "-----BEGIN X-----\n-----END X-----",
        "-----BEGIN X-----\nA A\n-----END X-----",
      ]),
    FormatCase(.json, good: ["{}", "{\"a\": [1]}"], bad: ["", "[]", "{", "1"]),
    FormatCase(.key, good: ["MAIN", "A-1_b.".uppercased()], bad: ["main", "A B", "Ä"]),
    FormatCase(.commodity, good: ["8471", "84713000"], bad: ["847", "84713000123", "8471.30"]),
  ]

  @Test("Each format takes what is right and refuses what is not", arguments: cases)
  func format(_ item: FormatCase) {
    for text in item.good { #expect(item.format.fault(in: text) == nil, "\(text) is right") }
    for text in item.bad { #expect(item.format.fault(in: text) != nil, "\(text) is wrong") }
  }

  @Test(
    "VAT ids have the syntax of their state and its check digits",
    arguments: [
      "ATU13585627", "BE0428759497", "BG175074752", "CY10259033P", "CZ25123891", "DE136695976",
      "DK13585628", "EE100931558", "EL094259216", "ESB58378431", "FI20774740", "FR40303265045",
      "FRK7399859412", "HR33392005961", "HU12892312", "IE6433435F", "IT00743110157",
      "LT119511515", "LU15027442", "LV40003521600", "MT11679112", "NL004495445B01",
      "NL002455799B11", "PL8567346215", "PT501964843", "RO18547290", "SE556188840401",
      "SI50223054", "SK2022749619", "GB980780684", "GBGD001", "GBHA500", "CHE100155212",
      "DE 136.695.976", "BG7523169263", "CZ7103192745", "CZ640903926", "CZ395601439",
      "LV16117519997", "XI980780684",
    ])
  func vatIDs(_ text: String) {
    #expect(FieldRule.Format.vatId.fault(in: text) == nil)
    #expect(FieldRule.Format.vatId.fault(in: text.lowercased()) == nil)
    #expect(FieldRule.Format.vatId.fault(in: text + "00000000000000") != nil)
  }

  @Test(
    "A digit that is wrong is found where the state has a check digit",
    arguments: [
      "ATU13585626", "BE0428759498", "DE136695975", "DK13585629", "EE100931559", "EL094259217",
      "FI20774741", "FR41303265045", "HR33392005962", "HU12892313", "IT00743110158",
      "LU15027443", "MT11679113", "NL004495446B01", "PL8567346216", "PT501964844",
      "SE556188840501", "SI50223055", "SK2022749618", "ZZ123456", "DE", "DE12345678",
      "GB980780685", "GBGD500", "GBHA499", "XI000984191", "BG0107356661", "CZ006659331",
      "DK03821463", "LV00545281940", "PT002689871",
    ])
  func wrongVATIDs(_ text: String) { #expect(FieldRule.Format.vatId.fault(in: text) != nil) }

  @Test(
    "Card numbers are found in any grouping",
    arguments: [
      "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "pay 4111111111111111 now",
      "378282246310005", "5555 5555 5555 4444", "6011111111111117", "3530111333300000",
      "30569309025904", "2223003122003222", "no 12 4111 1111 1111 1111", "(4111111111111111)",
      "4222222222222",
    ])
  func cardNumbers(_ text: String) { #expect(CardNumber.occurs(in: text)) }

  @Test(
    "Other numbers are not taken for card numbers",
    arguments: [
      "", "4111111111111112", "1234567890123456", "0000000000000000", "41111111111111111",
      "DE89370400440532013000", "a4111111111111111", "4111111111111111b", "+49 30 1234567890123",
      "4111  1111  1111  1111", "4111.1111.1111.1111", "41111111111111111111111111111111",
      "8f14e45f-ceea-4671-8f14-e45fceea4671",
    ])
  func otherNumbers(_ text: String) { #expect(!CardNumber.occurs(in: text)) }
}
