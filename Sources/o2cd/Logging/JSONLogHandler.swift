import Foundation
import Logging
import Synchronization

/// One line of JSON a message, on a file descriptor.
struct JSONLogHandler: LogHandler {
  /// Where the lines go. Lines of several threads do not mix.
  final class Sink: Sendable {
    private let descriptor: Mutex<Int32>

    init(descriptor: Int32) { self.descriptor = Mutex(descriptor) }

    /// Appends to a file of the owner alone.
    convenience init(path: String) throws {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
      self.init(descriptor: descriptor)
    }

    static let standardError = Sink(descriptor: STDERR_FILENO)

    func write(_ line: [UInt8]) {
      descriptor.withLock { descriptor in
        var rest = line[...]
        while !rest.isEmpty {
          let count = rest.withUnsafeBytes {
            Foundation.write(descriptor, $0.baseAddress, $0.count)
          }
          if count <= 0 { return }
          rest = rest.dropFirst(count)
        }
      }
    }
  }

  let label: String
  let sink: Sink
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  init(label: String, sink: Sink, level: Logger.Level) {
    self.label = label
    self.sink = sink
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = "{\"time\":\"\(Self.timestamp())\",\"level\":\"\(event.level.rawValue)\""
    Self.append(&line, "message", event.message.description)
    var all = metadata
    if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
    if let given = event.metadata { all.merge(given) { $1 } }
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      Self.append(&line, key, value.description)
    }
    if let error = event.error { Self.append(&line, "error", "\(error)") }
    line += "}\n"
    sink.write(Array(line.utf8))
  }

  private static func timestamp() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    gmtime_r(&time.tv_sec, &parts)
    let pad = { (value: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(value).utf8.count)) + String(value)
    }
    return "\(pad(Int(parts.tm_year) + 1900, 4))-\(pad(Int(parts.tm_mon) + 1, 2))-"
      + "\(pad(Int(parts.tm_mday), 2))T\(pad(Int(parts.tm_hour), 2)):"
      + "\(pad(Int(parts.tm_min), 2)):\(pad(Int(parts.tm_sec), 2))."
      + "\(pad(time.tv_nsec / 1000, 6))Z"
  }

  private static func append(_ line: inout String, _ key: String, _ value: String) {
    line += ",\""
    escape(key, into: &line)
    line += "\":\""
    escape(value, into: &line)
    line += "\""
  }

  private static func escape(_ text: String, into line: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case _ where scalar.value < 0x20:
        line += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: line.unicodeScalars.append(scalar)
      }
    }
  }
}
