import Domain
package import GRPCCore
package import OrderToCashAPI

extension CreditService {
  package func updateCreditAccount(
    request: ServerRequest<O2c_V1_UpdateCreditAccountRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CreditAccount> {
    let isPreview = request.message.validateOnly
    let today = try await Reading(in: environment).today()
    return try await Mutation("o2c.v1.CreditService/UpdateCreditAccount", in: environment).perform(
      request.message,
      command: { request, shape -> UpdateCreditAccount? in
        let mask = UpdateMask(request.updateMask, over: O2c_V1_CreditAccount.self, &shape)
        let fields = UpdateCreditAccount.Fields(request.creditAccount, mask, &shape)
        let version = shape.requiredVersion(request.creditAccount.etag, of: "credit account")
        guard let customer = Names.creditAccount.parent(in: request.creditAccount.name) else {
          shape.add(
            "credit_account.name", .identifierInvalid,
            "A resource name of the form \(Names.creditAccount.form).")
          return nil
        }
        guard let version else { return nil }
        return UpdateCreditAccount(
          customer: customer, expectedVersion: version, fields: fields, note: request.note)
      },
      reply: { account in
        var message = O2c_V1_CreditAccount(account, today: today)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}

extension UpdateCreditAccount.Fields {
  /// Reads the fields that the mask names; all others stay as they are.
  init(_ account: O2c_V1_CreditAccount, _ mask: UpdateMask, _ shape: inout Shape) {
    self.init()
    if mask.changes("group", isPopulated: !account.group.isEmpty) {
      group = .some(shape.optionalID(account.group, Names.customer, "credit_account.group"))
    }
    if mask.changes("blocked", isPopulated: account.blocked) { isBlocked = account.blocked }
    if mask.changes("block_reason", isPopulated: !account.blockReason.isEmpty) {
      blockReason = account.blockReason
    }
    if mask.changes("insured_amount", isPopulated: account.hasInsuredAmount) {
      if account.hasInsuredAmount {
        insured = shape.money(account.insuredAmount, "credit_account.insured_amount")
      } else {
        clearsInsured = true
      }
    }
    if mask.changes("external_rating", isPopulated: account.hasExternalRating) {
      externalRating = .some(account.hasExternalRating ? Int64(account.externalRating) : nil)
    }
    if mask.changes("next_review_date", isPopulated: account.hasNextReviewDate) {
      nextReview = .some(
        shape.day(
          account.nextReviewDate, isSet: account.hasNextReviewDate,
          "credit_account.next_review_date"))
    }
    if mask.changes("agreed_terms", isPopulated: !account.agreedTerms.isEmpty) {
      agreedTerms = .some(shape.terms(account.agreedTerms, "credit_account.agreed_terms"))
    }
  }
}
