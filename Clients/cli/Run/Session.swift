import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// A command at work: the client, where data go, and how calls are made.
struct Session: Sendable {
  let client: OrderToCashClient
  let console: Console
  let printer: Printer
  /// Options of calls that change nothing.
  let options: CallOptions
  let spoken = SpokenNames()

  var resolver: Resolver { Resolver(client: client, options: options, spoken: spoken) }

  /// Options of a call that changes something: with a request id, so that it can be repeated. One
  /// of several things that are done under one id has an id derived from its key.
  func options(_ mutation: MutationOptions, key: String? = nil) throws -> CallOptions {
    var options = options
    let id = try mutation.requestID?.resolved()
    options.requestID = key.flatMap { key in id?.derived(for: key) } ?? id ?? RequestID()
    return options
  }

  /// Makes one change and shows what came out.
  func change<Row: Showable>(
    _ mutation: MutationOptions, _ body: (CallOptions) async throws -> Row
  ) async throws {
    try await showChanged(try await body(try options(mutation)))
    tellDryRun(mutation)
  }

  /// Shows the resources that the arguments mean.
  func show<Row: Showable>(
    _ arguments: [ResourceArgument], _ kind: ResourceKind,
    read: @escaping @Sendable (String) async throws -> Row
  ) async throws {
    try await each(arguments, kind, show: { try await self.show($0) }) { name, _ in
      try await read(name)
    }
  }

  /// Changes the resources that the arguments mean, each on its own, and shows them.
  func change<Row: Showable>(
    _ arguments: [ResourceArgument], _ kind: ResourceKind, _ mutation: MutationOptions,
    change: @escaping @Sendable (String, CallOptions) async throws -> Row
  ) async throws {
    var mutation = mutation
    if let id = try mutation.requestID?.resolved() { mutation.requestID = .id(id) }
    let isSingle = arguments.count == 1 && arguments != [.standardInput]
    try await each(arguments, kind, show: { try await self.showChanged($0) }) {
      [mutation] name, options in
      let own = try self.options(mutation, key: isSingle ? nil : name)
      return try await change(name, own)
    }
    tellDryRun(mutation)
  }

  /// What a dry run leaves behind.
  func tellDryRun(_ mutation: MutationOptions) {
    if mutation.dryRun { console.err.line("dry run: nothing was changed") }
  }

  /// Shows what came out of a change: an order on its screen, which says what to do next.
  private func showChanged<Row: Showable>(_ row: Row) async throws {
    guard printer.format == .table, let order = row as? Order else { return try await show(row) }
    try await show(OrderScreen.screen(order, now: .now))
  }

  private func each<Row: Showable>(
    _ arguments: [ResourceArgument], _ kind: ResourceKind, show: (Row) async throws -> Void,
    work: @escaping @Sendable (String, CallOptions) async throws -> Row
  ) async throws {
    let expanded = try expand(arguments)
    if expanded.count == 1, arguments != [.standardInput] {
      let name = try await resolver.name(expanded[0], kind)
      return try await show(try await work(name, options))
    }
    let found = try await resolver.names(expanded, kind)
    var failures = Failures(printer)
    var list = ListWriter<Row>(printer)
    try await Interrupt.job {
      try await InFlight.forEach(found) { found in
        try await work(try found.name.get(), self.options)
      } receive: { found, result in
        switch result {
        case .success(let row):
          failures.succeeded()
          try list.add(row)
        case .failure(let error):
          failures.failed(found.argument.text, spoken.applied(to: ErrorReport(any: error)))
        }
      }
    }
    if failures.isTotal, printer.format == .table { return try failures.finish(kind.collection) }
    list.finish(await labels(for: list.references))
    try failures.finish(kind.collection)
  }

  /// Replaces `-` by the lines of the input.
  func expand(_ arguments: [ResourceArgument]) throws -> [ResourceArgument] {
    var result: [ResourceArgument] = []
    for argument in arguments {
      guard argument == .standardInput else {
        result.append(argument)
        continue
      }
      while let line = console.readLine() {
        let word = String(line.trimming(\.isWhitespace))
        if word.isEmpty { continue }
        guard let argument = ResourceArgument(argument: word), argument != .standardInput else {
          throw ErrorReport.usage("the input has a line that is no name: \(word)")
        }
        result.append(argument)
      }
    }
    return result
  }
}

extension GlobalOptions {
  /// Connects, runs the command, and tells what went wrong.
  func run(_ body: @Sendable (Session) async throws -> Void) async throws {
    try await runLocally { console in
      let environment = ProcessInfo.processInfo.environment
      let configuration = try configuration(environment: environment)
      var options = CallOptions()
      options.timeout = timeout.map { .seconds($0) }
      let printer = Printer(console: console, format: output)
      try await withOrderToCash(configuration) { client in
        let session = Session(
          client: client, console: console, printer: printer, options: options)
        do {
          try await body(session)
        } catch {
          throw session.spoken.applied(to: ErrorReport(any: error))
        }
      }
    }
  }

  /// Runs a command that needs no server, and tells what went wrong.
  func runLocally(_ body: (Console) async throws -> Void) async throws {
    let console = Console.live(
      noColor: noColor, environment: ProcessInfo.processInfo.environment)
    do {
      try await body(console)
    } catch {
      let report = ErrorReport(any: error)
      report.tell(on: console, as: output)
      throw Ended(status: report.status)
    }
  }

  /// Flags over environment over file.
  func configuration(environment: [String: String]) throws -> Configuration {
    let profiles = try Profiles.read(environment: environment)
    let settings = try profiles.settings(global: self, environment: environment)
    var configuration = try Configuration(settings: settings)
    configuration.connections = 1
    configuration.waitsForConnection = false
    if let timeout {
      configuration.timeout = .seconds(timeout)
      configuration.idleTimeout = .seconds(timeout)
    }
    return configuration
  }
}

/// The command is over and everything was told: only the exit status is left.
struct Ended: Error {
  let status: EndStatus
}
