import Crypto
import Foundation
import GRPCCore
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

private typealias Export = Bidirectional<
  O2c_V1_ExportRecordsRequest, O2c_V1_ExportRecordsResponse
>
private typealias Replay = Bidirectional<O2c_V1_ReplayPolicyRequest, O2c_V1_ReplayPolicyResponse>

private let exporting = O2c_V1_ReportService.Method.ExportRecords.descriptor

@Suite("Exports and replays over TLS")
struct ExportTests {
  private static let file = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  private static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      .joined()
  }

  /// The file in pieces, and at last its sum.
  private static func send(
    _ writer: RPCWriter<O2c_V1_ExportRecordsResponse>, sha256: String
  ) async throws {
    for start in stride(from: 0, to: file.count, by: 262_144) {
      try await writer.write(
        .with { $0.data = Data(file[start..<min(start + 262_144, file.count)]) })
    }
    try await writer.write(
      .with {
        $0.last = true
        $0.sha256 = sha256
        $0.records = 12
      })
  }

  @Test("an export comes in pieces and ends with its sum; one that broke at once is sent again")
  func whole() async throws {
    let calls = Recorder<String>()
    let export = Export(exporting) { messages, writer in
      for try await message in messages {
        let attempt = calls.note("\(message.kind) \(message.filter) \(message.format)")
        if attempt == 1 { throw RPCError(code: .unavailable, message: "gone") }
        try await Self.send(writer, sha256: Self.sha256(Self.file))
      }
    }
    try await withStubServer(export) { configuration in
      var configuration = configuration
      configuration.retry.initialDelay = .milliseconds(1)
      try await withOrderToCash(configuration) { o2c in
        var bytes: [UInt8] = []
        var sum: ExportResult?
        for try await update in o2c.reports.export(
          .orders, filter: "state = CONFIRMED", format: .jsonl)
        {
          switch update {
          case .data(let data): bytes += data
          case .finished(let result): sum = result
          }
        }
        #expect(bytes == Self.file)
        #expect(sum?.records == 12)
        #expect(sum?.size == Self.file.count)
        #expect(sum?.sha256 == Self.sha256(Self.file))
      }
    }
    #expect(calls.all == ["orders state = CONFIRMED jsonl", "orders state = CONFIRMED jsonl"])
  }

  @Test("an export whose bytes are others than the server counted is corrupt")
  func corrupt() async throws {
    let export = Export(exporting) { _, writer in
      try await Self.send(writer, sha256: Self.sha256([1]))
    }
    try await withStubServer(export) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let error = await #expect(throws: OrderToCashError.self) {
          for try await _ in o2c.reports.export(.customers) {}
        }
        #expect(error?.reason == .fileCorrupt)
      }
    }
  }

  @Test("an export that breaks or ends on the way fails, and is not begun again")
  func broken() async throws {
    let calls = Recorder<Void>()
    let export = Export(exporting) { _, writer in
      let attempt = calls.note(())
      try await writer.write(.with { $0.data = Data([1, 2, 3]) })
      if attempt == 1 { throw RPCError(code: .unavailable, message: "gone") }
    }
    try await withStubServer(export) { configuration in
      try await withOrderToCash(configuration) { o2c in
        for code in [OrderToCashError.Code.unavailable, .unavailable] {
          let error = await #expect(throws: OrderToCashError.self) {
            for try await _ in o2c.reports.export(.events) {}
          }
          #expect(error?.code == code)
        }
      }
    }
    #expect(calls.count == 2)
  }

  @Test("a replay names the decisions that would change, and ends with the sum")
  func replay() async throws {
    let calls = Recorder<O2c_V1_ReplayPolicyRequest>()
    let replay = Replay(O2c_V1_AdminService.Method.ReplayPolicy.descriptor) { messages, writer in
      for try await message in messages {
        calls.note(message)
        try await writer.write(
          .with {
            $0.flip.order = "orders/o1"
            $0.flip.was = .approved
            $0.flip.wouldBe.result = .denied
          })
        try await writer.write(
          .with {
            $0.result.decisions = 40
            $0.result.nowDenied = 1
          })
      }
    }
    try await withStubServer(replay) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let from = CivilDate.with {
          $0.year = 2026
          $0.month = 6
          $0.day = 1
        }
        var orders: [String] = []
        var sum: ReplayResult?
        for try await update in o2c.admin.replay("policies/p1", from: from) {
          switch update {
          case .flip(let flip): orders.append(flip.order)
          case .finished(let result): sum = result
          }
        }
        #expect(orders == ["orders/o1"])
        #expect(sum?.decisions == 40)
        #expect(sum?.nowDenied == 1)
        #expect(sum?.nowApproved == 0)
      }
    }
    #expect(calls.all.map(\.policy) == ["policies/p1"])
    #expect(calls.all[0].hasToDate == false)
  }
}
