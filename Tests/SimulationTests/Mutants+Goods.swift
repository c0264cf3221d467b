import Domain
import Simulation

extension Mutant {
  static let goods: [Mutant] = [
    Mutant("a return replaced by nothing", .returnsAndDeliveries) { books, context in
      guard var back = books.returns.rows.min(by: { $0.id < $1.id }) else { return }
      back.lines[0].replaced += Quantity(micros: 1)
      books.put(back)
    },
    Mutant("lots that do not come to what left", .sumOfDocuments) { books, context in
      let order = books.orders.rows.filter { $0.state == .confirmed }.min { $0.id < $1.id }
      guard var order, let index = order.lines.indices.first else { return }
      let one = Quantity(whole: 1)
      order.lines[index].ordered += one
      order.lines[index].shipped += one
      books.put(order, in: context)
      books.put(
        Shipment(
          id: books.makeID(in: context), number: "SH-2030-000002", order: order.id,
          customer: order.customer,
          lines: [
            .init(
              orderLine: order.lines[index].number, product: order.lines[index].product,
              warehouse: order.lines[index].warehouse, quantity: one,
              lots: [.init(number: "L-1", quantity: one + one)])
          ], carrier: "", trackingNumber: "", shipDate: context.today, at: context.now))
    },
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
