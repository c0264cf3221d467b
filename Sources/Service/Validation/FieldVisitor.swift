import Domain
import Foundation
import OrderToCashAPI
import SwiftProtobuf

/// Walks through a message and holds every field against its plan. Paths are put together only
/// where something is wrong.
struct FieldVisitor: Visitor {
  private(set) var violations: [Rejection.Violation] = []
  private var plan: MessagePlan
  private var seen: UInt128 = 0
  private var path: [Step] = []
  private let isMutation: Bool
  private let isUpdate: Bool

  private enum Step {
    case field(String)
    case item(String, Int)
  }

  init(_ plan: MessagePlan) {
    self.plan = plan
    isMutation = plan.isMutation
    isUpdate = plan.isUpdate
    path.reserveCapacity(8)
  }

  mutating func visitRoot(_ message: some Message) {
    walk(message)
    checkRequired(isWhole: true)
  }

  // The visitor itself never throws, and so neither does the walk.
  private mutating func walk(_ message: some Message) { try? message.traverse(visitor: &self) }

  // MARK: Faults

  mutating func add(_ field: String, _ reason: Reason, _ description: String) {
    guard violations.count < MessageValidator.mostViolations else { return }
    violations.append(.init(pathText(field), reason, description))
  }

  private func pathText(_ field: String) -> String {
    var text = ""
    for step in path {
      switch step {
      case .field(let name): text += "\(name)."
      case .item(let name, let index): text += "\(name)[\(index)]."
      }
    }
    return text + field
  }

  private mutating func checkRequired(isWhole: Bool) {
    let missing = plan.required & ~seen
    guard missing != 0, isWhole else { return }
    for field in plan.fields {
      guard let field, missing & (1 << UInt128(field.number)) != 0 else { continue }
      add(field.name, .fieldRequired, "This field is required.")
    }
  }

  /// The plan of a field that the caller sets, which is then marked as seen.
  private mutating func take(_ number: Int) -> FieldPlan? {
    guard let field = plan.field(number) else { return nil }
    seen |= 1 << UInt128(number)
    // The name in the resource of a Create is made by the server.
    if field.isIdentifier, !path.isEmpty, !isUpdate { return nil }
    return field
  }

  // MARK: Messages

  private mutating func enter<M: Message>(_ value: M, _ field: FieldPlan, _ step: Step) {
    path.append(step)
    defer { path.removeLast() }
    guard let child = field.child else {
      checkKnown(value)
      return
    }
    let (outerPlan, outerSeen) = (plan, seen)
    plan = MessagePlans.shared[child]
    seen = 0
    walk(value)
    let isChangedResource = isUpdate && path.count == 1
    checkRequired(isWhole: !isChangedResource)
    if isChangedResource, let name = plan.field(1), name.isIdentifier, seen & 2 == 0 {
      add(name.name, .fieldRequired, "Say which resource is changed.")
    }
    (plan, seen) = (outerPlan, outerSeen)
  }

  /// Types that are not ours: dates and times must exist.
  private mutating func checkKnown<M: Message>(_ value: M) {
    let fault: String?
    switch value {
    case let date as Google_Type_Date:
      let day = CalendarDay(year: Int(date.year), month: Int(date.month), day: Int(date.day))
      fault = day == nil ? "A date that exists, with year, month and day." : nil
    case let time as Google_Protobuf_Timestamp:
      let isSound =
        (-62_135_596_800...253_402_300_799).contains(time.seconds)
        && (0...999_999_999).contains(time.nanos)
      fault = isSound ? nil : "A time between the years 1 and 9999."
    default: fault = nil
    }
    guard let fault, let last = path.popLast() else { return }
    switch last {
    case .field(let name): add(name, .fieldInvalid, fault)
    case .item(let name, let index): add("\(name)[\(index)]", .fieldInvalid, fault)
    }
    path.append(last)
  }

  mutating func visitSingularMessageField<M: Message>(value: M, fieldNumber: Int) {
    guard let field = take(fieldNumber) else { return }
    if let bounds = field.bounds, let money = value as? O2c_V1_Money,
      !bounds.range.contains(money.minorUnits)
    {
      add("\(field.name).minor_units", .fieldOutOfRange, "Minor units \(bounds.text).")
    }
    enter(value, field, .field(field.name))
  }

  mutating func visitRepeatedMessageField<M: Message>(value: [M], fieldNumber: Int) {
    guard let field = take(fieldNumber) else { return }
    checkCount(value.count, field)
    for (index, item) in value.prefix(field.maxItems).enumerated() {
      enter(item, field, .item(field.name, index))
    }
  }

