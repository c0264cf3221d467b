/// What an export says as it goes.
public enum ExportUpdate: Sendable, Hashable {
  /// The next bytes of the file, at most 256 KiB.
  case data([UInt8])
  /// The file is complete, and its checksum is right; the last of all.
  case finished(ExportResult)
}

/// The sum of an export.
public struct ExportResult: Sendable, Hashable {
  /// Records of the file.
  public let records: Int
  /// Size of the file in bytes.
  public let size: Int
  /// SHA-256 of the file in lower-case hexadecimal digits.
  public let sha256: String
}
