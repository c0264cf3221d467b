import OrderToCashAPI
import SwiftProtobuf
import Testing

@Suite("Tables made from the contract") struct TablesTests {
  @Test("the method table has every method with what its options say")
  func methods() throws {
    let declared = DescriptorIndex(try Contract.current()).methods
    #expect(declared.count == 90)
    #expect(MethodTable.all.map(\.fullName) == declared.map(\.name))
    for symbol in declared {
      let rule = try #require(MethodTable.byName[symbol.name])
      let method = symbol.descriptor
      #expect(rule.permission == method.rules.permission)
      #expect(rule.reasons == method.rules.reasons)
      #expect(rule.events == method.rules.events)
      #expect(rule.defaultOrder == method.rules.defaultOrder)
      #expect(rule.requiresETag == method.rules.etagRequired)
      #expect(rule.hasAuthority == method.rules.authority)
      #expect(rule.isRead == method.isRead)
      #expect(rule.input == method.input)
      #expect(rule.output == method.output)
    }
  }

  @Test(
    "shapes follow from who streams",
    arguments: [
      ("o2c.v1.OrderService/PlaceOrder", MethodRule.Shape.unary),
      ("o2c.v1.OrderService/PlaceOrders", .bidirectionalStream),
      ("o2c.v1.LedgerService/VerifyBooks", .serverStream),
      ("o2c.v1.AdminService/ImportRecords", .bidirectionalStream),
    ])
  func shapes(method: String, shape: MethodRule.Shape) {
    #expect(MethodTable.byName[method]?.shape == shape)
  }

  @Test("the field table has every field with what its options say")
  func fields() throws {
    let index = DescriptorIndex(try Contract.current())
    #expect(Set(FieldRulesTable.byMessage.keys) == Set(index.messages.map(\.name)))
    for message in index.messages {
      let table = try #require(FieldRulesTable.byMessage[message.name])
      let declared = index.fields(of: message.name).map(\.descriptor)
      #expect(table.map(\.name) == declared.map(\.descriptor.name))
      for (rule, field) in zip(table, declared) {
        #expect(rule.number == Int(field.descriptor.number))
        #expect(rule.behavior.count == field.rules.behavior.count)
        #expect(rule.behavior.contains(.required) == field.rules.behavior.contains(.required))
        #expect(rule.behavior.contains(.outputOnly) == field.rules.behavior.contains(.outputOnly))
        #expect((rule.format == .none) == (field.rules.format == .unspecified))
        #expect(rule.maxLength ?? 0 == Int(field.rules.maxLength))
        #expect(rule.maxItems ?? 0 == Int(field.rules.maxItems))
        #expect(rule.isSensitive == field.rules.sensitive)
        #expect(rule.isFilterable == field.rules.filterable)
        #expect(rule.isSortable == field.rules.sortable)
        #expect(rule.resources == field.rules.resource)
      }
    }
  }

  @Test("a filter reaches into messages by path")
  func paths() {
    let filterable = FieldRulesTable.filterablePaths(of: "o2c.v1.Order")
    #expect(filterable.contains("holds.kind"))
    #expect(filterable.contains("external_id"))
    #expect(!filterable.contains("lines"))
    #expect(
      FieldRulesTable.sortablePaths(of: "o2c.v1.OpenItem")
        == ["due_date", "outstanding.minor_units"])
  }

  @Test("the embedded descriptors are those of the contract, without comments")
  func embedded() throws {
    let embedded = try Google_Protobuf_FileDescriptorSet(
      serializedBytes: EmbeddedDescriptors.fileDescriptorSet,
      extensions: O2c_V1_Options_Extensions)
    var current = try Contract.current()
    for index in current.file.indices { current.file[index].clearSourceCodeInfo() }
    #expect(embedded == current)
  }

  @Test("an imported file comes before those that import it")
  func order() throws {
    var seen: Set<String> = []
    for file in try Contract.current().file {
      #expect(seen.isSuperset(of: file.dependency), "\(file.name)")
      seen.insert(file.name)
    }
    #expect(seen.contains("google/rpc/error_details.proto"))
    #expect(seen.contains("grpc/health/v1/health.proto"))
    #expect(seen.contains("grpc/reflection/v1alpha/reflection.proto"))
  }

  @Test("a field that may be filtered is one that every caller may see")
  func sensitive() {
    for (message, fields) in FieldRulesTable.byMessage {
      for field in fields where field.isSensitive {
        #expect(!field.isFilterable && !field.isSortable, "\(message).\(field.name)")
      }
    }
  }
}
