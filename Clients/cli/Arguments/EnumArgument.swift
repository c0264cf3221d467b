import SwiftProtobuf

/// The value of an enum of the contract by its name, in any case; throws usage with the names that
/// there are.
func enumValue<Value: SwiftProtobuf.Enum & CaseIterable>(
  _ name: String, _ flag: String
) throws -> Value {
  if let value = EnumText.value(name, of: Value.self) { return value }
  // What is an argument is written in small letters, as its help shows it.
  let names = EnumText.names(of: Value.self)
    .map { flag == "KIND" ? $0.lowercased().replacing("_", with: "-") : $0 }
    .joined(separator: ", ")
  throw ErrorReport.usage("\(flag) is one of \(names), not \(name)")
}
