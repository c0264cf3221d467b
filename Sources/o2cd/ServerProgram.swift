import ArgumentParser
import Foundation
import Service

/// The server of o2c.
@main
struct ServerProgram: AsyncParsableCommand {
  static let version = ServerVersion.current

  static let configuration = CommandConfiguration(
    commandName: "o2cd",
    abstract: "Takes orders all the way to cash: a gRPC service over TLS on PostgreSQL.",
    version: version,
    subcommands: [
      DevCommand.self, ServeCommand.self, MigrateCommand.self, FoundCommand.self,
      VersionCommand.self,
    ])

  static func main() async {
    EventLoops.leaveRoom(
      isSet: ProcessInfo.processInfo.environment["NIO_SINGLETON_GROUP_LOOP_COUNT"] != nil)
    await main(nil)
  }
}

/// Prints which build this is.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Prints the version and the schema that it works with.")

  func run() {
    print("o2cd \(ServerProgram.version), schema \(Database.migrations.count)")
  }
}
