/// What a merge answers: the customer that everything went to, and who sees it from now on.
package struct CustomerMerge: Equatable, Sendable {
  package var customer: Customer
  /// Partners that were bound to the source and not to the other: by the merge they see the other's
  /// documents, those of before too.
  package var partners: [ID<Principal>]
}

extension MergeCustomers {
  /// Partners that the merge lets see more than they saw.
  func partnersToBind(on books: Books) -> [Principal] {
    books.principals.rows
      .filter { $0.customers.contains(source) && !$0.customers.contains(into) }
      .sorted { $0.id < $1.id }
  }

  /// Both were one company all along, so its partners follow what moved. They keep the source, where
  /// all that is closed stays; partners of the other gain nothing by it.
  func bindPartners(on books: inout Books, in context: Context) -> [ID<Principal>] {
    let partners = partnersToBind(on: books)
    for before in partners {
      var after = before
      after.customers.append(into)
      after.updateTime = context.now
      books.put(after)
      books.record(
        .principalUpdated, ResourceRef(.principal, after.id),
        version: books.principals[after.id]?.version ?? after.version, in: context
      ) {
        $0.member("customers", each: CollectionOfOne((before.customers, after.customers))) {
          $1.member("before", $0.0.map { "customers/\($0)" })
          $1.member("after", $0.1.map { "customers/\($0)" })
        }
        $0.member("merged", "customers/\(source)")
      }
    }
    return partners.map(\.id)
  }
}
