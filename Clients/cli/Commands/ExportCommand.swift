import ArgumentParser
import Foundation
import OrderToCash
import OrderToCashAPI

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Exports records as CSV, or with -o jsonl as JSON lines.",
    discussion: """
      Customers, products, prices and orders come with the columns that `o2c import` takes. A file \
      is there under its name only once it is complete and its checksum is right.
      """)

  @Argument(
    help:
      "customers, products, prices, orders, invoices, payments, open-items, journal or events.")
  var kind: String

  @Option(help: "The file to write; default the output. FILE.jsonl has JSON lines.")
  var out: String?

  @Option(help: "Only what fits, in the filter of the list of this kind.")
  var filter = ""

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if global.output == .name { throw ValidationError("an export is csv or jsonl, not name") }
  }

  /// CSV, unless JSON is asked for or the file is named so.
  var format: ExportFormat {
    switch global.output {
    case .json, .jsonl: .jsonl
    case .csv: .csv
    case .table, .name:
      (out?.hasSuffix(".jsonl") ?? false) || (out?.hasSuffix(".ndjson") ?? false) ? .jsonl : .csv
    }
  }

  func run() async throws {
    try await global.run { session in
      let kind: ExportKind = try enumValue(kind, "KIND")
      let target = try ExportTarget(path: out)
      let bar = ProgressBar("export \(EnumText.name(kind).lowercased())", on: session.console)
      do {
        let result = try await Interrupt.cancellableJob {
          var size: Int64 = 0
          let updates = session.client.reports.export(
            kind, filter: filter, format: format, options: session.options)
          for try await update in updates {
            switch update {
            case .data(let bytes):
              try target.write(bytes)
              size += Int64(bytes.count)
              if out != nil { bar.update(size, of: nil, note: "bytes") }
            case .finished(let result): return result
            }
          }
          throw ErrorReport(status: .failed, message: "the export ended without its last piece")
        }
        try target.finish()
        bar.clear()
        if let out {
          session.console.err.line("\(result.records) records in \(out), SHA-256 \(result.sha256)")
        }
      } catch {
        bar.clear()
        target.abandon()
        throw error
      }
    }
  }
}

/// Where an export goes: the output, or a file that appears when it is complete.
struct ExportTarget: Sendable {
  private let path: String?
  private let descriptor: Int32

  init(path: String?) throws {
    self.path = path
    guard let path else {
      descriptor = 1
      return
    }
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else {
      throw ErrorReport.usage("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw ErrorReport.usage("it cannot be written: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the file its name.
  func finish() throws {
    guard let path else { return }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(path + ".part", path) == 0 else {
      throw ErrorReport.usage("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// Takes away what is not complete.
  func abandon() {
    guard let path else { return }
    close(descriptor)
    unlink(path + ".part")
  }
}
