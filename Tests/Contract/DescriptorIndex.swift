import OrderToCashAPI
import SwiftProtobuf

/// Everything that a descriptor set declares, flat, with full names, paths and comments.
struct DescriptorIndex {
  typealias File = Google_Protobuf_FileDescriptorProto

  /// One declared thing: where it is, what it is called, what is written above it.
  struct Symbol<Descriptor> {
    let file: String
    let name: String
    let descriptor: Descriptor
    let comment: String
  }

  struct Field {
    let message: String
    let descriptor: Google_Protobuf_FieldDescriptorProto
    var rules: O2c_V1_FieldRules { descriptor.options.O2c_V1_field }
  }

  struct Method {
    let service: String
    let descriptor: Google_Protobuf_MethodDescriptorProto
    var rules: O2c_V1_MethodRules { descriptor.options.O2c_V1_method }
    var isRead: Bool { descriptor.options.idempotencyLevel == .noSideEffects }
    var input: String { String(descriptor.inputType.drop { $0 == "." }) }
    var output: String { String(descriptor.outputType.drop { $0 == "." }) }
  }

  /// All files, imported ones too.
  let files: [File]
  /// The files of our own, which the rules are about.
  let own: [File]
  private(set) var messages: [Symbol<Google_Protobuf_DescriptorProto>] = []
  private(set) var fields: [Symbol<Field>] = []
  private(set) var oneofs: [Symbol<Google_Protobuf_OneofDescriptorProto>] = []
  private(set) var enums: [Symbol<Google_Protobuf_EnumDescriptorProto>] = []
  private(set) var values: [Symbol<(of: String, value: Google_Protobuf_EnumValueDescriptorProto)>] =
    []
  private(set) var services: [Symbol<Google_Protobuf_ServiceDescriptorProto>] = []
  private(set) var methods: [Symbol<Method>] = []

  init(_ set: Google_Protobuf_FileDescriptorSet) {
    files = set.file
    own = set.file.filter { $0.name.hasPrefix("o2c/") }
    for file in own {
      let comments = Self.comments(of: file)
      for (index, message) in file.messageType.enumerated() {
        add(message, in: file.package, file, [4, Int32(index)], comments)
      }
      for (index, type) in file.enumType.enumerated() {
        add(type, in: file.package, file, [5, Int32(index)], comments)
      }
      for (index, service) in file.service.enumerated() {
        add(service, in: file.package, file, [6, Int32(index)], comments)
      }
      for (index, field) in file.extension.enumerated() {
        fields.append(
          Symbol(
            file: file.name, name: "\(file.package).\(field.name)",
            descriptor: Field(message: "", descriptor: field),
            comment: comments[[7, Int32(index)]] ?? ""))
      }
    }
  }

  func message(_ name: String) -> Symbol<Google_Protobuf_DescriptorProto>? {
    messages.first { $0.name == name }
  }

  func fields(of message: String) -> [Symbol<Field>] {
    fields.filter { $0.descriptor.message == message }
  }

  func field(_ name: String, of message: String) -> Symbol<Field>? {
    fields.first { $0.descriptor.message == message && $0.descriptor.descriptor.name == name }
  }

  private static func comments(of file: File) -> [[Int32]: String] {
    Dictionary(
      file.sourceCodeInfo.location.map { ($0.path, $0.leadingComments) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func add(
    _ message: Google_Protobuf_DescriptorProto, in scope: String, _ file: File, _ path: [Int32],
    _ comments: [[Int32]: String]
  ) {
    guard !message.options.mapEntry else { return }
    let name = "\(scope).\(message.name)"
    messages.append(
      Symbol(
        file: file.name, name: name, descriptor: message, comment: comments[path] ?? ""))
    for (index, field) in message.field.enumerated() {
      fields.append(
        Symbol(
          file: file.name, name: "\(name).\(field.name)",
          descriptor: Field(message: name, descriptor: field),
          comment: comments[path + [2, Int32(index)]] ?? ""))
    }
    for (index, oneof) in message.oneofDecl.enumerated() where !isSynthetic(index, of: message) {
      oneofs.append(
        Symbol(
          file: file.name, name: "\(name).\(oneof.name)", descriptor: oneof,
          comment: comments[path + [8, Int32(index)]] ?? ""))
    }
    for (index, nested) in message.nestedType.enumerated() {
      add(nested, in: name, file, path + [3, Int32(index)], comments)
    }
    for (index, type) in message.enumType.enumerated() {
      add(type, in: name, file, path + [4, Int32(index)], comments)
    }
  }

  /// The choice that stands behind an `optional` field is nobody's to comment.
  private func isSynthetic(_ index: Int, of message: Google_Protobuf_DescriptorProto) -> Bool {
    message.field.contains { $0.hasOneofIndex && $0.oneofIndex == index && $0.proto3Optional }
  }

  private mutating func add(
    _ type: Google_Protobuf_EnumDescriptorProto, in scope: String, _ file: File, _ path: [Int32],
    _ comments: [[Int32]: String]
  ) {
    let name = "\(scope).\(type.name)"
    enums.append(
      Symbol(
        file: file.name, name: name, descriptor: type, comment: comments[path] ?? ""))
    for (index, value) in type.value.enumerated() {
      values.append(
        Symbol(
          file: file.name, name: "\(name).\(value.name)", descriptor: (of: name, value: value),
          comment: comments[path + [2, Int32(index)]] ?? ""))
    }
  }

  private mutating func add(
    _ service: Google_Protobuf_ServiceDescriptorProto, in scope: String, _ file: File,
    _ path: [Int32], _ comments: [[Int32]: String]
  ) {
    let name = "\(scope).\(service.name)"
    services.append(
      Symbol(
        file: file.name, name: name, descriptor: service, comment: comments[path] ?? ""))
    for (index, method) in service.method.enumerated() {
      methods.append(
        Symbol(
          file: file.name, name: "\(name)/\(method.name)",
          descriptor: Method(service: name, descriptor: method),
          comment: comments[path + [2, Int32(index)]] ?? ""))
    }
  }
}
