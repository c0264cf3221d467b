import OrderToCashAPI
import SwiftProtobuf

/// A change of the contract that breaks callers, under the id that buf gives it.
struct BreakingChange: Hashable, CustomStringConvertible {
  let rule: String
  let name: String

  var description: String { "\(rule): \(name)" }
}

/// Compares a contract with the one before it (buf's FILE rules, and limits that tighten).
struct ContractComparison {
  private let old: Google_Protobuf_FileDescriptorSet
  private let new: Google_Protobuf_FileDescriptorSet
  private var found: [BreakingChange] = []

  static func changes(
    from old: Google_Protobuf_FileDescriptorSet, to new: Google_Protobuf_FileDescriptorSet
  ) -> [BreakingChange] {
    var comparison = ContractComparison(old: old, new: new)
    comparison.compareFiles()
    return comparison.found
  }

  private init(old: Google_Protobuf_FileDescriptorSet, new: Google_Protobuf_FileDescriptorSet) {
    self.old = old
    self.new = new
  }

  private mutating func report(_ rule: String, _ name: String, unless holds: Bool = false) {
    if !holds { found.append(BreakingChange(rule: rule, name: name)) }
  }

  private mutating func compareFiles() {
    for before in old.file where before.name.hasPrefix("o2c/") {
      guard let after = new.file.first(where: { $0.name == before.name }) else {
        report("FILE_NO_DELETE", before.name)
        continue
      }
      report("FILE_SAME_PACKAGE", before.name, unless: before.package == after.package)
      report("FILE_SAME_SYNTAX", before.name, unless: before.syntax == after.syntax)
      report("FILE_SAME_OPTIONS", before.name, unless: before.options == after.options)
      compare(before.messageType, after.messageType, in: before.package)
      compare(before.enumType, after.enumType, in: before.package)
      compare(before.service, after.service, in: before.package)
      for field in before.extension {
        let name = "\(before.package).\(field.name)"
        let kept = after.extension.first {
          $0.number == field.number && $0.extendee == field.extendee
        }
        report("EXTENSION_NO_DELETE", name, unless: kept != nil)
      }
    }
  }

  private mutating func compare(
    _ old: [Google_Protobuf_DescriptorProto], _ new: [Google_Protobuf_DescriptorProto],
    in scope: String
  ) {
    for before in old {
      let name = "\(scope).\(before.name)"
      guard let after = new.first(where: { $0.name == before.name }) else {
        report("MESSAGE_NO_DELETE", name)
        continue
      }
      for oneof in before.oneofDecl {
        let kept = after.oneofDecl.contains { $0.name == oneof.name }
        report("ONEOF_NO_DELETE", "\(name).\(oneof.name)", unless: kept)
      }
      for range in before.reservedRange {
        report(
          "RESERVED_MESSAGE_NO_DELETE", "\(name) \(range.start)",
          unless: after.reservedRange.contains(range))
      }
      compareFields(before, after, in: name)
      compare(before.nestedType, after.nestedType, in: name)
      compare(before.enumType, after.enumType, in: name)
    }
  }

  private mutating func compareFields(
    _ old: Google_Protobuf_DescriptorProto, _ new: Google_Protobuf_DescriptorProto,
    in message: String
  ) {
    for before in old.field {
      let name = "\(message).\(before.name)"
      if let moved = new.field.first(where: { $0.name == before.name }) {
        report("FIELD_SAME_NUMBER", name, unless: moved.number == before.number)
      }
      guard let after = new.field.first(where: { $0.number == before.number }) else {
        report("FIELD_NO_DELETE", name)
        continue
      }
      report("FIELD_SAME_NAME", name, unless: before.name == after.name)
      report("FIELD_SAME_JSON_NAME", name, unless: before.jsonName == after.jsonName)
      report(
        "FIELD_SAME_TYPE", name,
        unless: before.type == after.type && before.typeName == after.typeName)
      report(
        "FIELD_SAME_CARDINALITY", name,
        unless: before.label == after.label && before.proto3Optional == after.proto3Optional)
      report(
        "FIELD_SAME_ONEOF", name, unless: old.choice(of: before) == new.choice(of: after))
      report(
        "O2C_LIMIT_NOT_TIGHTENED", name,
        unless: !after.options.O2c_V1_field.isTighter(than: before.options.O2c_V1_field))
    }
  }

  private mutating func compare(
    _ old: [Google_Protobuf_EnumDescriptorProto], _ new: [Google_Protobuf_EnumDescriptorProto],
    in scope: String
  ) {
    for before in old {
      let name = "\(scope).\(before.name)"
      guard let after = new.first(where: { $0.name == before.name }) else {
        report("ENUM_NO_DELETE", name)
        continue
      }
      for value in before.value {
        guard let kept = after.value.first(where: { $0.number == value.number }) else {
          report("ENUM_VALUE_NO_DELETE", "\(name).\(value.name)")
          continue
        }
        report(
          "ENUM_VALUE_SAME_NAME", "\(name).\(value.name)", unless: kept.name == value.name)
      }
      for range in before.reservedRange {
        report(
          "RESERVED_ENUM_NO_DELETE", "\(name) \(range.start)",
          unless: after.reservedRange.contains(range))
      }
    }
  }

  private mutating func compare(
    _ old: [Google_Protobuf_ServiceDescriptorProto],
    _ new: [Google_Protobuf_ServiceDescriptorProto], in scope: String
  ) {
    for before in old {
      let service = "\(scope).\(before.name)"
      guard let after = new.first(where: { $0.name == before.name }) else {
        report("SERVICE_NO_DELETE", service)
        continue
      }
      for method in before.method {
        let name = "\(service)/\(method.name)"
        guard let kept = after.method.first(where: { $0.name == method.name }) else {
          report("RPC_NO_DELETE", name)
          continue
        }
        report("RPC_SAME_REQUEST_TYPE", name, unless: method.inputType == kept.inputType)
        report("RPC_SAME_RESPONSE_TYPE", name, unless: method.outputType == kept.outputType)
        report(
          "RPC_SAME_CLIENT_STREAMING", name,
          unless: method.clientStreaming == kept.clientStreaming)
        report(
          "RPC_SAME_SERVER_STREAMING", name,
          unless: method.serverStreaming == kept.serverStreaming)
        report(
          "RPC_SAME_IDEMPOTENCY_LEVEL", name,
          unless: method.options.idempotencyLevel == kept.options.idempotencyLevel)
      }
    }
  }
}

extension Google_Protobuf_DescriptorProto {
  fileprivate func choice(of field: Google_Protobuf_FieldDescriptorProto) -> String? {
    field.hasOneofIndex && !field.proto3Optional ? oneofDecl[Int(field.oneofIndex)].name : nil
  }
}

extension O2c_V1_FieldRules {
  /// What was accepted before is refused now.
  fileprivate func isTighter(than before: O2c_V1_FieldRules) -> Bool {
    func isLower(_ now: Int32, _ then: Int32) -> Bool { now != 0 && (then == 0 || now < then) }
    return isLower(maxLength, before.maxLength) || isLower(maxItems, before.maxItems)
      || minItems > before.minItems
      || (behavior.contains(.required) && !before.behavior.contains(.required))
      || (format != before.format && format != .unspecified)
  }
}
