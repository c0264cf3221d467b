/// Deposits of an amount that has its tax in it.
extension DepositDrafting {
  /// Groups whose bases and taxes come to exactly the amount: split by largest remainder over what may
  /// still be asked for of each, then taken apart as a price with its tax in it.
  ///
  /// Where tax is rounded on the document, a base and its tax skip some amounts: the unit that is
  /// missing goes to another group, whose base moves by a unit or two. Where there is none that takes
  /// it, the amount cannot be had.
  ///
  /// - Returns: nothing where nothing is left to ask for.
  /// - Throws: FIELD_OUT_OF_RANGE, with what can be had.
  func groups(of amount: Int64) throws(Rejection) -> [TaxTotal] {
    let rooms = rooms().filter { $0.netLeft > 0 }
    guard !rooms.isEmpty else { return [] }
    var wholes: [Int64] = []
    for room in rooms { wholes.append(try room.netLeft + tax(on: room.netLeft, room)) }
    let whole = wholes.reduce(0, +)
    if amount > whole {
      throw .invalidField(
        "deposit_amount", .fieldOutOfRange,
        "At most \(Money(whole, order.currency)) may be asked for.")
    }
    let shares = amount == whole ? wholes : allocated(amount, by: wholes)
    var groups: [TaxTotal] = []
    var gap: Int64 = 0
    for (index, room) in rooms.enumerated() {
      var group = room.total
      try split(shares[index], wholes[index], room, &group)
      gap += shares[index] - group.base - group.tax
      groups.append(group)
    }
    if gap != 0 { groups = try closed(gap, of: amount, groups, rooms) }
    return groups.filter { $0.base > 0 }
  }

  private func split(
    _ share: Int64, _ whole: Int64, _ room: Room, _ group: inout TaxTotal
  ) throws(Rejection) {
    switch order.taxLevel {
    case .document:
      let parts = try TaxInclusive(gross: share, rate: room.total.rate, order.roundingMode)
      group.base = min(parts.base, room.netLeft)
      group.tax = try tax(on: group.base, room)
    case .line:
      // The lines' own rounding makes the tax, so it takes what the base leaves of the share.
      let base = rounded(
        Int128(room.netLeft) * Int128(share), over: Int128(whole), order.roundingMode)
      group.base = max(min(1, share), Int64(base))
      group.tax = share - group.base
    }
  }

  /// Moves bases by as little as closes the gap.
  private func closed(
    _ gap: Int64, of amount: Int64, _ groups: [TaxTotal], _ rooms: [Room]
  ) throws(Rejection) -> [TaxTotal] {
    // What the groups so far can come to beside what they are, and how.
    var found: [Int64: [TaxTotal]] = [0: []]
    for (room, group) in zip(rooms, groups) {
      var next: [Int64: [TaxTotal]] = [:]
      for step in [0, 1, -1, 2, -2] as [Int64] {
        var moved = group
        moved.base += step
        guard moved.base >= 0, moved.base <= room.netLeft else { continue }
        moved.tax = try tax(on: moved.base, room)
        let change = moved.base + moved.tax - group.base - group.tax
        for (sum, taken) in found where next[sum + change] == nil {
          next[sum + change] = taken + [moved]
        }
      }
      found = next
    }
    if let exact = found[gap] { return exact }
    let reached = found.keys.map { amount - gap + $0 }.filter { $0 > 0 }.sorted()
    let near = [reached.last { $0 < amount }, reached.first { $0 > amount }].compactMap { $0 }
    throw .invalidField(
      "deposit_amount", .fieldOutOfRange,
      "No base and its tax come to exactly \(Money(amount, order.currency)). Ask for "
        + near.map { "\(Money($0, order.currency))" }.joined(separator: " or ") + ".")
  }
}
