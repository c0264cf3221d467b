import OrderToCashAPI
import SwiftProtobuf
import Testing

/// The contract with one thing spoiled, and the rule that must notice.
struct LintFixture: Sendable, CustomTestStringConvertible {
  typealias File = Google_Protobuf_FileDescriptorProto

  let rule: String
  let what: String
  var file = "o2c/v1/order_service.proto"
  let spoil: @Sendable (inout File) -> Void

  var testDescription: String { "\(rule): \(what)" }

  static let all = naming + packages + comments + house
}

extension LintFixture {
  private static let naming: [LintFixture] = [
    .init(rule: "MESSAGE_PASCAL_CASE", what: "snake") { $0.messageType[0].name = "place_order" },
    .init(rule: "ENUM_PASCAL_CASE", what: "snake") { $0.order.enumType[0].name = "order_state" },
    .init(rule: "SERVICE_PASCAL_CASE", what: "snake") { $0.service[0].name = "order_service" },
    .init(rule: "RPC_PASCAL_CASE", what: "camel") { $0.service[0].method[0].name = "placeOrder" },
    .init(rule: "SERVICE_SUFFIX", what: "none") { $0.service[0].name = "Orders" },
    .init(rule: "FIELD_LOWER_SNAKE_CASE", what: "camel") { $0.order.field[1].name = "orderNumber" },
    .init(rule: "ONEOF_LOWER_SNAKE_CASE", what: "camel") { file in
      file.edit("PlaceOrderResult") { $0.oneofDecl[0].name = "theResult" }
    },
    .init(rule: "FIELD_NOT_REQUIRED", what: "required") { $0.order.field[1].label = .required },
    .init(rule: "ENUM_VALUE_UPPER_SNAKE_CASE", what: "lower") {
      $0.order.enumType[0].value[1].name = "draft"
    },
    .init(rule: "ENUM_FIRST_VALUE_ZERO", what: "first is 1") {
      $0.order.enumType[0].value.removeFirst()
    },
    .init(rule: "ENUM_NO_ALLOW_ALIAS", what: "alias") {
      $0.order.enumType[0].options.allowAlias = true
    },
    .init(rule: "ENUM_ZERO_VALUE_SUFFIX", what: "UNKNOWN") {
      $0.order.enumType[0].value[0].name = "STATE_UNKNOWN"
    },
    .init(rule: "RPC_REQUEST_STANDARD_NAME", what: "the message of another method") {
      $0.service[0].method[0].inputType = ".o2c.v1.ConfirmOrderRequest"
    },
  ]

  private static let packages: [LintFixture] = [
    .init(rule: "SYNTAX_SPECIFIED", what: "proto2") { $0.syntax = "" },
    .init(rule: "PACKAGE_DEFINED", what: "none") { $0.package = "" },
    .init(rule: "PACKAGE_LOWER_SNAKE_CASE", what: "capitals") { $0.package = "o2C.v1" },
    .init(rule: "PACKAGE_DIRECTORY_MATCH", what: "other folder") {
      $0.name = "o2c/orders/order_service.proto"
    },
    .init(rule: "PACKAGE_VERSION_SUFFIX", what: "no version") { $0.package = "o2c.orders" },
    .init(rule: "FILE_LOWER_SNAKE_CASE", what: "capitals") {
      $0.name = "o2c/v1/OrderService.proto"
    },
    .init(rule: "IMPORT_NO_PUBLIC", what: "public") { $0.publicDependency = [0] },
    .init(rule: "IMPORT_NO_WEAK", what: "weak") { $0.weakDependency = [0] },
    .init(rule: "DIRECTORY_SAME_PACKAGE", what: "two packages") { $0.package = "o2c.v2" },
    .init(rule: "PACKAGE_SAME_DIRECTORY", what: "two folders") {
      $0.name = "o2c/v2/order_service.proto"
    },
    .init(rule: "PACKAGE_SAME_FILE_OPTIONS", what: "one with a prefix") {
      $0.options.swiftPrefix = "Order"
    },
    .init(rule: "STABLE_PACKAGE_NO_IMPORT_UNSTABLE", what: "a preview") {
      $0.dependency.append("o2c/v1beta1/quote_service.proto")
    },
    .init(rule: "PACKAGE_NO_IMPORT_CYCLE", what: "back to us", file: "google/rpc/status.proto") {
      $0.dependency.append("o2c/v1/types.proto")
    },
    .init(rule: "IMPORT_USED", what: "nothing of it is used") {
      $0.dependency.append("google/protobuf/empty.proto")
    },
    .init(
      rule: "IMPORT_USED", what: "not imported at all", file: "o2c/v1/event_service.proto"
    ) { $0.dependency.append("google/type/date.proto") },
  ]

  private static let comments: [LintFixture] = [
    .init(rule: "COMMENT_SERVICE", what: "none") { $0.uncomment([6, 0]) },
    .init(rule: "COMMENT_RPC", what: "none") { $0.uncomment([6, 0, 2, 0]) },
    .init(rule: "COMMENT_MESSAGE", what: "none") { $0.uncomment([4, 0]) },
    .init(rule: "COMMENT_FIELD", what: "none") { $0.uncomment([4, 0, 2, 0]) },
    .init(rule: "COMMENT_FIELD", what: "none above an option", file: "o2c/v1/options.proto") {
      $0.uncomment([7, 0])
    },
    .init(rule: "COMMENT_ONEOF", what: "none") { file in
      guard let index = file.messageType.firstIndex(where: { $0.name == "PlaceOrderResult" })
      else { return }
      file.uncomment([4, Int32(index), 8, 0])
    },
    .init(rule: "COMMENT_ENUM", what: "none") { file in
      file.uncomment([4, file.orderIndex, 4, 0])
    },
    .init(rule: "COMMENT_ENUM_VALUE", what: "none") { file in
      file.uncomment([4, file.orderIndex, 4, 0, 2, 0])
    },
  ]
}

extension Google_Protobuf_FileDescriptorProto {
  /// The message `Order`, which most fixtures spoil.
  var order: Google_Protobuf_DescriptorProto {
    get { messageType[Int(orderIndex)] }
    set { messageType[Int(orderIndex)] = newValue }
  }

  var orderIndex: Int32 { Int32(messageType.firstIndex { $0.name == "Order" } ?? 0) }

  mutating func edit(
    _ message: String, _ change: (inout Google_Protobuf_DescriptorProto) -> Void
  ) {
    guard let index = messageType.firstIndex(where: { $0.name == message }) else { return }
    change(&messageType[index])
  }

  mutating func uncomment(_ path: [Int32]) {
    for index in sourceCodeInfo.location.indices
    where sourceCodeInfo.location[index].path == path {
      sourceCodeInfo.location[index].leadingComments = ""
    }
  }
}
