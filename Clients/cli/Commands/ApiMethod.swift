import OrderToCash
import SwiftProtobuf

/// A request that changes something and can be tried without effect.
protocol Changing: Message {
  var validateOnly: Bool { get set }
}

/// A method of the contract as `o2c api call` carries it out: with the client, from JSON.
struct ApiMethod: Sendable {
  typealias Answer = (any Message) throws -> Void

  /// Full name such as `o2c.v1.OrderService/PlaceOrder`.
  let name: String
  /// Answers more than one message.
  let hasMany: Bool
  /// Client, request in JSON, dry run, options; each message of the answer goes to the last one.
  let run: @Sendable (OrderToCashClient, String, Bool, CallOptions, Answer) async throws -> Void

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// A read with one answer.
  static func one<Request: Message, Response: Message>(
    _ name: String,
    _ call: @escaping @Sendable (OrderToCashClient, Request, CallOptions) async throws -> Response
  ) -> ApiMethod {
    ApiMethod(name: name, hasMany: false) { client, json, _, options, answer in
      try answer(try await call(client, try request(json), options))
    }
  }

  /// A change with one answer.
  static func change<Request: Changing, Response: Message>(
    _ name: String,
    _ call: @escaping @Sendable (OrderToCashClient, Request, CallOptions) async throws -> Response
  ) -> ApiMethod {
    ApiMethod(name: name, hasMany: false) { client, json, isDryRun, options, answer in
      var request: Request = try request(json)
      request.validateOnly = request.validateOnly || isDryRun
      try answer(try await call(client, request, options))
    }
  }

  /// A change that answers with rows.
  static func rows<Request: Changing, Row: Message>(
    _ name: String,
    _ call: @escaping @Sendable (OrderToCashClient, Request, CallOptions) async throws -> [Row]
  ) -> ApiMethod {
    ApiMethod(name: name, hasMany: true) { client, json, isDryRun, options, answer in
      var request: Request = try request(json)
      request.validateOnly = request.validateOnly || isDryRun
      for row in try await call(client, request, options) { try answer(row) }
    }
  }

  /// A read that answers with rows, all at once.
  static func many<Request: Message, Row: Message>(
    _ name: String,
    _ call: @escaping @Sendable (OrderToCashClient, Request, CallOptions) async throws -> [Row]
  ) -> ApiMethod {
    ApiMethod(name: name, hasMany: true) { client, json, _, options, answer in
      for row in try await call(client, try request(json), options) { try answer(row) }
    }
  }

  /// A list: all its rows.
  static func list<Request: Message, Row: Message>(
    _ name: String,
    _ call: @escaping @Sendable (OrderToCashClient, Request, CallOptions) throws -> Pages<Row>
  ) -> ApiMethod {
    ApiMethod(name: name, hasMany: true) { client, json, _, options, answer in
      for try await row in try call(client, try request(json), options) { try answer(row) }
    }
  }

  /// A batch: what succeeded is answered, the first failure ends the call when all was told.
  static func batch<Request: Message, Row: Message>(
    _ name: String,
    _ call:
      @escaping @Sendable (OrderToCashClient, Request, CallOptions) async throws
      -> [Result<Row, OrderToCashError>]
  ) -> ApiMethod {
    ApiMethod(name: name, hasMany: true) { client, json, isDryRun, options, answer in
      if isDryRun {
        throw ErrorReport.usage("a batch has no --dry-run: set validateOnly in its requests")
      }
      let results = try await call(client, try request(json), options)
      var failure: OrderToCashError?
      var failed = 0
      for result in results {
        switch result {
        case .success(let row): try answer(row)
        case .failure(let error):
          failure = failure ?? error
          failed += 1
        }
      }
      guard let failure else { return }
      var report = ErrorReport(failure)
      report.message = "\(failed) of \(results.count) failed, first: \(report.message)"
      if failed < results.count { report.status = .partlyFailed }
      throw report
    }
  }

  private static func request<Request: Message>(_ json: String) throws -> Request {
    do {
      return try Request(jsonString: json)
    } catch {
      throw ErrorReport.usage(
        "this is no \(Request.protoMessageName) in JSON: \(error)",
        hint: "`o2c api describe \(Request.protoMessageName)` shows its fields")
    }
  }
}
