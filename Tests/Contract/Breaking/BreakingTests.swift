import OrderToCashAPI
import SwiftProtobuf
import Testing

@Suite("Compatibility of the contract") struct BreakingTests {
  @Test("nothing that the last release promised is taken back")
  func released() throws {
    let changes = ContractComparison.changes(
      from: try Contract.released(), to: try Contract.current())
    #expect(changes.isEmpty, "\(changes.map(\.description).joined(separator: "\n"))")
  }

  @Test("growth breaks nothing")
  func growth() throws {
    let old = try Contract.released()
    var new = old
    try new.editFile("o2c/v1/order_service.proto") { file in
      var field = Google_Protobuf_FieldDescriptorProto()
      field.name = "incoterm_code"
      field.number = 70
      field.type = .string
      file.order.field.append(field)
      var message = Google_Protobuf_DescriptorProto()
      message.name = "AmendOrderRequest"
      file.messageType.append(message)
      file.order.enumType[0].value.append(
        .with {
          $0.name = "ARCHIVED"
          $0.number = 9
        })
    }
    #expect(ContractComparison.changes(from: old, to: new) == [])
  }

  @Test("every breaking change is named", arguments: BreakingFixture.all)
  func fixture(fixture: BreakingFixture) throws {
    let old = try Contract.released()
    var new = old
    try new.editFile("o2c/v1/order_service.proto", fixture.spoil)
    let rules = ContractComparison.changes(from: old, to: new).map(\.rule)
    #expect(rules.contains(fixture.rule), "found \(rules)")
  }

  @Test("a file that is gone is named")
  func file() throws {
    let old = try Contract.released()
    var new = old
    new.file.removeAll { $0.name == "o2c/v1/order_service.proto" }
    #expect(ContractComparison.changes(from: old, to: new).map(\.rule) == ["FILE_NO_DELETE"])
  }

  @Test("a reservation that is gone is named")
  func reservations() throws {
    let new = try Contract.released()
    var old = new
    try old.editFile("o2c/v1/order_service.proto") { file in
      file.order.reservedRange = [
        .with {
          $0.start = 60
          $0.end = 61
        }
      ]
      file.order.enumType[0].reservedRange = [
        .with {
          $0.start = 60
          $0.end = 60
        }
      ]
    }
    #expect(
      ContractComparison.changes(from: old, to: new).map(\.rule)
        == ["RESERVED_MESSAGE_NO_DELETE", "RESERVED_ENUM_NO_DELETE"])
  }

  @Test("an option that is gone is named")
  func extensions() throws {
    let old = try Contract.released()
    var new = old
    try new.editFile("o2c/v1/options.proto") { $0.extension.removeLast() }
    #expect(ContractComparison.changes(from: old, to: new).map(\.rule) == ["EXTENSION_NO_DELETE"])
  }
}

/// One change of the order service, and the rule that must name it.
struct BreakingFixture: Sendable, CustomTestStringConvertible {
  let rule: String
  let spoil: @Sendable (inout Google_Protobuf_FileDescriptorProto) -> Void

  var testDescription: String { rule }

  static let all: [BreakingFixture] = [
    .init(rule: "FILE_SAME_PACKAGE") { $0.package = "o2c.v2" },
    .init(rule: "FILE_SAME_SYNTAX") { $0.syntax = "" },
    .init(rule: "FILE_SAME_OPTIONS") { $0.options.javaPackage = "dev.o2c" },
    .init(rule: "MESSAGE_NO_DELETE") { $0.messageType.removeFirst() },
    .init(rule: "ONEOF_NO_DELETE") { file in
      file.edit("PlaceOrderResult") { $0.oneofDecl[0].name = "outcome" }
    },
    .init(rule: "FIELD_NO_DELETE") { $0.order.field.removeLast() },
    .init(rule: "FIELD_SAME_NUMBER") { $0.order.field[1].number = 71 },
    .init(rule: "FIELD_SAME_NAME") { $0.order.field[1].name = "number" },
    .init(rule: "FIELD_SAME_JSON_NAME") { $0.order.field[1].jsonName = "number" },
    .init(rule: "FIELD_SAME_TYPE") { $0.order.field[1].type = .int64 },
    .init(rule: "FIELD_SAME_CARDINALITY") { $0.order.field[1].label = .repeated },
    .init(rule: "FIELD_SAME_ONEOF") { file in
      file.edit("PlaceOrderResult") { $0.field[1].clearOneofIndex() }
    },
    .init(rule: "O2C_LIMIT_NOT_TIGHTENED") { file in
      for index in file.order.field.indices where file.order.field[index].name == "lines" {
        file.order.field[index].options.O2c_V1_field.maxItems = 100
      }
    },
    .init(rule: "ENUM_NO_DELETE") { $0.order.enumType.removeFirst() },
    .init(rule: "ENUM_VALUE_NO_DELETE") { $0.order.enumType[0].value.removeLast() },
    .init(rule: "ENUM_VALUE_SAME_NAME") { $0.order.enumType[0].value[1].name = "OPEN" },
    .init(rule: "SERVICE_NO_DELETE") { $0.service = [] },
    .init(rule: "RPC_NO_DELETE") { $0.service[0].method.removeFirst() },
    .init(rule: "RPC_SAME_REQUEST_TYPE") {
      $0.service[0].method[0].inputType = ".o2c.v1.CreateOrderRequest"
    },
    .init(rule: "RPC_SAME_RESPONSE_TYPE") {
      $0.service[0].method[0].outputType = ".o2c.v1.PlaceOrderResult"
    },
    .init(rule: "RPC_SAME_CLIENT_STREAMING") { $0.service[0].method[0].clientStreaming = true },
    .init(rule: "RPC_SAME_SERVER_STREAMING") { $0.service[0].method[0].serverStreaming = true },
    .init(rule: "RPC_SAME_IDEMPOTENCY_LEVEL") {
      $0.service[0].method[0].options.idempotencyLevel = .noSideEffects
    },
  ]
}

extension Google_Protobuf_FileDescriptorSet {
  fileprivate mutating func editFile(
    _ name: String, _ change: (inout Google_Protobuf_FileDescriptorProto) -> Void
  ) throws {
    let index = try #require(file.firstIndex { $0.name == name })
    change(&file[index])
  }
}
