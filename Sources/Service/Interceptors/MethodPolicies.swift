package import GRPCCore
import GRPCNIOTransportHTTP2Posix
package import OrderToCashAPI

/// The policy of every method that the server serves, from the table made from the contract.
package struct MethodPolicies: Sendable {
  private let byMethod: [MethodDescriptor: MethodPolicy]
  /// For what is not in the table: open to nobody.
  private static let closed = MethodPolicy(
    name: "unknown", access: .permission("-"), shape: .unary, mutates: true)

  /// A method that is served but has no permission in the contract.
  package struct Undeclared: Error, CustomStringConvertible {
    package let methods: [String]
    package var description: String {
      "no permission is declared for: \(methods.joined(separator: ", "))"
    }
  }

  /// - Throws: `Undeclared` when a service has a method without a permission, which must keep the
  ///   server from starting.
  package init(
    rules: [MethodRule] = MethodTable.all, services: [any RegistrableRPCService]
  ) throws(Undeclared) {
    var declared: [String: MethodPolicy] = [:]
    for rule in rules where !rule.permission.isEmpty {
      declared[rule.fullName] = MethodPolicy(rule)
    }
    var router = RPCRouter<HTTP2ServerTransport.Posix>()
    for service in services { service.registerMethods(with: &router) }
    var byMethod: [MethodDescriptor: MethodPolicy] = [:]
    var undeclared: [String] = []
    for method in router.methods {
      if let policy = declared[method.fullyQualifiedMethod] ?? MethodPolicy(openTo: method) {
        byMethod[MethodDescriptor(method.service, method.method)] = policy
      } else {
        undeclared.append(method.fullyQualifiedMethod)
      }
    }
    guard undeclared.isEmpty else { throw Undeclared(methods: undeclared.sorted()) }
    self.byMethod = byMethod
  }

  package subscript(_ method: MethodDescriptor) -> MethodPolicy {
    byMethod[MethodDescriptor(method.service, method.method)] ?? Self.closed
  }

  package var all: [MethodPolicy] { byMethod.values.sorted { $0.name < $1.name } }
}

extension MethodDescriptor {
  /// The key of a method: without its type, which is no part of its name.
  fileprivate init(_ service: ServiceDescriptor, _ method: String) {
    self.init(service: service, method: method)
  }
}

extension MethodPolicy {
  init(_ rule: MethodRule) {
    let shape: Shape =
      switch rule.shape {
      case .unary: .unary
      case .clientStream: .clientStream
      case .serverStream: .serverStream
      case .bidirectionalStream: .bidirectional
      }
    self.init(
      name: rule.fullName, access: .permission(rule.permission), shape: shape,
      mutates: !rule.isRead)
  }
}

extension MethodPolicy {
  private static let openServices: Set<String> = [
    "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
  ]

  /// Health and reflection need no credential.
  init?(openTo method: MethodDescriptor) {
    guard Self.openServices.contains(method.service.fullyQualifiedService) else { return nil }
    let isUnary = method.method == "Check" || method.method == "List"
    self.init(
      name: method.fullyQualifiedMethod, access: .open,
      shape: isUnary ? .unary : method.method == "Watch" ? .serverStream : .bidirectional,
      mutates: false)
  }
}
