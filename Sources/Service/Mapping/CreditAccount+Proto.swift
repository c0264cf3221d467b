import Domain
import OrderToCashAPI
import Store
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
    if account.isGroupHead {
      groupExposure = .with {
        $0.unapplied = .init(account.unappliedCash + account.membersUnappliedCash, currency)
        $0.total = .init(account.groupExposure, currency)
      }
    }
    let inForce = account.limit(on: today)
    let owed = account.isGroupHead ? account.groupExposure : account.exposure
    headroom = .init(inForce - owed, currency)
    if inForce > 0 { utilizationPercent = Self.percent(owed, of: inForce) }
    setProfile(account)
    updateTime = .init(account.updateTime)
    etag = Etag.text(for: account.version)
  }

  /// - Parameter isFull: with the parts of the score.
  init(_ standing: CreditStanding, today: CalendarDay, isFull: Bool = true) {
    self.init(standing.account, today: today)
    if isFull { scoreParts = standing.scoreParts.map { .init($0) } }
    let currency = standing.account.currency
    overdueAmount = .init(standing.overdue, currency)
    if let oldest = standing.oldestDue {
      oldestOverdueDays = max(0, today.daysSince1970 - oldest.daysSince1970)
    }
  }

  private mutating func setProfile(_ account: CreditAccount) {
    if let points = account.score { score = Int32(clamping: points) }
    if let riskClass = account.riskClass { self.riskClass = .init(riskClass) }
    if let limit = account.proposedLimit { proposedLimit = .init(limit, account.currency) }
    if let group = account.group { self.group = Names.customer.name(group) }
    blocked = account.isBlocked
    blockReason = account.blockReason
    if account.insured > 0 { insuredAmount = .init(account.insured, account.currency) }
    if let rating = account.externalRating { externalRating = Int32(clamping: rating) }
    if let day = account.nextReview { nextReviewDate = .init(day) }
    agreedTerms = account.agreedTerms?.description ?? ""
    if let approval = account.approval { self.approval = Names.approval.name(approval) }
  }

  /// With at most 2 fraction digits: hundredths of a percent are ten thousandths of the whole.
  private static func percent(_ part: Int64, of whole: Int64) -> String {
    let hundredths = rounded(Int128(part) * 10_000, over: Int128(whole), .halfAway)
    guard let micros = Int64(exactly: hundredths * 10_000) else { return "" }
    return Percent(micros: micros).description
  }
}

extension O2c_V1_CreditAccount.ScorePart {
  init(_ part: CreditScorePart) {
    self.init()
    factor = part.factor.rawValue
    points = Int32(clamping: part.points)
    guard let found = part.found else { return }
    value =
      switch part.factor {
      case .daysBeyondTerms: found == "1" ? "1 day" : "\(found) days"
      case .overdueShare: "\(found) %"
      case .age: found == "1" ? "1 month" : "\(found) months"
      case .incidents, .externalRating: found
      }
  }
}
