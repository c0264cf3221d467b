import Domain

/// The facts of a preview as bytes: whole numbers in as few bytes as they need.
struct FactWriter {
  var bytes: [UInt8] = []

  mutating func fixed(_ value: Int64) {
    withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
  }

  /// Signed, seven bits a byte, the lowest first.
  mutating func number(_ value: Int64) {
    var rest = UInt64(bitPattern: value << 1 ^ value >> 63)
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ facts: PreviewFacts) {
    number(facts.isHeld ? 1 : 0)
    number(facts.totals.net)
    number(facts.totals.tax)
    number(facts.totals.gross)
    number(facts.totals.discount)
    number(facts.totals.charges)
    number(Int64(facts.lines.count))
    for line in facts.lines {
      number(line.unitPrice.micros)
      number(line.net)
      number(line.tax)
      number(line.reserved.micros)
      number(line.promisedDate.map { Int64($0.daysSince1970) } ?? .min)
    }
  }
}

struct FactReader {
  var bytes: ArraySlice<UInt8>

  mutating func number() -> Int64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = bytes.popFirst() else { return nil }
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
    }
    return nil
  }

  /// Nil where they do not end where they should.
  mutating func facts() -> PreviewFacts? {
    guard let held = number(), let net = number(), let tax = number(), let gross = number(),
      let discount = number(), let charges = number(), let count = number(),
      (0...Int64(bytes.count)).contains(count)
    else { return nil }
    var lines: [PreviewFacts.Line] = []
    for _ in 0..<count {
      guard let price = number(), let lineNet = number(), let lineTax = number(),
        let reserved = number(), let day = number()
      else { return nil }
      lines.append(
        .init(
          unitPrice: UnitPrice(micros: price), net: lineNet, tax: lineTax,
          reserved: Quantity(micros: reserved),
          promisedDate: Int32(exactly: day).map { CalendarDay(daysSince1970: $0) }))
    }
    guard bytes.isEmpty else { return nil }
    return PreviewFacts(
      lines: lines,
      totals: .init(net: net, tax: tax, gross: gross, discount: discount, charges: charges),
      isHeld: held != 0)
  }
}
