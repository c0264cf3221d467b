/// A value of a table: what is shown, and on which side it stands.
enum Cell: Sendable, Hashable {
  case empty
  case text(String)
  /// A decimal number or a count, right-aligned.
  case number(String)
  /// An amount: minor units and currency, right-aligned. Without a currency there is none.
  case money(Int64, String)
  /// The name of a resource; people see its label where one is known.
  case reference(String)

  /// As people read it: amounts with thousands separators and currency.
  var forPeople: String { text(.none) }

  /// As people read it, with the labels of what it refers to.
  func text(_ labels: Labels) -> String {
    switch self {
    case .empty: ""
    case .text(let text): text.replacing("\n", with: " ")
    case .reference(let name): labels.label(name)
    case .number(let text): text
    case .money(_, ""): ""
    case .money(let units, let currency): "\(MoneyText.grouped(units, currency)) \(currency)"
    }
  }

  /// As programs read it: amounts as plain decimals, the currency apart.
  var forPrograms: String {
    switch self {
    case .empty: ""
    case .text(let text), .number(let text), .reference(let text): text
    case .money(_, ""): ""
    case .money(let units, let currency): MoneyText.plain(units, currency)
    }
  }

  var currency: String {
    switch self {
    case .money(_, let currency): currency
    case .empty, .text, .number, .reference: ""
    }
  }

  /// The name of the resource that it refers to.
  var reference: String? {
    switch self {
    case .reference(let name): name
    case .empty, .text, .number, .money: nil
    }
  }

  var isMoney: Bool {
    switch self {
    case .money: true
    case .empty, .text, .number, .reference: false
    }
  }

  var isRightAligned: Bool {
    switch self {
    case .number, .money: true
    case .empty, .text, .reference: false
    }
  }
}

extension Cell {
  /// The text, or an empty cell where there is none.
  static func text(optional text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  /// The name of a resource, or an empty cell where there is none.
  static func reference(optional name: String) -> Cell { name.isEmpty ? .empty : .reference(name) }

  /// The number, or an empty cell where there is none.
  static func number(optional text: String) -> Cell { text.isEmpty ? .empty : .number(text) }
}
