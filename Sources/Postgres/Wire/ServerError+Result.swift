internal import CLibPQ

// The codes of error fields are character literals in C, which Swift does not import.
let PG_DIAG_SEVERITY_NONLOCALIZED_CODE = Int32(UInt8(ascii: "V"))
let PG_DIAG_MESSAGE_PRIMARY_CODE = Int32(UInt8(ascii: "M"))

extension ServerError {
  /// Reads the fields of an error result.
  init(_ result: OpaquePointer) {
    func field(_ code: Unicode.Scalar) -> String? {
      PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
    self.init(
      sqlState: SQLState(field("C") ?? ""),
      severity: field("V") ?? "ERROR",
      message: field("M") ?? String(cString: PQresultErrorMessage(result)),
      detail: field("D"),
      constraint: field("n"),
      table: field("t"),
      column: field("c"))
  }

  /// libpq makes results of its own, without a code, when the link breaks.
  var isFromServer: Bool { !sqlState.code.isEmpty }
}
