/// Asks before money moves or something is lost.
struct Confirmation: Sendable {
  let console: Console
  /// `--yes` was given, or nothing will happen anyway.
  let isGiven: Bool

  /// Goes on when the answer is yes. Declined, or without anybody to ask: exit 2.
  func ask(_ question: String) throws {
    if isGiven { return }
    try demandSomeone(question)
    console.err.write("\(question) [y/N] ")
    let answer = (console.readLine() ?? "").lowercased()
    guard answer == "y" || answer == "yes" else { throw Confirmation.declined() }
  }

  /// For what cannot be undone: the answer must be the word itself.
  func ask(_ question: String, typing word: String) throws {
    if isGiven { return }
    try demandSomeone(question)
    console.err.write("\(question)\nType \(word) to go on: ")
    guard console.readLine() == word else { throw Confirmation.declined() }
  }

  private func demandSomeone(_ question: String) throws {
    guard console.asks else {
      throw ErrorReport(
        status: .declined, message: "\(question) There is no terminal to ask on.",
        hint: "add --yes if that is what you want")
    }
  }

  private static func declined() -> ErrorReport {
    ErrorReport(status: .declined, message: "declined; nothing was done")
  }
}
