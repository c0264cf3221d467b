/// How a customer's payment history becomes a score of 0 to 100, the score a risk class, and the
/// class a limit.
package struct CreditScoring: Hashable, Sendable {
  /// Best first; the last takes every score.
  package var classes: [Band]
  package var points: ScoreTable

  /// A risk class: from which score on, and what follows from it.
  package struct Band: Hashable, Sendable {
    package var riskClass: RiskClass
    package var fromScore: Int64
    /// Times the mean monthly sales.
    package var factor: Percent
    /// The largest limit, minor units.
    package var cap: Int64
    /// The limit of who has paid fewer than three invoices, minor units.
    package var start: Int64
    /// Days until the next review.
    package var reviewDays: Int

    package init(
      _ riskClass: RiskClass, from score: Int64, factor: Percent, cap: Int64, start: Int64,
      reviewDays: Int
    ) {
      self.riskClass = riskClass
      fromScore = score
      self.factor = factor
      self.cap = cap
      self.start = start
      self.reviewDays = reviewDays
    }
  }

  package init(classes: [Band], points: ScoreTable = ScoreTable()) {
    self.classes = classes
    self.points = points
  }

  /// Version 1 in a currency.
  package init(in currency: Currency) {
    points = ScoreTable()
    let unit = currency.minorUnitsPerUnit
    let rows: [(RiskClass, Int64, Int64, Int64, Int64, Int)] = [
      (.a, 80, 2_000_000, 500_000, 10_000, 365), (.b, 60, 1_500_000, 150_000, 5_000, 180),
      (.c, 40, 1_000_000, 50_000, 2_000, 90), (.d, 20, 500_000, 10_000, 0, 30),
      (.e, 0, 0, 0, 0, 30),
    ]
    classes = rows.map { row in
      Band(
        row.0, from: row.1, factor: Percent(micros: row.2), cap: row.3 * unit,
        start: row.4 * unit, reviewDays: row.5)
    }
  }

  package func band(of score: Int64) -> Band {
    classes.first { score >= $0.fromScore }
      ?? Band(.e, from: 0, factor: .zero, cap: 0, start: 0, reviewDays: 30)
  }

  /// min(cap, factor × mean monthly sales × (terms days ÷ 30 + 1)), down to whole thousands of the
  /// currency's units; the start limit with fewer than three paid invoices.
  package func limit(
    in band: Band, _ history: PaymentHistory, termsDays: Int64, _ currency: Currency
  ) -> Int64 {
    guard history.paidInvoices >= 3 else { return band.start }
    // factor is scaled by 10^6; sales are of twelve months; (days + 30) ÷ 30.
    let numerator =
      Int128(band.factor.micros) * Int128(max(0, history.sales)) * Int128(termsDays + 30)
    let exact = numerator / (1_000_000 * 12 * 30)
    let thousand = Int128(1000 * currency.minorUnitsPerUnit)
    return Int64(min(Int128(band.cap), exact / thousand * thousand))
  }

  /// What a history is worth under these rules on a day.
  package func proposal(
    from history: PaymentHistory, terms: PaymentTerms, on day: CalendarDay, _ currency: Currency
  ) -> CreditProposal {
    let score = CreditScore(of: history, on: day, by: points)
    let band = band(of: score.total)
    let days = Int64(terms.dueDate(from: day).daysSince1970 - day.daysSince1970)
    return CreditProposal(
      score: score, riskClass: band.riskClass,
      limit: limit(in: band, history, termsDays: terms.netDays ?? days, currency),
      nextReview: day.adding(days: band.reviewDays))
  }
}

package enum RiskClass: String, CaseIterable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
}

/// What came of scoring a customer.
package struct CreditProposal: Hashable, Sendable {
  package var score: CreditScore
  package var riskClass: RiskClass
  /// Minor units of the account's currency.
  package var limit: Int64
  package var nextReview: CalendarDay
}

extension PaymentTerms {
  /// The days of `net n`; nil where they depend on the date.
  package var netDays: Int64? {
    switch due {
    case .onReceipt, .cashInAdvance, .cashOnDelivery: 0
    case .net(let days): Int64(days)
    case .endOfMonthThenNet, .netThenEndOfMonth, .proximo, .endOfMonthPlus, .installments: nil
    }
  }
}
