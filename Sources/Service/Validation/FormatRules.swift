import Domain
import Foundation
import OrderToCashAPI

extension FieldRule.Format {
  /// What is wrong with a text that should have this syntax; the text is not empty.
  func fault(in text: String) -> TextFault? {
    switch self {
    case .none, .uuidV7, .resourceName, .decimal, .etag, .pageToken, .filter, .orderBy: nil
    case .currency: check(Currency(text) != nil, "A currency code of ISO 4217, such as EUR.")
    case .country: check(Codes.isCountry(text), "A country code of ISO 3166-1, such as DE.")
    case .language: check(Codes.isLanguage(text), "A language tag of BCP 47, such as de-AT.")
    case .unit: check(Codes.isUnit(text), "A unit code of UN/ECE Recommendation 20, such as C62.")
    case .taxCategory:
      check(
        TaxCategory(rawValue: text.uppercased()) != nil,
        "A tax category of UNCL 5305: S, Z, E, AE, K, G, O, L, M or B.")
    case .vatex: check(Codes.isVATEX(text), "A code of VATEX, such as VATEX-EU-AE.")
    case .iban: identifier(Identifiers.isIBAN(text), "An IBAN with right check digits.")
    case .bic: check(Identifiers.isBIC(text), "A BIC of ISO 9362: 8 or 11 characters.")
    case .gln: identifier(Identifiers.isGLN(text), "A GLN: 13 digits with a right check digit.")
    case .gtin:
      identifier(
        Identifiers.isGTIN(text), "A GTIN: 8, 12, 13 or 14 digits with a right check digit.")
    case .vatId:
      identifier(VATID.isValid(text), "A VAT id with the prefix of its state, such as DE136695976.")
    case .email: check(Addresses.isEmail(text), "A mail address, such as buyer@example.com.")
    case .phone: check(Addresses.isPhone(text), "A phone number, such as +49 30 123456.")
    case .timeZone:
      check(Codes.isTimeZone(text), "A time zone of the IANA database, such as Europe/Berlin.")
    case .paymentTerms:
      check(PaymentTerms(text) != nil, "Payment terms such as \"net 30\" or \"2/10 net 30\".")
    case .electronicAddress:
      check(
        Addresses.isElectronicAddress(text),
        "A scheme of the EAS code list, a colon and the address, such as 0088:4012345000009.")
    case .sha256: check(Codes.isSHA256(text), "A SHA-256 in 64 lower-case hexadecimal digits.")
    case .pem: check(Codes.isPEM(text), "PEM, with its BEGIN and END lines.")
    case .json:
      check(
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any],
        "A JSON object.")
    case .key: check(Codes.isKey(text), "Capital letters, digits, \".\", \"_\" and \"-\".")
    case .commodity: check(Codes.isDigits(text, 4...10), "A commodity code: 4 to 10 digits.")
    case .documentType: check(Codes.isDigits(text, 3...3), "A document type of UNCL 1001.")
    case .paymentMeans:
      check(
        text == "ZZZ" || Codes.isDigits(text, 1...2), "A payment means of UNCL 4461, such as 58.")
    case .lot:
      check(
        text.first?.isWhitespace == false && text.last?.isWhitespace == false,
        "A lot or serial number without spaces at its ends.")
    }
  }

  private func check(_ isRight: Bool, _ description: String) -> TextFault? {
    isRight ? nil : TextFault(.fieldInvalid, description)
  }

  /// Where the standard has check digits.
  private func identifier(_ isRight: Bool, _ description: String) -> TextFault? {
    isRight ? nil : TextFault(.identifierInvalid, description)
  }
}
