import Domain
import OrderToCashAPI
import SwiftProtobuf

/// The rules of one message, ready to be looked up by field number.
struct MessagePlan: Sendable {
  /// By field number; nil where there is no field that a caller sets.
  var fields: [FieldPlan?] = []
  /// A bit for each field number that must be there.
  var required: UInt128 = 0
  /// Fields that the server does not know are refused.
  var isMutation = false
  /// A change of a resource: what is required of a whole resource is not required of its change.
  var isUpdate = false

  func field(_ number: Int) -> FieldPlan? { fields.indices.contains(number) ? fields[number] : nil }
}

/// The rules of one field with everything parsed that the declaration writes as text. A class, as
/// it is looked up for every field of every request and never changes.
final class FieldPlan: Sendable {
  let name: String
  let number: Int
  let format: FieldRule.Format
  let maxLength: Int
  let minItems: Int
  let maxItems: Int
  let isIdentifier: Bool
  let isRequired: Bool
  let isMap: Bool
  /// Bounds of an integer, of the minor units of Money, or of a decimal in millionths.
  let bounds: Bounds?
  /// The values that an enum has; empty for other fields.
  let enumValues: Set<Int>
  /// Position of the plan of the message that it holds; nil for what has no rules of ours.
  let child: Int?
  let names: [ResourceNameSyntax]
  /// `-` stands for all parents.
  let takesWildcard: Bool

  init(_ rule: FieldRule, enumValues: Set<Int>, child: Int?) {
    self.child = child
    name = rule.name
    number = rule.number
    format = rule.format
    maxLength = rule.maxLength ?? .max
    minItems = rule.minItems
    maxItems = rule.maxItems ?? .max
    isIdentifier = rule.behavior.contains(.identifier)
    isRequired = rule.behavior.contains(.required)
    isMap = rule.cardinality == .map
    bounds = Bounds(rule)
    self.enumValues = enumValues
    names = rule.resources.map { ResourceNameSyntax($0) }
    takesWildcard = rule.name == "parent"
  }

  struct Bounds: Sendable {
    let range: ClosedRange<Int64>
    let text: String

    /// Nil where the field has no bounds.
    init?(_ rule: FieldRule) {
      let parse: (String) -> Int64? =
        rule.format == .decimal ? { Quantity($0)?.micros } : { Int64($0) }
      let above = rule.greaterThan.flatMap(parse)
      let least = above.map { $0 + 1 } ?? rule.minimum.flatMap(parse)
      let most = rule.maximum.flatMap(parse)
      guard least != nil || most != nil else { return nil }
      range = (least ?? .min)...(most ?? .max)
      var words: [String] = []
      if let above = rule.greaterThan { words.append("above \(above)") }
      if let least = rule.minimum { words.append("at least \(least)") }
      if let most = rule.maximum { words.append("at most \(most)") }
      text = words.joined(separator: " and ")
    }
  }
}

/// The plans of all messages of the contract, linked by position.
struct MessagePlans: Sendable {
  static let shared = MessagePlans()

  private(set) var plans: [MessagePlan] = []
  private var positions: [String: Int] = [:]

  func plan(of message: String) -> MessagePlan? { positions[message].map { plans[$0] } }
  subscript(position: Int) -> MessagePlan { plans[position] }

  private init() {
    let enums = Self.enumValues()
    let reads = Set(MethodTable.all.filter(\.isRead).map(\.input))
    let table = FieldRulesTable.byMessage
    let names = table.keys.sorted()
    for (position, name) in names.enumerated() { positions[name] = position }
    for name in names {
      var plan = MessagePlan()
      let short = name.split(separator: ".").last.map(String.init) ?? name
      plan.isMutation = !reads.contains(name)
      plan.isUpdate = short.hasPrefix("Update") && short.hasSuffix("Request")
      for rule in table[name] ?? [] where !rule.behavior.contains(.outputOnly) {
        guard rule.number < 128 else { continue }
        let field = FieldPlan(
          rule, enumValues: enums[rule.type] ?? [], child: positions[rule.type])
        while plan.fields.count <= rule.number { plan.fields.append(nil) }
        plan.fields[rule.number] = field
        if field.isRequired { plan.required |= 1 << UInt128(rule.number) }
      }
      plans.append(plan)
    }
  }

  /// The numbers of every enum, from the descriptors of the contract.
  private static func enumValues() -> [String: Set<Int>] {
    var values: [String: Set<Int>] = [:]
    func add(_ types: [Google_Protobuf_EnumDescriptorProto], in scope: String) {
      for type in types {
        values["\(scope).\(type.name)"] = Set(type.value.map { Int($0.number) })
      }
    }
    func walk(_ messages: [Google_Protobuf_DescriptorProto], in scope: String) {
      for message in messages {
        let name = "\(scope).\(message.name)"
        add(message.enumType, in: name)
        walk(message.nestedType, in: name)
      }
    }
    let bytes = EmbeddedDescriptors.fileDescriptorSet
    guard let set = try? Google_Protobuf_FileDescriptorSet(serializedBytes: bytes) else {
      preconditionFailure("the descriptor set of the contract is readable")
    }
    for file in set.file {
      add(file.enumType, in: file.package)
      walk(file.messageType, in: file.package)
    }
    return values
  }
}

/// The form of a resource name, such as `orders/{order}/shipments/{shipment}`.
struct ResourceNameSyntax: Sendable {
  private enum Segment: Sendable {
    case word(String)
    case id
  }

  let pattern: String
  private let segments: [Segment]

  init(_ pattern: String) {
    self.pattern = pattern
    segments = pattern.split(separator: "/").map {
      $0.hasPrefix("{") ? .id : .word(String($0))
    }
  }

  func matches(_ name: some StringProtocol, wildcard: Bool) -> Bool {
    var rest = name.utf8[...]
    for (index, segment) in segments.enumerated() {
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      let part = rest[..<end]
      switch segment {
      case .word(let word): guard part.elementsEqual(word.utf8) else { return false }
      case .id:
        let isWildcard = wildcard && part.elementsEqual("-".utf8)
        guard isWildcard || Self.isID(part) else { return false }
      }
      let isLast = index == segments.count - 1
      if end == rest.endIndex { return isLast }
      if isLast { return false }
      rest = rest[rest.index(after: end)...]
    }
    return false
  }

  /// 26 characters of Crockford's base32 that fit into 128 bits.
  private static func isID(_ text: some Collection<UInt8>) -> Bool {
    var count = 0
    for byte in text {
      guard let value = Crockford.value(of: byte), count > 0 || value <= 7 else { return false }
      count += 1
    }
    return count == 26
  }
}
