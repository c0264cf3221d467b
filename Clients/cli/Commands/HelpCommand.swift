import ArgumentParser

struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explains a topic, a command or the reason of an error.",
    discussion: "Topics: \(HelpTopic.all.map(\.name).joined(separator: ", ")).")

  @Argument(help: "A topic, a command such as `order place`, or a reason such as CREDIT_HOLD.")
  var words: [String] = []

  func run() throws {
    Sink.standardOutput.line(try HelpCommand.text(for: words))
  }

  /// The page for some words. A word that is a topic and a command has the pages of both.
  static func text(for words: [String]) throws -> String {
    guard let first = words.first else { return O2C.helpMessage() }
    let command = command(words).map { O2C.helpMessage(for: $0) }
    if words.count == 1 {
      if first == "topics" {
        return HelpTopic.all.map { "\($0.name)\n  \($0.summary)" }.joined(separator: "\n")
      }
      if let topic = HelpTopic.all.first(where: { $0.name == first }) {
        return [topic.text, command].compactMap(\.self).joined(separator: "\n\n")
      }
      let reason = first.uppercased()
      if let hint = Hints.hint(for: reason) { return "\(reason): \(hint)" }
    }
    guard let command else {
      throw ErrorReport.usage(
        "there is no topic, command or reason \(words.joined(separator: " "))",
        hint: "`o2c help topics` lists the topics, `o2c help` the commands")
    }
    return command
  }

  /// The command of some words; nil where there is none.
  private static func command(_ words: [String]) -> (any ParsableCommand.Type)? {
    var command: any ParsableCommand.Type = O2C.self
    for word in words {
      let all =
        command.configuration.subcommands
        + command.configuration.groupedSubcommands
        .flatMap(\.subcommands)
      guard let next = all.first(where: { name(of: $0) == word }) else { return nil }
      command = next
    }
    return command
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? String(describing: command).lowercased()
  }
}
