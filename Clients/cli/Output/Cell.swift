/// A value of a table: what is shown, and on which side it stands.
enum Cell: Sendable, Hashable {
  case empty
  case text(String)
  /// A decimal number or a count, right-aligned.
  case number(String)
  /// An amount: minor units and currency, right-aligned. Without a currency there is none.
  case money(Int64, String)
  /// The price of a unit and its currency, right-aligned. People see at least the digits of the
  /// currency, programs the number as the contract has it.
  case price(String, String)
  /// The name of the resource of the row, which has no other key. People see its id, which commands
  /// take as well.
  case handle(String)
  /// The name of a resource; people see its label where one is known.
  case reference(String)
  /// Seconds since 1970; people see it in the seller's time zone where that is known.
  case instant(Int64)

  /// As people read it: amounts with thousands separators and currency.
  var forPeople: String { text(.none) }

  /// As people read it, with the labels of what it refers to.
  func text(_ labels: Labels) -> String {
    switch self {
    case .empty: ""
    case .text(let text): text.replacing("\n", with: " ")
    case .reference(let name): labels.label(name)
    case .handle(let name): name.split(separator: "/").last.map(String.init) ?? name
    case .instant(let seconds): TimeText.text(seconds, in: labels.zone)
    case .number(let text): text
    case .price(let price, let currency): MoneyText.price(price, currency)
    case .money(_, ""): ""
    case .money(let units, let currency): "\(MoneyText.grouped(units, currency)) \(currency)"
    }
  }

  /// As programs read it: amounts as plain decimals, the currency apart.
  var forPrograms: String {
    switch self {
    case .empty: ""
    case .text(let text), .number(let text), .reference(let text), .handle(let text),
      .price(let text, _):
      text
    case .instant(let seconds): TimeText.text(seconds)
    case .money(_, ""): ""
    case .money(let units, let currency): MoneyText.plain(units, currency)
    }
  }

  var currency: String {
    switch self {
    case .money(_, let currency): currency
    case .empty, .text, .number, .reference, .handle, .price, .instant: ""
    }
  }

  /// The name of the resource that it refers to.
  var reference: String? {
    switch self {
    case .reference(let name): name
    case .empty, .text, .number, .money, .handle, .price, .instant: nil
    }
  }

  /// What must be looked up to show it: the resource that it refers to, or the time zone.
  var lookup: String? {
    if case .instant = self { Labels.zoneLookup } else { reference }
  }

  var isMoney: Bool {
    switch self {
    case .money: true
    case .empty, .text, .number, .reference, .handle, .price, .instant: false
    }
  }

  var isRightAligned: Bool {
    switch self {
    case .number, .money, .price: true
    case .empty, .text, .reference, .handle, .instant: false
    }
  }
}

extension Cell {
  /// The price, or an empty cell where there is none.
  static func price(optional text: String, _ currency: String) -> Cell {
    text.isEmpty ? .empty : .price(text, currency)
  }

  /// The text, or an empty cell where there is none.
  static func text(optional text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  /// The name of a resource, or an empty cell where there is none.
  static func reference(optional name: String) -> Cell { name.isEmpty ? .empty : .reference(name) }

  /// The number, or an empty cell where there is none.
  static func number(optional text: String) -> Cell { text.isEmpty ? .empty : .number(text) }
}
