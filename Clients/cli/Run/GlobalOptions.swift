import ArgumentParser
import Foundation
import OrderToCash

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "Profile of the configuration to use; default O2C_PROFILE, then the current one.")
  var profile: String?

  @Option(help: "Where the server listens: host:port.")
  var endpoint: String?

  @Option(help: "The seller to act for: sellers/….")
  var seller: String?

  @Option(help: "Seconds that a call may take; default 8. For jobs: the longest silence.")
  var timeout: Int?

  @Option(name: [.short, .long], help: "table, json, jsonl, csv or name.")
  var output: OutputFormat = .table

  @Flag(help: "No colours; NO_COLOR does the same.")
  var noColor = false

  func validate() throws {
    if let timeout, timeout < 1 { throw ValidationError("--timeout is at least 1 second") }
  }
}

/// What commands that change something take.
struct MutationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Repeats a call safely: the id that the first attempt had. @FILE keeps it in a file.",
      valueName: "uuid-v7|@file"))
  var requestID: RequestIDArgument?

  @Flag(help: "Decides without any effect and shows what would come out.")
  var dryRun = false

  @Flag(name: [.short, .long], help: "Does not ask.")
  var yes = false

  func confirmation(on console: Console) -> Confirmation {
    Confirmation(console: console, isGiven: yes || dryRun)
  }
}

/// What lists take.
struct ListOptions: ParsableArguments {
  @Option(help: "Shows only what fits, such as 'state = ON_HOLD'; see `o2c help filters`.")
  var filter = ""

  @Option(help: "Keys to sort by, such as 'due_date, name desc'.")
  var sort = ""

  @Option(help: "Most rows to show.")
  var limit = 50

  @Flag(help: "Shows all rows.")
  var all = false

  @Flag(help: "Reads lines and other details too, for json and jsonl.")
  var full = false

  @Option(defaultAsFlag: 2, help: "Shows the list again every so many seconds.")
  var watch: Int?

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1") }
    if let watch, watch < 1 { throw ValidationError("--watch is at least 1 second") }
  }
}

/// A request id as it is given: itself, or the file that keeps it.
enum RequestIDArgument: ExpressibleByArgument, Sendable, Hashable {
  case id(RequestID)
  case file(String)

  init?(argument: String) {
    if argument.hasPrefix("@"), argument.count > 1 {
      self = .file(String(argument.dropFirst()))
    } else if let id = RequestID(argument) {
      self = .id(id)
    } else {
      return nil
    }
  }

  /// The id. A file that is not there is made with a new one, before anything is sent: so a command
  /// that is run again after a crash has the id of the first attempt.
  func resolved() throws -> RequestID {
    switch self {
    case .id(let id): return id
    case .file(let path):
      if FileManager.default.fileExists(atPath: path) {
        let text = String(decoding: try InputFile.bytes(of: path), as: UTF8.self)
        guard let id = RequestID(String(text.trimming(\.isWhitespace))) else {
          throw ErrorReport.usage("\(path) holds no request id")
        }
        return id
      }
      let id = RequestID()
      try SecretFile.write("\(id)\n", to: path)
      return id
    }
  }
}
