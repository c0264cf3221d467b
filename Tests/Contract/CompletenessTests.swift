import Foundation
import OrderToCashAPI
import Testing

/// Every method has the whole way of a request: command or query, adapter, SDK method, test.
@Suite("Completeness") struct CompletenessTests {
  @Test("every method has a command or query, an adapter, an SDK method and a test")
  func everyMethod() throws {
    let tree = try SourceTree()
    let table = MethodTable.all.compactMap { rule -> String? in
      let missing = tree.missing(method: rule.method, isRead: rule.isRead)
      return missing.isEmpty ? nil : "\(rule.fullName): \(missing.joined(separator: ", "))"
    }
    if !table.isEmpty {
      Issue.record("\(table.count) methods are not whole:\n\(table.joined(separator: "\n"))")
    }
  }

  @Test("a method that nobody wrote is found missing")
  func invented() throws {
    let tree = try SourceTree()
    #expect(tree.missing(method: "TeleportOrder", isRead: false).count == 4)
    #expect(tree.missing(method: "ListTeleports", isRead: true).count == 4)
  }
}

/// The Swift files of the project, as far as the way of a request goes.
private struct SourceTree {
  private let domain: Set<String>
  private let store: Set<String>
  private let service: Set<String>
  private let sdk: String
  private let tests: String

  init() throws {
    domain = Set(Self.files("Sources/Domain").map { $0.lastPathComponent.lowercased() })
    store = Set(Self.files("Sources/Store").map(\.lastPathComponent))
    service = Set(Self.files("Sources/Service").map(\.lastPathComponent))
    sdk = try Self.text(Self.files("Clients/swift"))
    tests = try Self.text(Self.files("Tests").filter { !$0.path().contains("Tests/Contract/") })
  }

  /// What the method lacks, in the words of design: query or command, adapter, SDK method, test.
  func missing(method: String, isRead: Bool) -> [String] {
    let camel = method.prefix(1).lowercased() + method.dropFirst()
    var missing: [String] = []
    if isRead {
      if !hasQuery(method) { missing.append("query Sources/Store/…/\(method).swift") }
    } else if !hasCommand(method) {
      missing.append("command Sources/Domain/…/\(method).swift")
    }
    if !service.contains(where: { $0.hasSuffix("+\(method).swift") }) {
      missing.append("adapter Sources/Service/…+\(method).swift")
    }
    if !sdk.contains(".\(camel)(") { missing.append("SDK call .\(camel)(") }
    if !tests.contains(method), !tests.contains(camel) { missing.append("test") }
    return missing
  }

  private func hasQuery(_ method: String) -> Bool {
    // Who calls is known before any row is read.
    if method == "GetCaller" { return true }
    // An export reads the pages of the lists.
    if method == "ExportRecords" { return store.contains("ListPrices.swift") }
    // A preview is decided by the core, on books that are read without locks.
    return store.contains { $0 == "\(method).swift" || $0.hasSuffix("+\(method).swift") }
      || hasCommand(method)
  }

  /// Batches and streams carry the command of their single form, an import those of its rows. Case
  /// is Swift's own: `CreateApiKey` is `CreateAPIKey` there.
  private func hasCommand(_ method: String) -> Bool {
    switch method {
    case "BatchPlaceOrders", "PlaceOrders": domain.contains("placeorder.swift")
    case "BatchShipOrders": domain.contains("shiporder.swift")
    case "ImportRecords": domain.contains { $0.contains("import") }
    default: domain.contains("\(method.lowercased()).swift")
    }
  }

  private static func files(_ folder: String) -> [URL] {
    let url = Contract.root.appending(path: folder).resolvingSymlinksInPath()
    guard let walk = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  private static func text(_ files: [URL]) throws -> String {
    try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
      .joined(separator: "\n")
  }
}
