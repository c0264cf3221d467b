/// Flags that every command takes may stand before the noun, as in `o2c --profile acme order list`.
enum GlobalFlags {
  private static let withValue: Set<String> = [
    "--profile", "--endpoint", "--seller", "--timeout", "--output", "-o",
  ]
  private static let alone: Set<String> = ["--no-color"]

  /// The arguments with leading global flags moved to the end, where the parser takes them.
  static func behindCommand(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var flags: [String] = []
    while let first = rest.first {
      let name = first.split(separator: "=", maxSplits: 1).first.map(String.init) ?? first
      if alone.contains(first) || (withValue.contains(name) && name != first) {
        flags.append(rest.removeFirst())
      } else if withValue.contains(first), rest.count >= 2 {
        flags += [rest.removeFirst(), rest.removeFirst()]
      } else {
        break
      }
    }
    guard let end = rest.firstIndex(of: "--") else { return rest + flags }
    return rest[..<end] + flags + rest[end...]
  }
}
