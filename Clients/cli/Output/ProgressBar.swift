import Synchronization

/// A line on the error stream that is drawn over itself; silent where that is no terminal.
final class ProgressBar: Sendable {
  private let console: Console
  private let label: String
  private let isDrawn = Mutex(false)

  init(_ label: String, on console: Console) {
    self.label = label
    self.console = console
  }

  /// Draws how far it is; without a total, the count alone.
  func update(_ done: Int64, of total: Int64?, note: String = "") {
    guard console.showsProgress else { return }
    isDrawn.withLock { $0 = true }
    console.err.write("\r\u{1B}[K" + ProgressBar.text(label, done, of: total, note: note))
  }

  /// Takes the line away, so that what follows starts on a clean one.
  func clear() {
    let wasDrawn = isDrawn.withLock { drawn in
      defer { drawn = false }
      return drawn
    }
    if wasDrawn { console.err.write("\r\u{1B}[K") }
  }

  static func text(_ label: String, _ done: Int64, of total: Int64?, note: String) -> String {
    let tail = note.isEmpty ? "" : "  \(note)"
    guard let total, total > 0 else { return "\(label)  \(done)\(tail)" }
    let cells = Int(min(30, done * 30 / total))
    let bar = String(repeating: "█", count: cells) + String(repeating: "░", count: 30 - cells)
    return "\(label)  \(bar)  \(done * 100 / total) %  \(done) of \(total)\(tail)"
  }
}
