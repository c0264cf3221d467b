import Foundation
import OrderToCashAPI
import SwiftProtobuf

extension LintRule {
  /// Numbers are exact, codes name their standard.
  static let values: [LintRule] = [
    .each(
      "O2C_NO_FLOAT", { $0.fields },
      must: { symbol in
        let type = symbol.descriptor.descriptor.type
        return type != .double && type != .float
          && symbol.descriptor.descriptor.typeName != ".google.protobuf.Struct"
          && symbol.descriptor.descriptor.typeName != ".google.protobuf.Value"
      }),
    .each("O2C_MONEY", { $0.fields }, must: { $0.descriptor.isExact }),
    .each(
      "O2C_CODE_STANDARD", { $0.fields },
      must: { symbol in
        // A postal code is what the country's post makes of it.
        let name = symbol.descriptor.descriptor.name
        guard name.hasSuffix("_code"), name != "postal_code",
          symbol.descriptor.descriptor.type == .string
        else { return true }
        return standards.contains { symbol.comment.contains($0) }
      }),
  ]

  private static let standards = [
    "ISO 4217", "ISO 3166", "BCP 47", "UN/ECE", "UNCL", "VATEX", "Harmonized System",
    "seller's own list",
  ]
}

extension DescriptorIndex.Field {
  /// Amounts are Money; prices, quantities and percentages are decimal strings.
  fileprivate var isExact: Bool {
    let name = descriptor.name
    let isNumber = [.int32, .int64, .uint32, .uint64, .sint32, .sint64].contains(descriptor.type)
    if name == "minor_units" { return message == "o2c.v1.Money" && descriptor.type == .int64 }
    let amounts = ["net", "tax", "gross", "total", "limit", "balance", "payable", "outstanding"]
    let last = name.split(separator: "_").last.map(String.init) ?? name
    if isNumber {
      return !amounts.contains(name) && !["amount", "price", "minor", "cents"].contains(last)
    }
    let decimals = ["price", "quantity", "percent", "rate"]
    if decimals.contains(last) { return descriptor.type == .string && rules.format == .decimal }
    return true
  }
}
