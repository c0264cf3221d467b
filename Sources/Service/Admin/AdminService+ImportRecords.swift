import Crypto
import Domain
import Foundation
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension AdminService {
  /// Takes a file in, row by row. Each row is a command of its own under a request id that follows
  /// from the run and its line, so that a broken import, sent again, goes on where it was.
  package func importRecords(
    request: StreamingServerRequest<O2c_V1_ImportRecordsRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<O2c_V1_ImportRecordsResponse> {
    let (call, caller, seller) = try CallContext.authenticated()
    let run = ImportRun(
      environment: environment, call: call, caller: caller, seller: seller, context: context)
    return StreamingServerResponse { writer in
      try await CallContext.$current.withValue(call) {
        try await run.carry(request.messages, to: writer)
      }
      return [:]
    }
  }
}

/// One import, from its header to its result.
struct ImportRun: Sendable {
  static let largestFile = 64 << 20
  static let rowsAtOnce = 32

  let environment: Environment
  let call: CallContext
  let caller: AuthenticatedCaller
  let seller: ID<Seller>
  let context: ServerContext

  typealias Writer = RPCWriter<O2c_V1_ImportRecordsResponse>
  typealias Header = O2c_V1_ImportRecordsRequest.Header

  func carry(
    _ messages: RPCAsyncSequence<O2c_V1_ImportRecordsRequest, any Error>, to writer: Writer
  ) async throws {
    var iterator = messages.makeAsyncIterator()
    guard case .header(let header)? = try await iterator.next()?.message else {
      throw Rejection.invalidField("header", .fieldRequired, "The first message is the header.")
    }
    let kind = try check(header)
    try await writer.write(.with { $0.accepted = .init() })
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(header.size))
    receiving: while let message = try await iterator.next() {
      guard case .chunk(let chunk) = message.message else {
        throw Rejection.invalidField("chunk", .fieldInvalid, "After the header come chunks.")
      }
      guard bytes.count + chunk.data.count <= header.size else {
        throw Rejection(
          .fileCorrupt, "The file is larger than the \(header.size) bytes announced.",
          metadata: ["offset": String(bytes.count)])
      }
      bytes += chunk.data
      if chunk.last { break receiving }
    }
    try ImportFile.check(bytes, size: header.size, sha256: header.sha256)
    let file = ImportFile(kind: kind, format: header.format, mapping: header.mapping)
    let records = try file.records(bytes)
    let customers = try await customers(in: records, kind)
    let row = ImportRow(
      environment: environment, kind: kind, context: context, customers: customers)
    let result = try await rows(records, row, header, size: bytes.count, to: writer)
    if !header.validateOnly { try await finish(result, kind, header) }
    try await writer.write(
      .with {
        $0.result = .with {
          $0.rows = result.rows
          $0.imported = result.imported
          $0.failed = result.failed
          $0.replayed = result.replayed
        }
      })
  }

  private func check(_ header: Header) throws -> ImportKind {
    var shape = Shape(checking: header)
    guard let kind = ImportKind(header.kind) else {
      shape.add("header.kind", .fieldRequired, "Say what the records are.")
      try shape.faults.check()
      preconditionFailure("a fault was added")
    }
    if header.size > Self.largestFile {
      shape.add("header.size", .fieldOutOfRange, "A file has at most 64 MiB.")
    }
    try shape.faults.check()
    let permission = MethodTable.byName[kind.method]?.permission ?? ""
    guard caller.may(permission) else { throw ServiceError.permissionMissing(permission) }
    try RequestIdentity.check(try runID(header), now: environment.clock.now())
    return kind
  }

  private func runID(_ header: Header) throws(Rejection) -> ID<Request> {
    guard let id = ID<Request>(uuid: header.requestID) ?? ID<Request>(header.requestID) else {
      throw RequestIdentity.invalid(header.requestID)
    }
    return id
  }

  /// The id of a row: the time of the run, and bits of run, kind and line.
  private func rowID(
    _ run: ID<Request>, _ record: ImportRecord, _ kind: ImportKind
  ) -> ID<Request> {
    let unit = "\(run) \(kind.rawValue) \(record.line)"
    return .derived(
      from: Array(SHA256.hash(data: Data(unit.utf8))),
      at: Instant(microseconds: run.milliseconds * 1000))
  }

  /// Without `skip_bad_rows` every row is tried first, and none is imported when one is bad.
  private func rows(
    _ records: [ImportRecord], _ row: ImportRow, _ header: Header, size: Int, to writer: Writer
  ) async throws -> FinishImport.Result {
    if !header.skipBadRows || header.validateOnly {
      let trial = try await pass(records, row, header, validateOnly: true, size: size, to: writer)
      if header.validateOnly || trial.failed > 0 {
        var result = trial
        if !header.validateOnly { result.imported = 0 }
        return result
      }
    }
    return try await pass(records, row, header, validateOnly: false, size: size, to: writer)
  }

  private func pass(
    _ records: [ImportRecord], _ row: ImportRow, _ header: Header, validateOnly: Bool, size: Int,
    to writer: Writer
  ) async throws -> FinishImport.Result {
    let run = try runID(header)
    // A trial must not stumble over what an earlier run of this import has done already.
    let known =
      validateOnly
      ? try await KnownRequests.find(
        records.map { rowID(run, $0, row.kind) }, by: caller.principal, of: seller,
        environment.readers) : []
    var result = FinishImport.Result(
      rows: Int64(records.count), imported: 0, failed: 0, replayed: 0)
    try await withThrowingTaskGroup(of: (ImportRecord, Result<Bool, any Error>).self) { group in
      var waiting = records.makeIterator()
      func start() -> Bool {
        guard let record = waiting.next() else { return false }
        let requestID = rowID(run, record, row.kind)
        group.addTask { [call] in
          await CallContext.$current.withValue(call) {
            if known.contains(requestID) { return (record, .success(true)) }
            switch record.content {
            case .faulty(let fault): return (record, .failure(fault))
            case .json(let json):
              do {
                let isReplay = try await row.perform(
                  json, requestID: requestID.uuidText, validateOnly: validateOnly)
                return (record, .success(isReplay))
              } catch {
                return (record, .failure(error))
              }
            }
          }
        }
        return true
      }
      for _ in 0..<Self.rowsAtOnce where !start() { break }
      while let (record, outcome) = try await group.next() {
        switch outcome {
        case .success(let isReplay):
          result.imported += 1
          if isReplay { result.replayed += 1 }
        case .failure(let error):
          result.failed += 1
          try await report(error, record, to: writer)
        }
        let done = result.imported + result.failed
        if done % 100 == 0 || done == result.rows {
          try await writer.write(
            .with {
              $0.progress = .with {
                $0.rowsDone = done
                $0.rowsTotal = result.rows
                $0.bytesReceived = Int64(size)
              }
            })
        }
        _ = start()
      }
    }
    return result
  }

  private func report(
    _ error: any Error, _ record: ImportRecord, to writer: Writer
  ) async throws {
    let status = ErrorStatus(
      for: error, in: call.method, translate: { ServiceError(databaseError: $0) })
    try await writer.write(
      .with {
        $0.rowError = .with {
          $0.row = record.line
          $0.key = record.key
          $0.status = status.message(callID: call.callID)
        }
      })
  }

  /// The customers that rows name by their own number.
  private func customers(
    in records: [ImportRecord], _ kind: ImportKind
  ) async throws -> [String: ID<Customer>] {
    guard kind == .orders || kind == .prices else { return [:] }
    var numbers: Set<String> = []
    for record in records {
      guard case .json(let json) = record.content,
        let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      else { continue }
      for field in ["customer", "billTo", "bill_to", "payer"] {
        guard let customer = object[field] as? String, !customer.isEmpty,
          Names.customer.id(in: customer) == nil
        else { continue }
        numbers.insert(customer)
      }
    }
    return try await CustomersByExternalID.find(
      numbers.sorted(), of: seller, for: caller.domainCaller, environment.readers)
  }

  private func finish(
    _ result: FinishImport.Result, _ kind: ImportKind, _ header: Header
  ) async throws {
    let run = try runID(header)
    let hash = Array(SHA256.hash(data: Data("\(run) \(kind.rawValue) \(result)".utf8)))
    let ticket = RequestTicket(
      seller: seller, caller: caller.domainCaller,
      requestID: .derived(from: hash, at: Instant(microseconds: run.milliseconds * 1000)),
      hash: hash, method: "o2c.v1.AdminService/ImportRecords", deadline: nil)
    _ = try await environment.door.submit(
      FinishImport(kind: kind.rawValue, result: result), as: ticket
    ) { ($0, []) }
  }
}
