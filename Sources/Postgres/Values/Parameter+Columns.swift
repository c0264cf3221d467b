/// Arrays of each type that columns have.
///
/// The generic ways to make an array are not specialised in other modules, where every value then
/// costs several calls through witnesses. These are made here, once for each type.
extension Parameter {
  package static func column(_ values: [Bool]) -> Parameter { made(values) }
  package static func column(_ values: [Int32]) -> Parameter { made(values) }
  package static func column(_ values: [Int32?]) -> Parameter { made(values) }
  package static func column(_ values: [Int64]) -> Parameter { made(values) }
  package static func column(_ values: [Int64?]) -> Parameter { made(values) }
  package static func column(_ values: [String]) -> Parameter { made(values) }
  package static func column(_ values: [String?]) -> Parameter { made(values) }
  package static func column(_ values: [[UInt8]]) -> Parameter { made(values) }
  package static func column(_ values: [UUIDBytes]) -> Parameter { made(values) }
  package static func column(_ values: [UUIDBytes?]) -> Parameter { made(values) }
  package static func column(_ values: [WrittenJSON]) -> Parameter { made(values) }
  package static func column(_ values: [JSONText]) -> Parameter { made(values) }
  package static func column(_ values: [JSONText?]) -> Parameter { made(values) }
  package static func column(_ values: [PostgresDate]) -> Parameter { made(values) }
  package static func column(_ values: [PostgresDate?]) -> Parameter { made(values) }
  package static func column(_ values: [PostgresTimestamp]) -> Parameter { made(values) }
  package static func column(_ values: [PostgresTimestamp?]) -> Parameter { made(values) }

  private static func made<Value: PostgresValue>(_ values: [Value]) -> Parameter {
    var column = ArrayColumn<Value>(minimumCapacity: values.count)
    for value in values { column.append(value) }
    return column.parameter()
  }

  /// Empty where there is nothing but NULL, which is what a statement over rows makes of an array
  /// that is too short: the usual row leaves a third of its columns empty.
  private static func made<Value: PostgresValue>(_ values: [Value?]) -> Parameter {
    guard values.contains(where: { $0 != nil }) else {
      return ArrayColumn<Value>(minimumCapacity: 0).parameter()
    }
    var column = ArrayColumn<Value>(minimumCapacity: values.count)
    for value in values { column.append(value) }
    return column.parameter()
  }
}
