import OrderToCash

/// The customers and products that Benchmarks/Floor/seed.sql makes, by number.
enum SeededGoods {
  static let customers = 5000
  static let products = 1000

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  static func customer(_ number: Int) -> String { "customers/" + id(0x0190_0000_0000_7C00, number) }
  static func product(_ number: Int) -> String { "products/" + id(0x0190_0000_0000_7D00, number) }

  /// An order of three lines as the floor's script draws it: one product of each third.
  static func order(_ chance: inout Chance) -> Order {
    order(
      customer: .random(in: 1...customers, using: &chance),
      products: [
        .random(in: 1...333, using: &chance), .random(in: 334...666, using: &chance),
        .random(in: 667...products, using: &chance),
      ], quantities: ["2", "3", "5"])
  }

  /// Always the same customer and product.
  static let hotOrder = order(customer: 1, products: [1], quantities: ["1"])

  private static func order(customer number: Int, products: [Int], quantities: [String]) -> Order {
    .with {
      $0.customer = customer(number)
      $0.lines = zip(products, quantities).map { product, quantity in
        .with {
          $0.product = Self.product(product)
          $0.quantity = quantity
        }
      }
    }
  }

  /// A UUID with a count in its lower half, as 26 characters of Crockford base32.
  private static func id(_ high: UInt64, _ number: Int) -> String {
    var high = high
    var low = 1 << 63 | UInt64(number)
    var bytes = [UInt8](repeating: 0, count: 26)
    for index in bytes.indices.reversed() {
      bytes[index] = digits[Int(low & 31)]
      low = low >> 5 | high << 59
      high >>= 5
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
