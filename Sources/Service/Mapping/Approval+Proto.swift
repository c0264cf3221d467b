import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Approval {
  /// - Parameter now: an open approval is EXPIRED from its time on.
  init(_ approval: Approval, at now: Instant) {
    self.init()
    name = Names.approval.name(approval.id)
    subject = approval.subject.description
    method = approval.method
    permission = approval.permission
    if let amount = approval.amount, amount.minorUnits < largestAmount {
      self.amount = .init(amount)
      summary = "\(approval.action) over \(amount)"
    } else {
      summary = approval.action
    }
    requestedBy = Names.principal.name(approval.requestedBy)
    if let person = approval.decidedBy { decidedBy = Names.principal.name(person) }
    note = approval.note
    decisionNote = approval.decisionNote
    state =
      switch approval.state(at: now) {
      case .open: .open
      case .granted: .granted
      case .denied: .denied
      case .expired: .expired
      }
    expireTime = .init(approval.expireTime)
    if let time = approval.decideTime { decideTime = .init(time) }
    createTime = .init(approval.createTime)
    updateTime = .init(approval.decideTime ?? approval.createTime)
    etag = Etag.text(for: approval.version)
  }
}

extension Approval {
  /// `SetCreditLimit of customers/…`
  fileprivate var action: String {
    "\(method.split(separator: "/").last ?? "") of \(subject)"
  }
}
