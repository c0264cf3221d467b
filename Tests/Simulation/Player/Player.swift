package import Domain

/// Plays an order-to-cash company from a seed: it opens shop, then throws dice for what happens
/// next, mostly sensible, sometimes not. It looks at the books to choose, and changes nothing.
package struct Player: Sendable {
  package let world: World
  var dice: Dice
  var now: Instant
  var known = Known()
  private var count = 0
  private var requests: IDGenerator
  private var partners: [Set<ID<Customer>>] = []
  /// Who calls next, where the command asks for someone in particular.
  var nextCaller: Caller?

  package init(seed: UInt64) {
    world = World(seed: seed)
    dice = Dice(seed: seed &* 0x2545_F491_4F6C_DD1D)
    now = world.start
    requests = IDGenerator(seed: ~seed)
    known.customers = [world.blocked]
    known.principals = [world.admin]
  }

  /// The next step, chosen with the books in view.
  package mutating func next(on books: Books) -> Step {
    now = now.adding(seconds: Int64(pause()))
    let command = count < Self.openingMoves ? opening(count) : move(on: books)
    let today = CalendarDay(daysSince1970: Int32(now.microseconds / 86_400_000_000))
    let step = Step(
      index: count, seed: dice.next(), command: command,
      context: Context(
        now: now, today: today, caller: nextCaller ?? caller(), requestID: requests.make(at: now),
        method: String(describing: type(of: command))),
      isRehearsed: dice.chance(4))
    count += 1
    nextCaller = nil
    return step
  }

  /// Remembers what came of a step.
  package mutating func note(_ outcome: Outcome) {
    guard case .accepted(let reply) = outcome else { return }
    known.note(reply)
  }

  var today: CalendarDay { CalendarDay(daysSince1970: Int32(now.microseconds / 86_400_000_000)) }

  /// Seconds mostly, hours often, days sometimes: years go by in a game.
  private mutating func pause() -> Int {
    switch dice.roll(0...99) {
    case ..<40: dice.roll(0...50)
    case ..<80: dice.roll(60...3600)
    case ..<97: dice.roll(3600...14_400)
    default: dice.roll(43_200...172_800)
    }
  }

  /// Who may do everything, without bound.
  package var owner: Caller { all(authority: [:]) }

  private mutating func caller() -> Caller {
    guard count >= Self.openingMoves else { return owner }
    switch dice.roll(0...99) {
    case ..<70: return owner
    case ..<84:
      return all(authority: [
        "credit.limit": 2_000_000, "credit.release": 100_000, "orders.discount": 3000,
      ])
    case ..<90: return Caller(principal: world.admin, permissions: [])
    default:
      while partners.count < 4 {
        partners.append(Set((0..<5).compactMap { _ in dice.pick(known.customers) }))
      }
      let scope = partners[dice.roll(0...(partners.count - 1))]
      return Caller(principal: world.admin, scope: .customers(scope))
    }
  }

  private func all(authority: [String: Int64]) -> Caller {
    Caller(principal: world.admin, permissions: ["credit.read"], authority: authority)
  }

  /// Weighted by how often it happens in a company, with what goes wrong now and then.
  private mutating func move(on books: Books) -> any Command {
    // What happens to goods beside orders keeps the odds of the rest as they are.
    if dice.chance(14) { return goods(on: books) }
    // Who was asked to decide does so within days, or nobody does.
    if dice.chance(2), let approval = liveApproval(on: books) {
      return decide(approval, on: books)
    }
    return switch dice.roll(0...999) {
    case ..<176: placeOrder(on: books)
    case ..<180: duplicateOrder(on: books)
    case ..<225: createOrder(on: books)
    case ..<265: confirmOrder(on: books)
    case ..<285: updateOrder(on: books)
    case ..<330: amendOrder(on: books)
    case ..<338: holdOrder(on: books)
    case ..<346: releaseOrder(on: books)
    case ..<350: duplicateOrder(on: books)
    case ..<400: cancelOrder(on: books)
    case ..<555: shipOrder(on: books)
    case ..<690: invoiceOrder(on: books)
    case ..<720: issueInvoice(on: books)
    case ..<810: recordPayment(on: books)
    case ..<850: applyPayment(on: books)
    case ..<872: unapplyPayment(on: books)
    case ..<884: setCreditLimit(on: books)
    case ..<904: releaseCreditHold(on: books)
    case ..<915: credit(on: books)
    case ..<955: receiveStock(on: books)
    case ..<970: expireReservation(on: books)
    case ..<975: updateCustomer(on: books)
    case ..<977: createCustomer(numbered: count)
    case ..<981: setPrices(on: books)
    case ..<983: setTaxRules()
    case ..<984: createProduct(numbered: count)
    case ..<988 where dice.chance(50): customers(on: books)
    case ..<988: updateProduct(on: books)
    case 988 where dice.chance(30): createWarehouse(numbered: count)
    case ..<994: updateSeller(on: books)
    default: identity(on: books)
    }
  }

  /// What happens to goods beside orders.
  private mutating func goods(on books: Books) -> any Command {
    switch dice.roll(0...99) {
    case ..<14: moveStock(on: books)
    case ..<24: scheduleReceipt(on: books)
    case ..<34: receiveStock(on: books)
    case ..<58: confirmDelivery(on: books)
    case ..<76: createReturn(on: books)
    case ..<88: decideReturn(on: books)
    default: receiveReturn(on: books)
    }
  }

  /// A thing that is nowhere.
  mutating func stranger<Thing>() -> ID<Thing> { ID(high: dice.next(), low: dice.next()) }

  /// Mostly nothing, sometimes the version on the books, rarely another one.
  mutating func version(_ current: Int64?) -> Int64? {
    switch dice.roll(0...99) {
    case ..<80: nil
    case ..<96: current
    default: (current ?? 1) + 1
    }
  }
}
