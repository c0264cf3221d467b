import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Return {
  init(_ back: Return, view: O2c_V1_View.Level = .full) {
    self.init()
    name = Names.returned.name(back.id)
    rmaNumber = back.number
    order = Names.order.name(back.order)
    customer = Names.customer.name(back.customer)
    state =
      switch back.state {
      case .requested: .requested
      case .authorized: .authorized
      case .rejected: .rejected
      case .received: .received
      }
    if view != .basic {
      lines = back.lines.map { line in
        .with {
          $0.shipment = Names.shipment(line.shipment, of: back.order)
          $0.lineID = String(line.orderLine)
          $0.quantity = line.quantity.description
          $0.reasonCode = line.reasonCode
          $0.disposition = .init(line.disposition)
          $0.receivedQuantity = line.received.description
          $0.product = Names.product.name(line.product)
          $0.netAmount = .init(line.netAmount, back.currency)
          $0.replacedQuantity = line.replaced.description
        }
      }
    }
    note = back.note
    rejectReason = back.reason
    if back.state == .authorized, let time = back.expireTime { validUntilTime = .init(time) }
    if let time = back.receiveTime { receivedTime = .init(time) }
    createTime = .init(back.createTime)
    updateTime = .init(back.updateTime)
    etag = Etag.text(for: back.version)
  }
}

extension O2c_V1_Return.Disposition {
  init(_ disposition: Return.Disposition) {
    self =
      switch disposition {
      case .restock: .restock
      case .scrap: .scrap
      case .repair: .repair
      }
  }

  /// Nil where it is not said.
  var domain: Return.Disposition? {
    switch self {
    case .restock: .restock
    case .scrap: .scrap
    case .repair: .repair
    case .unspecified, .UNRECOGNIZED: nil
    }
  }
}
