import GRPCCore
public import OrderToCashAPI
import SwiftProtobuf
import Synchronization

extension AdminClient {
  /// Imports the rows of a file, and says how it goes. A broken import is resumed.
  ///
  /// The import runs under one request id: that of the options, or a new one. Called again with the
  /// same id and the same file it goes on where it was, also days later; who wants that keeps the id
  /// before the call.
  ///
  /// - Parameters:
  ///   - kind: What the rows are.
  ///   - mapping: From field path to column name, for columns that are not named after their field.
  ///   - skipBadRows: Imports the good rows of a file that has bad ones; otherwise a bad row stops
  ///     the import before the first one.
  ///   - validateOnly: Decides every row without any effect.
  public func importRecords(
    _ kind: ImportKind, from source: ImportSource, format: ImportFormat = .csv,
    mapping: [String: String] = [:], skipBadRows: Bool = false, validateOnly: Bool = false,
    options: CallOptions = .init()
  ) -> Results<ImportUpdate> {
    var header = O2c_V1_ImportRecordsRequest.Header()
    header.kind = kind
    header.format = format
    header.requestID = (options.requestID ?? RequestID()).description
    header.sha256 = source.sha256
    header.size = Int64(source.size)
    header.mapping = mapping
    header.skipBadRows = skipBadRows
    header.validateOnly = validateOnly
    return Results { [engine, header] updates in
      try await engine.stream(options, requestID: header.requestID) { watch in
        let upload = Upload(header: header, source: source, updates: updates, watch: watch)
        try await engine.attempts(
          options, requestID: header.requestID, until: nil, hasMoved: upload.moved.take
        ) { try await upload.run(over: $0) }
      }
    }
  }
}

/// An import over its attempts.
private final class Upload: Sendable {
  let moved = Flag()
  private let header: O2c_V1_ImportRecordsRequest.Header
  private let source: ImportSource
  private let updates: Handoff<ImportUpdate>
  private let watch: SilenceWatch
  private let named = Mutex<Set<Int64>>([])
  private let isDone = Flag()

  init(
    header: O2c_V1_ImportRecordsRequest.Header, source: ImportSource,
    updates: Handoff<ImportUpdate>, watch: SilenceWatch
  ) {
    self.header = header
    self.source = source
    self.updates = updates
    self.watch = watch
  }

  /// One attempt: the header, then what the server does not have yet.
  func run(over link: Link) async throws {
    let accepted = Handoff<Int>(room: 1)
    let request = StreamingClientRequest(
      of: O2c_V1_ImportRecordsRequest.self, metadata: link.metadata
    ) { writer in
      try await writer.write(.with { $0.header = self.header })
      guard var offset = try await accepted.next() else { return }
      repeat {
        let piece = self.source.piece(at: offset)
        offset += piece.count
        try await writer.write(
          .with {
            $0.chunk.data = piece
            $0.chunk.last = offset >= self.source.size
          })
        self.watch.listen()
      } while offset < self.source.size
    }
    watch.listen()
    try await O2c_V1_AdminService.Client(wrapping: link.connection).importRecords(
      request: request, options: link.options
    ) { response in
      defer { accepted.finish() }
      for try await message in response.messages {
        self.watch.pause()
        if case .accepted(let header) = message.message {
          try await accepted.send(Int(header.resumeOffset))
        }
        try await self.tell(message)
        self.watch.listen()
      }
    }
    guard isDone.isRaised else { throw OrderToCashError.incomplete("The import") }
  }

  private func tell(_ message: O2c_V1_ImportRecordsResponse) async throws {
    switch message.message {
    case .accepted(let accepted):
      try await updates.send(.started(resumeOffset: Int(accepted.resumeOffset)))
    case .progress(let progress):
      moved.raise()
      try await updates.send(
        .progress(
          ImportProgress(
            rowsDone: Int(progress.rowsDone),
            rowsTotal: progress.hasRowsTotal ? Int(progress.rowsTotal) : nil,
            bytesReceived: Int(progress.bytesReceived))))
    case .rowError(let row):
      moved.raise()
      guard named.withLock({ $0.insert(row.row).inserted }) else { return }
      let error = OrderToCashError(row.status, requestID: header.requestID)
      try await updates.send(
        .rowFailed(ImportRowError(row: Int(row.row), key: row.key, error: error)))
    case .result(let result):
      isDone.raise()
      try await updates.send(
        .finished(
          ImportResult(
            rows: Int(result.rows), imported: Int(result.imported), failed: Int(result.failed),
            replayed: Int(result.replayed))))
    case nil: break
    }
  }
}
