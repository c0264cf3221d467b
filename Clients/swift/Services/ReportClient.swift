import Crypto
import GRPCCore
public import OrderToCashAPI

/// Exports.
public struct ReportClient: Sendable {
  let engine: CallEngine

  /// Exports records as a file, in pieces; its checksum is compared as it comes.
  ///
  /// A broken export is not resumed: it fails once bytes have come. ``Reason/fileCorrupt`` where
  /// the bytes are not those that the server counted.
  ///
  /// - Parameters:
  ///   - kind: What is exported.
  ///   - filter: In the filter of the list of this kind; empty is all.
  ///   - format: How the records are written; the default is CSV.
  public func export(
    _ kind: ExportKind, filter: String = "", format: ExportFormat = .csv,
    options: CallOptions = .init()
  ) -> Results<ExportUpdate> {
    Results { [engine] updates in
      try await engine.stream(options) { watch in
        let delivered = Flag()
        let isDone = Flag()
        var message = O2c_V1_ExportRecordsRequest()
        message.kind = kind
        message.filter = filter
        message.format = format
        try await engine.attempts(
          options, requestID: nil, until: nil, mayRepeat: { !delivered.isRaised }
        ) { [message] link in
          watch.listen()
          try await O2c_V1_ReportService.Client(wrapping: link.connection).exportRecords(
            request: ClientRequest(message: message, metadata: link.metadata),
            options: link.options
          ) { response in
            var file = ExportedFile()
            for try await piece in response.messages {
              delivered.raise()
              watch.pause()
              file.add(piece)
              if !piece.data.isEmpty { try await updates.send(.data(Array(piece.data))) }
              if piece.last {
                let result = try file.result(piece)
                isDone.raise()
                try await updates.send(.finished(result))
              }
              watch.listen()
            }
          }
        }
        guard isDone.isRaised else { throw OrderToCashError.incomplete("The export") }
      }
    }
  }
}

/// The bytes of an export that have come, as far as their checksum needs them.
private struct ExportedFile {
  private var hash = SHA256()
  private var size = 0

  mutating func add(_ piece: O2c_V1_ExportRecordsResponse) {
    hash.update(data: piece.data)
    size += piece.data.count
  }

  /// The sum of the file, once its last piece is in.
  func result(_ last: O2c_V1_ExportRecordsResponse) throws -> ExportResult {
    let sha256 = hash.finalize().reduce(into: "") { text, byte in
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
    guard sha256 == last.sha256 else {
      throw OrderToCashError(
        code: .dataLoss, reason: .fileCorrupt,
        message: "The export came with SHA-256 \(sha256); the server counted \(last.sha256).",
        outcome: .notApplied)
    }
    return ExportResult(records: Int(last.records), size: size, sha256: sha256)
  }
}
