import Foundation

/// The three streams of the process and what they are connected to.
struct Console: Sendable {
  var out: Sink
  var err: Sink
  /// Someone can be asked.
  var asks: Bool
  /// Columns of the terminal; nil where the output is no terminal, so that nothing is cut.
  var width: Int?
  /// The error stream is a terminal: progress may be drawn over itself.
  var showsProgress: Bool
  /// Colours may be used.
  var colors: Bool
  /// Reads a line of the input, without its end; nil at the end of the input.
  var readLine: @Sendable () -> String?

  /// The console of the process.
  static func live(noColor: Bool = false, environment: [String: String]) -> Console {
    let terminal = isatty(1) == 1
    let noColorWanted = noColor || !(environment["NO_COLOR"] ?? "").isEmpty
    return Console(
      out: .standardOutput, err: .standardError,
      asks: isatty(0) == 1 && isatty(2) == 1,
      width: terminal ? columns(environment: environment) : nil,
      showsProgress: isatty(2) == 1,
      colors: terminal && !noColorWanted && environment["TERM"] != "dumb",
      readLine: { Swift.readLine(strippingNewline: true) })
  }

  private static func columns(environment: [String: String]) -> Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// The text in bold where colours may be used.
  func bold(_ text: String) -> String { colors ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text in a colour where colours may be used.
  func colored(_ text: String, _ color: Color) -> String {
    colors ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }

  enum Color: Int, Sendable {
    case red = 31
    case green = 32
    case yellow = 33
  }
}
