import ArgumentParser

/// How a resource is named on the command line.
enum ResourceArgument: ExpressibleByArgument, Sendable, Hashable {
  /// Its resource name: `orders/01m6…`.
  case name(String)
  /// Its key in another system: `ext:PO-77812`.
  case externalID(String)
  /// A word for people: a document number, an article number, a code, a display name, or the id
  /// without its collection.
  case word(String)
  /// `-`: names from the input, one a line.
  case standardInput

  init?(argument: String) {
    if argument == "-" {
      self = .standardInput
    } else if argument.hasPrefix("ext:") {
      let key = argument.dropFirst(4)
      guard !key.isEmpty else { return nil }
      self = .externalID(String(key))
    } else if argument.contains("/") {
      guard !argument.hasPrefix("/"), !argument.hasSuffix("/") else { return nil }
      self = .name(argument)
    } else {
      guard !argument.isEmpty else { return nil }
      self = .word(argument)
    }
  }

  var text: String {
    switch self {
    case .name(let name): name
    case .externalID(let key): "ext:\(key)"
    case .word(let word): word
    case .standardInput: "-"
    }
  }

  /// Whether a word is a resource id: 26 characters of lower-case Crockford base32.
  static func isID(_ word: String) -> Bool {
    word.utf8.count == 26
      && word.utf8.allSatisfy { Array("0123456789abcdefghjkmnpqrstvwxyz".utf8).contains($0) }
  }
}
