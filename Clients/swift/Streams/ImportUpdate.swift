/// What an import says as it goes.
public enum ImportUpdate: Sendable {
  /// The server took the header and has the file up to an offset from an earlier attempt.
  case started(resumeOffset: Int)
  /// How far it is.
  case progress(ImportProgress)
  /// A row that is not imported; each row is named once, also when the import was resumed.
  case rowFailed(ImportRowError)
  /// The sum of the whole import; the last of all.
  case finished(ImportResult)
}

/// How far an import is.
public struct ImportProgress: Sendable, Hashable {
  /// Rows that were decided.
  public let rowsDone: Int
  /// Rows of the file, once the server knows.
  public let rowsTotal: Int?
  /// Bytes of the file that the server has.
  public let bytesReceived: Int
}

/// A row that is not imported.
public struct ImportRowError: Sendable {
  /// Line of the file on which the row begins; the first line is 1.
  public let row: Int
  /// Key of the record, such as its `external_id` or `sku`; empty where it has none.
  public let key: String
  /// Why.
  public let error: OrderToCashError
}

/// The sum of an import.
public struct ImportResult: Sendable, Hashable {
  /// Rows of the file.
  public let rows: Int
  /// Rows that are in, those of an earlier attempt too.
  public let imported: Int
  /// Rows that are not.
  public let failed: Int
  /// Rows of `imported` that were in from an earlier attempt.
  public let replayed: Int
}
