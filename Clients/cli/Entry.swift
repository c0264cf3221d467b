import ArgumentParser
import Foundation

/// Where the process begins and ends.
@main
enum Entry {
  static func main() async {
    Interrupt.install()
    exit(await run(GlobalFlags.behindCommand(Array(CommandLine.arguments.dropFirst()))).rawValue)
  }

  /// Carries out a command line. Help goes to the output, mistakes to the error stream.
  static func run(_ arguments: [String]) async -> EndStatus {
    do {
      var command = try O2C.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .done
    } catch let ended as Ended {
      return ended.status
    } catch let report as ErrorReport {
      report.tell(on: .live(environment: ProcessInfo.processInfo.environment), as: .table)
      return report.status
    } catch {
      let text = O2C.fullMessage(for: error)
      let isHelp = O2C.exitCode(for: error) == .success
      if !text.isEmpty { (isHelp ? Sink.standardOutput : .standardError).line(text) }
      return isHelp ? .done : .usage
    }
  }
}
