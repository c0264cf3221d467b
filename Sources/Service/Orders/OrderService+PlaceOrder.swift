import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func placeOrder(
    request: ServerRequest<O2c_V1_PlaceOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    try await placing(request.message, on: .ofCall()).perform().response
  }

  /// The one way of placing, for single calls, batches and streams.
  func placing(
    _ request: O2c_V1_PlaceOrderRequest, on terms: MutationTerms
  ) throws -> Mutation.Prepared<O2c_V1_Order> {
    let (caller, seller) = (terms.caller, terms.seller)
    let seesCredit = caller.may("credit.read")
    let view = request.view
    let isPreview = request.validateOnly
    let tokens = environment.previewTokens
    let now = environment.clock.now()
    return try Mutation("o2c.v1.OrderService/PlaceOrder", in: environment).prepare(
      request, on: terms,
      command: { request, shape -> PlaceOrder? in
        var options = ConfirmationOptions(
          failOnHold: request.failOnHold, allowBackorder: request.allowBackorder,
          expectedTotal: request.hasExpectedTotal ? request.expectedTotal : nil, &shape)
        if !request.previewToken.isEmpty {
          let scope = PreviewScope(
            seller: seller, principal: caller.principal, order: request.order)
          do throws(Rejection) {
            options.expects = try tokens.facts(in: request.previewToken, for: scope, now: now)
          } catch {
            for fault in error.violations {
              shape.add(fault.field, fault.reason, fault.description)
            }
          }
        }
        return OrderRequest(request.order, at: "order", &shape).map {
          PlaceOrder($0, options: options)
        }
      },
      reply: { order in
        var message = O2c_V1_Order(order, view: view, seesCredit: seesCredit)
        if isPreview { message.makePreview() }
        return message
      })
  }
}