  private mutating func checkCount(_ count: Int, _ field: FieldPlan) {
    if count > field.maxItems {
      add(field.name, .fieldOutOfRange, "At most \(field.maxItems) entries, not \(count).")
    } else if count < field.minItems {
      add(field.name, .fieldOutOfRange, "At least \(field.minItems) entries.")
    }
  }

  // MARK: Texts and bytes

  mutating func visitSingularStringField(value: String, fieldNumber: Int) {
    guard let field = take(fieldNumber) else { return }
    check(value, field, index: nil)
  }

  mutating func visitRepeatedStringField(value: [String], fieldNumber: Int) {
    guard let field = take(fieldNumber) else { return }
    checkCount(value.count, field)
    for (index, text) in value.prefix(field.maxItems).enumerated() {
      check(text, field, index: index)
    }
  }

  private mutating func check(_ text: String, _ field: FieldPlan, index: Int?) {
    guard let fault = TextRules.fault(in: text, field) else { return }
    add(index.map { "\(field.name)[\($0)]" } ?? field.name, fault.reason, fault.description)
  }

  mutating func visitSingularBytesField(value: Data, fieldNumber: Int) {
    guard let field = take(fieldNumber), value.count > field.maxLength else { return }
    add(field.name, .fieldOutOfRange, "At most \(field.maxLength) bytes, not \(value.count).")
  }

  // MARK: Numbers and enums

  mutating func visitSingularInt64Field(value: Int64, fieldNumber: Int) {
    guard let field = take(fieldNumber), let bounds = field.bounds,
      !bounds.range.contains(value)
    else { return }
    add(field.name, .fieldOutOfRange, "A number of \(bounds.text).")
  }

  mutating func visitSingularUInt64Field(value: UInt64, fieldNumber: Int) {
    visitSingularInt64Field(value: Int64(clamping: value), fieldNumber: fieldNumber)
  }

  mutating func visitSingularBoolField(value: Bool, fieldNumber: Int) { _ = take(fieldNumber) }
  mutating func visitSingularDoubleField(value: Double, fieldNumber: Int) { _ = take(fieldNumber) }

  mutating func visitSingularEnumField<E: Enum>(value: E, fieldNumber: Int) {
    guard let field = take(fieldNumber), !field.enumValues.contains(value.rawValue) else { return }
    add(field.name, .fieldInvalid, "This server knows no value \(value.rawValue) of this field.")
  }

  mutating func visitRepeatedEnumField<E: Enum>(value: [E], fieldNumber: Int) {
    guard let field = take(fieldNumber) else { return }
    checkCount(value.count, field)
    for (index, item) in value.enumerated() where !field.enumValues.contains(item.rawValue) {
      add(
        "\(field.name)[\(index)]", .fieldInvalid,
        "This server knows no value \(item.rawValue) of this field.")
    }
  }

  // MARK: Maps

  mutating func visitMapField<KeyType, ValueType: MapValueType>(
    fieldType: _ProtobufMap<KeyType, ValueType>.Type,
    value: _ProtobufMap<KeyType, ValueType>.BaseType, fieldNumber: Int
  ) {
    guard let field = take(fieldNumber), let entries = value as? [String: String] else { return }
    checkCount(entries.count, field)
    for (key, text) in entries.sorted(by: { $0.key < $1.key }).prefix(field.maxItems) {
      let path = "\(field.name)[\"\(TextRules.shown(key))\"]"
      if key.isEmpty {
        add(path, .fieldRequired, "A key has at least one character.")
      } else if let fault = TextRules.plainFault(in: key, maxLength: TextRules.longestKey) {
        add(path, fault.reason, "Key: \(fault.description)")
      }
      if let fault = TextRules.fault(in: text, field) {
        add(path, fault.reason, fault.description)
      }
    }
  }

  mutating func visitMapField<KeyType, ValueType>(
    fieldType: _ProtobufEnumMap<KeyType, ValueType>.Type,
    value: _ProtobufEnumMap<KeyType, ValueType>.BaseType, fieldNumber: Int
  ) where ValueType.RawValue == Int { _ = take(fieldNumber) }

  mutating func visitMapField<KeyType, ValueType>(
    fieldType: _ProtobufMessageMap<KeyType, ValueType>.Type,
    value: _ProtobufMessageMap<KeyType, ValueType>.BaseType, fieldNumber: Int
  ) { _ = take(fieldNumber) }

  // MARK: What the server does not know

  mutating func visitUnknown(bytes: Data) {
    guard isMutation else { return }
    for number in UnknownFields.numbers(in: bytes) {
      add(
        String(number), .fieldUnknown,
        "This server does not know field number \(number) of this message.")
    }
  }
}
