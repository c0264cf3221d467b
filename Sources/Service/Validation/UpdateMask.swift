import Domain
import OrderToCashAPI
import SwiftProtobuf

/// Which fields of a resource a request sets: an empty mask is all populated ones, `*` all of them,
/// and a field that is named and empty is cleared.
struct UpdateMask: Sendable {
  private enum Extent {
    case populated
    case all
    case named(Set<String>)
  }

  private let extent: Extent

  /// The mask of a Create: whatever is populated.
  static let populated = UpdateMask(extent: .populated)

  private init(extent: Extent) { self.extent = extent }

  /// Reads `update_mask`; what the resource does not have is UPDATE_MASK_INVALID.
  init(
    _ mask: Google_Protobuf_FieldMask, over resource: any Message.Type, _ shape: inout Shape
  ) {
    let paths = mask.paths
    if paths.isEmpty {
      extent = .populated
      return
    }
    if paths == ["*"] {
      extent = .all
      return
    }
    let fields = Set((FieldRulesTable.byMessage[resource.protoMessageName] ?? []).map(\.name))
    for (index, path) in paths.enumerated() where !fields.contains(path) {
      let whole = String(path.prefix { $0 != "." })
      let advice =
        path == "*"
        ? "\"*\" stands alone."
        : fields.contains(whole) ? "Name the whole field \(whole)." : "There is no such field."
      shape.add("update_mask.paths[\(index)]", .updateMaskInvalid, advice)
    }
    extent = .named(Set(paths))
  }

  func changes(_ field: String, isPopulated: Bool) -> Bool {
    switch extent {
    case .populated: isPopulated
    case .all: true
    case .named(let fields): fields.contains(field)
    }
  }
}

extension Shape {
  /// A field that may be left out of a change, but not be emptied by one.
  mutating func require(_ isThere: Bool, _ field: String) {
    if !isThere { add(field, .fieldRequired, "This field is required.") }
  }
}
