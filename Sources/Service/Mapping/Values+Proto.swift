import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Money {
  init(_ minorUnits: Int64, _ currency: Currency) {
    self.init()
    self.minorUnits = minorUnits
    currencyCode = currency.code
  }

  init(_ money: Money) { self.init(money.minorUnits, money.currency) }
}

extension Google_Protobuf_Timestamp {
  init(_ instant: Instant) {
    self.init()
    let (seconds, rest) = instant.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    self.seconds = rest < 0 ? seconds - 1 : seconds
    nanos = Int32(rest < 0 ? rest + 1_000_000 : rest) * 1000
  }
}

extension Google_Type_Date {
  init(_ day: CalendarDay) {
    self.init()
    let (year, month, day) = day.civil
    self.year = Int32(year)
    self.month = Int32(month)
    self.day = Int32(day)
  }
}

extension O2c_V1_Address {
  init(_ address: Address) {
    self.init()
    recipient = address.recipient
    streetLines = address.lines
    city = address.city
    postalCode = address.postalCode
    region = address.region
    countryCode = address.countryCode
  }
}

extension Address {
  init(_ message: O2c_V1_Address) {
    self.init(
      recipient: message.recipient, lines: message.streetLines, city: message.city,
      region: message.region, postalCode: message.postalCode,
      countryCode: message.countryCode.uppercased())
  }
}

extension O2c_V1_Party {
  init(_ party: Party) {
    self.init()
    legalName = party.legalName
    registrationID = party.registrationID
    vatID = party.vatID
    gln = party.gln
    electronicAddress = party.electronicAddress
    if !party.address.isEmpty { address = .init(party.address) }
  }
}

extension Party {
  init(_ message: O2c_V1_Party) {
    self.init(
      legalName: message.legalName, registrationID: message.registrationID,
      vatID: VATID.canonical(message.vatID), gln: message.gln,
      electronicAddress: message.electronicAddress,
      address: message.hasAddress ? Address(message.address) : Address())
  }
}

extension O2c_V1_Rounding {
  init(_ mode: RoundingMode, _ level: TaxLevel) {
    self.init()
    self.mode =
      switch mode {
      case .halfAway: .halfAway
      case .halfEven: .halfEven
      }
    self.level =
      switch level {
      case .document: .document
      case .line: .line
      }
  }
}

extension O2c_V1_TaxTotal {
  init(_ total: TaxTotal, _ currency: Currency) {
    self.init()
    categoryCode = total.category.rawValue
    ratePercent = total.rate.description
    base = .init(total.base, currency)
    tax = .init(total.tax, currency)
    exemptionCode = total.exemptionCode
  }
}
