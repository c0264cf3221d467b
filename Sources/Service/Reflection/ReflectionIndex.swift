import SwiftProtobuf

/// Answers the questions of reflection from a descriptor set: which file holds what.
package struct ReflectionIndex: Sendable {
  enum Question: Sendable {
    case file(named: String)
    case symbol(String)
    case `extension`(of: String, number: Int32)
    case extensionNumbers(of: String)
    case services
    case nothing
  }

  enum Answer: Sendable, Equatable {
    /// The file and all that it imports, serialized.
    case files([[UInt8]])
    case extensionNumbers(type: String, [Int32])
    case services([String])
    /// Goes into the stream, which goes on.
    case notFound(String)
    case invalid(String)
  }

  private struct ExtensionKey: Hashable {
    let type: String
    let number: Int32
  }

  private struct File {
    let bytes: [UInt8]
    let imports: [String]
  }

  private var files: [String: File] = [:]
  private var symbols: [String: String] = [:]
  private var extensions: [ExtensionKey: String] = [:]
  private var services: [String] = []

  /// - Parameters:
  ///   - descriptorSet: a serialized `FileDescriptorSet` with all imports.
  ///   - served: the services that this server has; others in the set are not listed.
  /// - Throws: when the bytes are no descriptor set.
  package init(descriptorSet: [UInt8], served: [String]) throws {
    let set = try Google_Protobuf_FileDescriptorSet(serializedBytes: descriptorSet)
    for file in set.file {
      files[file.name] = File(bytes: try file.serializedBytes(), imports: file.dependency)
      let scope = file.package
      for message in file.messageType { add(message, in: scope, of: file.name) }
      for type in file.enumType { add(type, in: scope, of: file.name) }
      for field in file.extension { add(extension: field, in: scope, of: file.name) }
      for service in file.service {
        let name = Self.join(scope, service.name)
        symbols[name] = file.name
        for method in service.method { symbols[Self.join(name, method.name)] = file.name }
      }
    }
    services = served.filter { symbols[$0] != nil }.sorted()
  }

  func answer(_ question: Question) -> Answer {
    switch question {
    case .file(let name):
      files[name] == nil ? .notFound("no such file") : .files(closure(of: name))
    case .symbol(let symbol):
      symbols[symbol].map { .files(closure(of: $0)) } ?? .notFound("no such symbol")
    case .extension(let type, let number):
      extensions[ExtensionKey(type: type, number: number)].map { .files(closure(of: $0)) }
        ?? .notFound("no such extension")
    case .extensionNumbers(let type):
      symbols[type] == nil
        ? .notFound("no such type")
        : .extensionNumbers(
          type: type, extensions.keys.filter { $0.type == type }.map(\.number).sorted())
    case .services: .services(services)
    case .nothing: .invalid("the request asks nothing")
    }
  }

  /// The file first, then what it imports, each once.
  private func closure(of name: String) -> [[UInt8]] {
    var seen: Set<String> = [name]
    var queue = [name]
    var next = 0
    while next < queue.count {
      for name in files[queue[next]]?.imports ?? [] where seen.insert(name).inserted {
        queue.append(name)
      }
      next += 1
    }
    return queue.compactMap { files[$0]?.bytes }
  }

  private mutating func add(
    _ message: Google_Protobuf_DescriptorProto, in scope: String, of file: String
  ) {
    let name = Self.join(scope, message.name)
    symbols[name] = file
    for field in message.field { symbols[Self.join(name, field.name)] = file }
    for oneof in message.oneofDecl { symbols[Self.join(name, oneof.name)] = file }
    for nested in message.nestedType { add(nested, in: name, of: file) }
    for type in message.enumType { add(type, in: name, of: file) }
    for field in message.extension { add(extension: field, in: name, of: file) }
  }

  private mutating func add(
    _ type: Google_Protobuf_EnumDescriptorProto, in scope: String, of file: String
  ) {
    symbols[Self.join(scope, type.name)] = file
    // Values are siblings of their enum, as in C++.
    for value in type.value { symbols[Self.join(scope, value.name)] = file }
  }

  private mutating func add(
    extension field: Google_Protobuf_FieldDescriptorProto, in scope: String, of file: String
  ) {
    symbols[Self.join(scope, field.name)] = file
    let type = String(field.extendee.drop { $0 == "." })
    extensions[ExtensionKey(type: type, number: field.number)] = file
  }

  private static func join(_ scope: String, _ name: String) -> String {
    scope.isEmpty ? name : "\(scope).\(name)"
  }
}
