/// What names the source of a merge and names the other from then on.
extension MergeCustomers {
  /// An order that the source ordered, owes or pays; with the order go its shipments and returns.
  func moveOrder(_ id: ID<Order>, on books: inout Books, in context: Context) {
    guard var order = books.orders[id] else { return }
    let before = order
    func moved(_ party: ID<Customer>?) -> ID<Customer>? { party == source ? into : party }
    if order.customer == source { order.customer = into }
    // Who is the customer, or owes, by the merge is named no more.
    order.billTo = moved(before.billTo).flatMap { $0 == order.customer ? nil : $0 }
    order.payer = moved(before.payer).flatMap { $0 == order.debtor ? nil : $0 }
    guard order != before else { return }
    order.updateTime = context.now
    books.put(order, in: context)
    record(
      ResourceRef(.order, id), books.orders[id]?.version ?? order.version, on: &books, context)
    for var shipment in books.shipments(of: id) where shipment.customer == source {
      shipment.customer = into
      shipment.updateTime = context.now
      books.put(shipment)
      record(
        ResourceRef(.shipment, shipment.id), books.shipments[shipment.id]?.version ?? 1,
        on: &books, context)
    }
    for var back in books.returns(of: id) where back.customer == source {
      back.customer = into
      back.updateTime = context.now
      books.put(back)
      record(
        ResourceRef(.returned, back.id), books.returns[back.id]?.version ?? 1, on: &books, context)
    }
  }

  /// Other customers that are invoiced to the source, paid by it or belong to it.
  func renameRelatives(on books: inout Books, in context: Context) {
    let relatives = books.customers.rows.filter {
      $0.id != source && ($0.billTo == source || $0.payer == source || $0.parent == source)
    }
    for before in relatives.sorted(by: { $0.id < $1.id }) {
      // Nobody is named by itself, and nobody belongs to who belongs to it.
      let other = before.id == into ? nil : into
      let isAbove = other.flatMap { books.customers[$0]?.parent } == before.id
      var after = before
      if before.billTo == source { after.billTo = other }
      if before.payer == source { after.payer = other }
      if before.parent == source { after.parent = isAbove ? nil : other }
      after.updateTime = context.now
      books.put(after)
      let version = books.customers[after.id]?.version ?? after.version
      books.record(
        .customerUpdated, ResourceRef(.customer, after.id), version: version, customer: after.id,
        in: context
      ) {
        $0.changes(from: before, to: after, versions: before.version...version)
        $0.member("merged", "customers/\(source)")
      }
    }
  }

  /// Members of the group that the source led are led by the other, or by who leads that one. A source
  /// that is a member itself leaves; the other takes its place where it has none of its own.
  func regroup(on books: inout Books, in context: Context) {
    func move(_ member: ID<Customer>, to group: ID<Customer>?) {
      var account = books.creditAccount(of: member)
      let before = account.group
      guard before != group else { return }
      books.move(&account, to: group, in: context)
      account.updateTime = context.now
      books.put(account)
      books.record(
        .creditAccountChanged, ResourceRef(.customer, member),
        version: books.creditAccount(of: member).version, customer: member, in: context
      ) {
        $0.change("group", before?.description ?? "", group?.description ?? "")
        $0.member("merged", "customers/\(source)")
      }
    }
    if books.creditAccount(of: into).group == source { move(into, to: nil) }
    let members = books.creditAccounts.rows.filter { $0.group == source }.map(\.customer).sorted()
    let head = books.creditAccount(of: into).group ?? into
    for member in members { move(member, to: head) }
    guard let group = books.creditAccount(of: source).group else { return }
    move(source, to: nil)
    let other = books.creditAccount(of: into)
    if other.group == nil, !other.isGroupHead, group != into { move(into, to: group) }
  }
}
