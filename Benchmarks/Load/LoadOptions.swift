import ArgumentParser
import OrderToCash

/// How much, for how long, against whom.
struct LoadOptions: ParsableArguments {
  @Option(help: "Calls under way at once.")
  var inFlight = 64

  @Option(help: "Seconds that are measured.")
  var seconds = 10.0

  @Option(help: "Seconds of the same load before it is measured.")
  var warmUp = 2.0

  @Option(help: "The profile of the SDK's file; by default what the environment says.")
  var profile: String?

  func validate() throws {
    guard (1...4096).contains(inFlight), seconds > 0, warmUp >= 0 else {
      throw ValidationError("in-flight is 1 to 4096, seconds above 0, warm-up not negative.")
    }
  }

  /// As any caller would set it: the cap on calls where it was meant to be, and a connection for
  /// every 64 of them.
  func client() throws -> Configuration {
    var configuration = try Configuration.load(profile: profile)
    configuration.maximumCallsInFlight = max(configuration.maximumCallsInFlight, inFlight)
    configuration.connections = min(4, max(configuration.connections, (inFlight + 63) / 64))
    return configuration
  }

  /// Keeps `inFlight` workers busy with `work`, warm-up first, and prints the measurement.
  ///
  /// - Parameter work: does one piece and answers how many units it was.
  func run(
    unit: String,
    _ work: @escaping @Sendable (OrderToCashClient, inout Meter.Turn) async throws -> Int
  ) async throws {
    let measurement = try await withOrderToCash(client()) { client in
      await Meter(options: self).measure { turn in try await work(client, &turn) }
    }
    print(measurement.json(unit: unit, inFlight: inFlight))
  }
}
