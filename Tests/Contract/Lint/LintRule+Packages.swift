import SwiftProtobuf

extension LintRule {
  /// Files, packages and imports (buf STANDARD).
  static let packages: [LintRule] = [
    .eachFile("SYNTAX_SPECIFIED") { $0.syntax == "proto3" },
    .eachFile("PACKAGE_DEFINED") { !$0.package.isEmpty },
    .eachFile("PACKAGE_LOWER_SNAKE_CASE") {
      $0.package.split(separator: ".").allSatisfy { String($0).isLowerSnakeCase }
    },
    .eachFile("PACKAGE_DIRECTORY_MATCH") {
      $0.package.split(separator: ".").joined(separator: "/") == $0.folder
    },
    .eachFile("PACKAGE_VERSION_SUFFIX") { file in
      guard let last = file.package.split(separator: ".").last, last.first == "v" else {
        return false
      }
      return last.dropFirst().first?.isNumber == true
    },
    .eachFile("FILE_LOWER_SNAKE_CASE") { file in
      let base = file.name.split(separator: "/").last ?? ""
      return base.hasSuffix(".proto") && String(base.dropLast(6)).isLowerSnakeCase
    },
    .eachFile("IMPORT_NO_PUBLIC") { $0.publicDependency.isEmpty },
    .eachFile("IMPORT_NO_WEAK") { $0.weakDependency.isEmpty },
    LintRule(id: "DIRECTORY_SAME_PACKAGE") { index in
      groups(index, by: \.folder, with: \.package)
    },
    LintRule(id: "PACKAGE_SAME_DIRECTORY") { index in
      groups(index, by: \.package, with: \.folder)
    },
    LintRule(id: "PACKAGE_SAME_FILE_OPTIONS") { index in
      groups(index, by: \.package) { file in
        let options = file.options
        return [
          options.goPackage, options.javaPackage, options.csharpNamespace, options.swiftPrefix,
          options.phpNamespace, options.rubyPackage, "\(options.javaMultipleFiles)",
        ].joined(separator: ",")
      }
    },
    LintRule(id: "STABLE_PACKAGE_NO_IMPORT_UNSTABLE") { index in
      index.own.filter { file in
        file.dependency.contains { $0.contains("alpha") || $0.contains("beta") }
      }.map(\.name)
    },
    LintRule(id: "PACKAGE_NO_IMPORT_CYCLE") { index in
      let packages = Dictionary(
        index.files.map { ($0.name, $0.package) }, uniquingKeysWith: { first, _ in first })
      var edges: [String: Set<String>] = [:]
      for file in index.files {
        for dependency in file.dependency {
          guard let package = packages[dependency], package != file.package else { continue }
          edges[file.package, default: []].insert(package)
        }
      }
      return Set(index.own.map(\.package)).filter { reaches($0, from: $0, by: edges) }.sorted()
    },
    LintRule(id: "IMPORT_USED") { index in
      index.own.flatMap { file in
        let used = file.referencedNames
        return file.dependency.filter { dependency in
          guard let imported = index.files.first(where: { $0.name == dependency }) else {
            return true
          }
          if !imported.extension.isEmpty { return !file.usesHouseOptions }
          return used.isDisjoint(with: imported.declaredNames)
        }.map { "\(file.name): \($0)" }
      }
    },
  ]

  private static func eachFile(
    _ id: String, _ holds: @escaping @Sendable (DescriptorIndex.File) -> Bool
  ) -> LintRule {
    LintRule(id: id) { index in index.own.filter { !holds($0) }.map(\.name) }
  }

  /// Groups whose files do not agree.
  private static func groups(
    _ index: DescriptorIndex, by key: (DescriptorIndex.File) -> String,
    with value: (DescriptorIndex.File) -> String
  ) -> [String] {
    Dictionary(grouping: index.own, by: key)
      .filter { Set($0.value.map(value)).count > 1 }.keys.sorted()
  }

  private static func reaches(
    _ goal: String, from start: String, by edges: [String: Set<String>]
  ) -> Bool {
    var seen: Set<String> = []
    var next = Array(edges[start] ?? [])
    while let package = next.popLast() {
      if package == goal { return true }
      if seen.insert(package).inserted { next += edges[package] ?? [] }
    }
    return false
  }
}

extension Google_Protobuf_FileDescriptorProto {
  fileprivate var folder: String {
    name.split(separator: "/").dropLast().joined(separator: "/")
  }

  fileprivate var allMessages: [Google_Protobuf_DescriptorProto] {
    var result = messageType
    var next = 0
    while next < result.count {
      result += result[next].nestedType
      next += 1
    }
    return result
  }

  /// Types that fields, methods and extensions of the file name, without the leading dot.
  fileprivate var referencedNames: Set<String> {
    var names = allMessages.flatMap { $0.field.map(\.typeName) }
    names += service.flatMap { $0.method.flatMap { [$0.inputType, $0.outputType] } }
    names += self.extension.flatMap { [$0.typeName, $0.extendee] }
    return Set(names.filter { !$0.isEmpty }.map { String($0.dropFirst()) })
  }

  fileprivate var declaredNames: Set<String> {
    var names = Set(enumType.map { "\(package).\($0.name)" })
    func add(_ message: Google_Protobuf_DescriptorProto, in scope: String) {
      let name = "\(scope).\(message.name)"
      names.insert(name)
      names.formUnion(message.enumType.map { "\(name).\($0.name)" })
      for nested in message.nestedType { add(nested, in: name) }
    }
    for message in messageType { add(message, in: package) }
    return names
  }

  fileprivate var usesHouseOptions: Bool {
    allMessages.contains { $0.field.contains(where: \.hasOptions) }
      || service.contains { $0.method.contains(where: \.hasOptions) }
  }
}
