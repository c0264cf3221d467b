import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

@Suite("Screens of shipments and of lines that replace")
struct ShipmentScreenTests {
  private func shown<Row: Showable>(_ row: Row) throws -> String {
    let printer = Printer(
      console: RenderingTests.console(width: 160), format: .table, labels: ScreenData.labels)
    try printer.show(row)
    return printer.console.out.text
  }

  @Test("a shipment shows the lots that left, and no column for them where none are named")
  func lots() throws {
    var shipment = Shipment.with {
      $0.name = "orders/a/shipments/b"
      $0.lines = [
        .with {
          $0.lineID = "1"
          $0.quantity = "5"
          $0.lots = [("L-7", "3"), ("L-8", "2")].map { lot in
            .with {
              $0.lotNumber = lot.0
              $0.quantity = lot.1
            }
          }
        }
      ]
    }
    #expect(try shown(shipment).contains("L-7: 3, L-8: 2"))
    shipment.lines[0].lots = []
    #expect(try !shown(shipment).contains("LOTS"))
  }

  @Test("an order line says which return it replaces")
  func replaces() throws {
    var order = ScreenData.held
    let back = ScreenData.goodsReturn.name
    #expect(try !shown(order).contains(back))
    order.lines[0].replacementFor = back
    #expect(try shown(order).contains(back))
  }
}
