import OrderToCashAPI
import SwiftProtobuf

extension LintFixture {
  static let house: [LintFixture] = methods + messages

  private static let methods: [LintFixture] = [
    .init(rule: "O2C_METHOD_RULES", what: "no permission") {
      $0.service[0].method[0].options.O2c_V1_method.permission = ""
    },
    .init(rule: "O2C_METHOD_RULES", what: "a permission without an area") {
      $0.service[0].method[0].options.O2c_V1_method.permission = "place"
    },
    .init(rule: "O2C_METHOD_RULES", what: "a reason twice") {
      $0.service[0].method[0].options.O2c_V1_method.reasons.append("CREDIT_HOLD")
    },
    .init(rule: "O2C_METHOD_RULES", what: "an event that is no event") {
      $0.service[0].method[0].options.O2c_V1_method.events.append("OrderPlaced")
    },
    .init(rule: "O2C_METHOD_RULES", what: "a change without events") {
      $0.service[0].method[0].options.O2c_V1_method.events = []
    },
    .init(rule: "O2C_METHOD_RULES", what: "nothing said of repeating") {
      $0.service[0].method[0].options.clearIdempotencyLevel()
    },
    .init(rule: "O2C_MUTATION_FIELDS", what: "a verb without validate_only") { file in
      file.edit("CancelOrderRequest") { $0.field.removeAll { $0.name == "validate_only" } }
    },
    .init(rule: "O2C_MUTATION_FIELDS", what: "a verb without etag") { file in
      file.edit("CancelOrderRequest") { $0.field.removeAll { $0.name == "etag" } }
    },
    .init(rule: "O2C_MUTATION_FIELDS", what: "a request id without a format") { file in
      file.edit("PlaceOrderRequest") { message in
        for index in message.field.indices where message.field[index].name == "request_id" {
          message.field[index].options.O2c_V1_field.format = .unspecified
        }
      }
    },
    .init(
      rule: "O2C_MUTATION_FIELDS", what: "an update without a mask",
      file: "o2c/v1/customer_service.proto"
    ) { file in
      file.edit("UpdateCustomerRequest") { $0.field.removeAll { $0.name == "update_mask" } }
    },
    .init(
      rule: "O2C_MUTATION_FIELDS", what: "authority without a note",
      file: "o2c/v1/credit_service.proto"
    ) { file in
      file.edit("SetCreditLimitRequest") { $0.field.removeAll { $0.name == "note" } }
    },
    .init(
      rule: "O2C_MUTATION_FIELDS", what: "a header without a request id",
      file: "o2c/v1/admin_service.proto"
    ) { file in
      file.edit("ImportRecordsRequest") { message in
        for index in message.nestedType.indices where message.nestedType[index].name == "Header" {
          message.nestedType[index].field.removeAll { $0.name == "request_id" }
        }
      }
    },
    .init(rule: "O2C_LIST_FIELDS", what: "no page token") { file in
      file.edit("ListOrdersRequest") { $0.field.removeAll { $0.name == "page_token" } }
    },
    .init(rule: "O2C_LIST_FIELDS", what: "no default order") { file in
      for index in file.service[0].method.indices
      where file.service[0].method[index].name == "ListOrders" {
        file.service[0].method[index].options.O2c_V1_method.defaultOrder = ""
      }
    },
    .init(rule: "O2C_LIST_FIELDS", what: "a filterable field that the comment does not name") {
      $0.order.editField("currency_code") { $0.options.O2c_V1_field.filterable = true }
    },
  ]

  private static let messages: [LintFixture] = [
    .init(rule: "O2C_COMMON_FIELDS", what: "an etag with another number") {
      $0.order.editField("etag") { $0.number = 60 }
    },
    .init(rule: "O2C_COMMON_FIELDS", what: "another field on 95") {
      $0.order.editField("ship_to") { $0.number = 95 }
    },
    .init(rule: "O2C_COMMON_FIELDS", what: "a time that is a string") {
      $0.order.editField("create_time") { $0.typeName = "" }
    },
    .init(rule: "O2C_COMMON_FIELDS", what: "a date that is a time") {
      $0.order.editField("order_date") { $0.typeName = ".google.protobuf.Timestamp" }
    },
    .init(rule: "O2C_COMMON_FIELDS", what: "a name that is no identifier") {
      $0.order.editField("name") { $0.options.O2c_V1_field.behavior = [] }
    },
    .init(rule: "O2C_NO_FLOAT", what: "a double") {
      $0.order.editField("order_number") { $0.type = .double }
    },
    .init(rule: "O2C_NO_FLOAT", what: "a struct, whose numbers are doubles") {
      $0.order.editField("rounding") { $0.typeName = ".google.protobuf.Struct" }
    },
    .init(rule: "O2C_MONEY", what: "an amount that is an integer") { file in
      file.edit("OrderLine") { line in line.editField("net_amount") { $0.type = .int64 } }
    },
    .init(rule: "O2C_MONEY", what: "minor units outside of Money") {
      $0.order.editField("order_number") { $0.name = "minor_units" }
    },
    .init(rule: "O2C_MONEY", what: "a price that is no decimal") { file in
      file.edit("OrderLine") { line in
        line.editField("unit_price") { $0.options.O2c_V1_field.format = .unspecified }
      }
    },
    .init(rule: "O2C_CODE_STANDARD", what: "a code without a standard") {
      $0.order.editField("external_id") { $0.name = "external_code" }
    },
  ]
}

extension Google_Protobuf_DescriptorProto {
  fileprivate mutating func editField(
    _ name: String, _ change: (inout Google_Protobuf_FieldDescriptorProto) -> Void
  ) {
    guard let index = field.firstIndex(where: { $0.name == name }) else { return }
    change(&field[index])
  }
}
