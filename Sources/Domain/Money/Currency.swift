/// A currency of ISO 4217 with the number of digits of its minor unit.
package struct Currency: Hashable, Sendable {
  /// Three upper-case letters, packed.
  private let packed: UInt32
  package let digits: Int

  /// Nil unless the code, in any case, is an active currency.
  package init?(_ code: some StringProtocol) {
    var packed: UInt32 = 0
    var count = 0
    for byte in code.utf8 {
      let upper = byte >= 97 && byte <= 122 ? byte - 32 : byte
      guard upper >= 65, upper <= 90, count < 3 else { return nil }
      packed = packed << 8 | UInt32(upper)
      count += 1
    }
    guard count == 3, let digits = Self.table[packed] else { return nil }
    self.packed = packed
    self.digits = digits
  }

  private init(known code: StaticString) {
    packed = Self.pack(code.description)
    digits = Self.table[packed] ?? 2
  }

  package static let eur = Currency(known: "EUR")
  package static let usd = Currency(known: "USD")

  package var code: String {
    String(unsafeUninitializedCapacity: 3) { buffer in
      buffer[0] = UInt8(truncatingIfNeeded: packed >> 16)
      buffer[1] = UInt8(truncatingIfNeeded: packed >> 8)
      buffer[2] = UInt8(truncatingIfNeeded: packed)
      return 3
    }
  }

  private static func pack(_ code: some StringProtocol) -> UInt32 {
    code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// ISO 4217 list one, active codes of money (no metals, funds or test codes but CLF and UYW).
  private static let table: [UInt32: Int] = {
    let byDigits: [(Int, String)] = [
      (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
      (3, "BHD IQD JOD KWD LYD OMR TND"),
      (4, "CLF UYW"),
      (
        2,
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
        CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
        GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL \
        MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN \
        PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP \
        SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
        """
      ),
    ]
    var table: [UInt32: Int] = [:]
    for (digits, codes) in byDigits {
      for code in codes.split(whereSeparator: \.isWhitespace) { table[pack(code)] = digits }
    }
    return table
  }()
}

extension Currency: CustomStringConvertible {
  package var description: String { code }
}
