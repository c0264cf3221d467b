import Domain
import Simulation

extension Mutant {
  static let goods: [Mutant] = [
    Mutant("more delivered than was shipped", .returnsAndDeliveries) { books, context in
      books.tamper(context, where: { $0.state == .confirmed }) {
        $0.lines[0].delivered = $0.lines[0].shipped + Quantity(micros: 1)
      }
    },
    Mutant("a reservation that went nowhere", .reservationParts) { books, context in
      books.tamper(context, where: { $0.state == .confirmed && $0.lines[0].reserved > .zero }) {
        $0.lines[0].reserved -= Quantity(micros: 1)
      }
    },
  ]
}
