import SwiftProtobuf

extension LintRule {
  /// Names, and what an enum begins with (buf STANDARD).
  static let naming: [LintRule] = [
    .each("MESSAGE_PASCAL_CASE", { $0.messages }, must: { $0.descriptor.name.isPascalCase }),
    .each("ENUM_PASCAL_CASE", { $0.enums }, must: { $0.descriptor.name.isPascalCase }),
    .each("SERVICE_PASCAL_CASE", { $0.services }, must: { $0.descriptor.name.isPascalCase }),
    .each("RPC_PASCAL_CASE", { $0.methods }, must: { $0.descriptor.descriptor.name.isPascalCase }),
    .each("SERVICE_SUFFIX", { $0.services }, must: { $0.descriptor.name.hasSuffix("Service") }),
    .each(
      "FIELD_LOWER_SNAKE_CASE", { $0.fields },
      must: { $0.descriptor.descriptor.name.isLowerSnakeCase }),
    .each("ONEOF_LOWER_SNAKE_CASE", { $0.oneofs }, must: { $0.descriptor.name.isLowerSnakeCase }),
    .each(
      "FIELD_NOT_REQUIRED", { $0.fields }, must: { $0.descriptor.descriptor.label != .required }),
    .each(
      "ENUM_VALUE_UPPER_SNAKE_CASE", { $0.values },
      must: { $0.descriptor.value.name.isUpperSnakeCase }),
    .each(
      "ENUM_FIRST_VALUE_ZERO", { $0.enums }, must: { $0.descriptor.value.first?.number == 0 }),
    .each("ENUM_NO_ALLOW_ALIAS", { $0.enums }, must: { !$0.descriptor.options.allowAlias }),
    .each(
      "ENUM_ZERO_VALUE_SUFFIX", { $0.enums },
      must: { type in
        type.descriptor.value.filter { $0.number == 0 }.allSatisfy {
          $0.name == "\(type.descriptor.name.upperSnakeCased)_UNSPECIFIED"
        }
      }),
    .each(
      "RPC_REQUEST_STANDARD_NAME", { $0.methods },
      must: { symbol in
        let method = symbol.descriptor
        let service = method.service.split(separator: ".").last ?? ""
        let input = method.input.split(separator: ".").last ?? ""
        return input == "\(method.descriptor.name)Request"
          || input == "\(service)\(method.descriptor.name)Request"
      }),
  ]
}

extension String {
  var isPascalCase: Bool {
    first?.isUppercase == true && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && contains { $0.isLowercase }
  }

  var isLowerSnakeCase: Bool {
    first?.isLowercase == true && last != "_" && !contains("__")
      && allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
  }

  var isUpperSnakeCase: Bool {
    first?.isUppercase == true && last != "_" && !contains("__")
      && allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
  }

  /// `OrderState` becomes `ORDER_STATE`.
  var upperSnakeCased: String {
    var result = ""
    for character in self {
      if character.isUppercase, !result.isEmpty { result += "_" }
      result += character.uppercased()
    }
    return result
  }
}
