import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_CreditAccount {
  /// - Parameter today: the seller's business date, on which a temporary limit is in force or not.
  init(_ account: CreditAccount, today: CalendarDay) {
    self.init()
    let currency = account.currency
    name = Names.creditAccount.name(of: account.customer)
    customer = Names.customer.name(account.customer)
    limit = .init(account.limit, currency)
    if let temporary = account.temporaryLimit {
      temporaryLimit = .with {
        $0.amount = .init(temporary.amount, currency)
        $0.untilDate = .init(temporary.until)
      }
    }
    exposure = .with {
      $0.orders = .init(account.openOrders, currency)
      $0.unbilledShipments = .init(account.unbilledShipments, currency)
      $0.openItems = .init(account.openItems, currency)
      $0.unapplied = .init(account.unappliedCash, currency)
      $0.total = .init(account.exposure, currency)
    }
    let inForce = account.limit(on: today)
    headroom = .init(inForce - account.exposure, currency)
    if inForce > 0 {
      utilizationPercent = Self.percent(account.exposure, of: inForce)
    }
    updateTime = .init(account.updateTime)
    etag = Etag.text(for: account.version)
  }

  /// With at most 2 fraction digits: hundredths of a percent are ten thousandths of the whole.
  private static func percent(_ part: Int64, of whole: Int64) -> String {
    let hundredths = rounded(Int128(part) * 10_000, over: Int128(whole), .halfAway)
    guard let micros = Int64(exactly: hundredths * 10_000) else { return "" }
    return Percent(micros: micros).description
  }
}
