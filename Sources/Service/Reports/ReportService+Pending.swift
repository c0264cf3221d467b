package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension ReportService {
  package func exportRecords(
    request: ServerRequest<O2c_V1_ExportRecordsRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<O2c_V1_ExportRecordsResponse> {
    throw RPCError(code: .unimplemented, message: "ExportRecords is not served yet")
  }
}
