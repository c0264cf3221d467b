import Foundation
import OrderToCashAPI
import Testing

@Suite("The surface of the SDK")
struct SurfaceTests {
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Clients/swift").resolvingSymlinksInPath()
  private static let golden = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Surface+Golden.swift")

  private static func files() throws -> [(name: String, text: String)] {
    let paths = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var files: [(name: String, text: String)] = []
    for case let url as URL in paths where url.pathExtension == "swift" {
      files.append((url.lastPathComponent, try String(contentsOf: url, encoding: .utf8)))
    }
    return files
  }

  @Test("every method of the contract is called by its name")
  func complete() throws {
    let text = try Self.files().map(\.text).joined()
    #expect(MethodTable.all.count > 50)
    for rule in MethodTable.all {
      let name = rule.method.prefix(1).lowercased() + rule.method.dropFirst()
      #expect(text.contains(".\(name)("), "\(rule.fullName) has no method in the SDK")
    }
  }

  @Test("every mutation of the contract gets a request id")
  func mutations() throws {
    let text = try Self.files().map(\.text).joined()
    let own = ["BatchPlaceOrders", "PlaceOrders", "BatchShipOrders", "ImportRecords"]
    for rule in MethodTable.all where !rule.isRead && !own.contains(rule.method) {
      let request = rule.input.replacingOccurrences(of: "o2c.v1.", with: "O2c_V1_")
      #expect(text.contains("extension \(request): Mutation {}"), "\(rule.fullName)")
    }
  }

  @Test("what is public is what was decided to be; O2C_REWRITE_GOLDEN=1 decides anew")
  func exports() throws {
    var exports: Set<String> = []
    for file in try Self.files() {
      for line in file.text.split(separator: "\n") {
        let line = line.trimmingCharacters(in: .whitespaces)
        guard line.hasPrefix("public "), !line.hasPrefix("public import ") else { continue }
        let end = line.firstIndex { "{=".contains($0) } ?? line.endIndex
        exports.insert("\(file.name): " + line[..<end].trimmingCharacters(in: .whitespaces))
      }
    }
    if ProcessInfo.processInfo.environment["O2C_REWRITE_GOLDEN"] != nil {
      let text = exports.sorted().joined(separator: "\n")
      try """
      /// What the SDK shows to those who use it. Remade by SurfaceTests; look at what changes.
      let goldenSurface = #\"""
      \(text)
      \"""#

      """.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let golden = Set(goldenSurface.split(separator: "\n").map(String.init))
    #expect(exports.subtracting(golden).sorted() == [], "new")
    #expect(golden.subtracting(exports).sorted() == [], "gone")
  }

  @Test("every public declaration has a doc comment")
  func documented() throws {
    for file in try Self.files() {
      var last = ""
      for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
        let line = line.trimmingCharacters(in: .whitespaces)
        if line.hasPrefix("public "), !line.hasPrefix("public import ") {
          #expect(last.hasPrefix("///") || last.hasPrefix("@"), "\(file.name): \(line)")
        }
        last = line
      }
    }
  }
}
