internal import Domain
internal import Postgres

/// What customers have open by due date: one row a customer, date and standing, its amounts in an
/// array. Read after the lock of the credit account, which every change of an item takes, so that no
/// other transaction can extend it; by an index that holds open items alone.
enum AgeingRows {
  static let selection: StaticString = """
    SELECT customer_id, due_date, disputed_minor > 0, dunning_level, array_agg(open_minor)
    FROM open_items WHERE seller_id = $1 AND open_minor > 0 AND customer_id = ANY(
    """
  static let grouping: StaticString = """
    ) GROUP BY customer_id, due_date, disputed_minor > 0, dunning_level
    """

  static func read(_ rows: [Row]) throws(DecodeError) -> [Ageing] {
    var ageings: [ID<Customer>: Ageing] = [:]
    for row in rows {
      var r = RowReader(row)
      let customer = try r.id(Customer.self)
      let due = try r.day()
      let isDisputed = try r.bool()
      let level = try r.int32()
      ageings[customer, default: Ageing(of: customer)].add(
        try r.array(of: Int64.self), due: due, isDisputed: isDisputed, level: level)
    }
    return Array(ageings.values)
  }
}
