import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_RiskClassBand {
  init(_ band: CreditScoring.Band, _ currency: Currency) {
    self.init()
    riskClass = .init(band.riskClass)
    fromScore = Int32(clamping: band.fromScore)
    factor = band.factor.description
    limitMaximum = .init(band.cap, currency)
    startLimit = .init(band.start, currency)
    reviewDays = Int32(clamping: band.reviewDays)
  }
}

extension O2c_V1_ScoreTable {
  init(_ table: ScoreTable) {
    self.init()
    func steps(_ steps: [ScoreTable.Step], percent: Bool = false) -> [Step] {
      steps.map { step in
        .with {
          $0.bound = percent ? Percent(micros: step.bound).description : String(step.bound)
          $0.points = Int32(clamping: step.points)
        }
      }
    }
    daysBeyondTerms = steps(table.days)
    noHistoryPoints = Int32(clamping: table.noHistory)
    overdueShare = steps(table.overdue, percent: true)
    months = steps(table.months)
    incidents = steps(table.incidents)
    ratingPoints = Int32(clamping: table.rating)
    noRatingPoints = Int32(clamping: table.noRating)
  }
}

extension CreditScoring {
  /// What is unset is as in version 1.
  init(_ rules: O2c_V1_CreditRules, _ currency: Currency, _ path: String, _ shape: inout Shape) {
    self.init(in: currency)
    if !rules.classes.isEmpty {
      classes = rules.classes.enumerated().compactMap { index, message in
        Band(message, currency, "\(path).classes[\(index)]", &shape)
      }
    }
    if rules.hasScoreTable { points = ScoreTable(rules.scoreTable, "\(path).score_table", &shape) }
  }
}

extension CreditScoring.Band {
  fileprivate init?(
    _ message: O2c_V1_RiskClassBand, _ currency: Currency, _ path: String, _ shape: inout Shape
  ) {
    let factor: Percent? = shape.optionalDecimal(message.factor, "\(path).factor")
    let cap =
      message.hasLimitMaximum
      ? shape.amount(message.limitMaximum, "\(path).limit_maximum", in: currency) : 0
    let start =
      message.hasStartLimit
      ? shape.amount(message.startLimit, "\(path).start_limit", in: currency) : 0
    guard let riskClass = RiskClass(message.riskClass) else { return nil }
    self.init(
      riskClass, from: Int64(message.fromScore), factor: factor ?? .zero, cap: cap ?? 0,
      start: start ?? 0, reviewDays: Int(message.reviewDays))
  }
}

extension ScoreTable {
  fileprivate init(_ table: O2c_V1_ScoreTable, _ path: String, _ shape: inout Shape) {
    self.init()
    func steps(
      _ messages: [O2c_V1_ScoreTable.Step], _ field: String, whole: Bool, else standard: [Step]
    ) -> [Step] {
      guard !messages.isEmpty else { return standard }
      return messages.enumerated().compactMap { index, message in
        let at = "\(path).\(field)[\(index)].bound"
        guard let bound: Percent = shape.decimal(message.bound, at) else { return nil }
        guard whole else { return Step(bound.micros, Int64(message.points)) }
        if bound.micros % 1_000_000 != 0 { shape.add(at, .fieldInvalid, "A whole number.") }
        return Step(bound.micros / 1_000_000, Int64(message.points))
      }
    }
    days = steps(table.daysBeyondTerms, "days_beyond_terms", whole: true, else: days)
    overdue = steps(table.overdueShare, "overdue_share", whole: false, else: overdue)
    months = steps(table.months, "months", whole: true, else: months)
    incidents = steps(table.incidents, "incidents", whole: true, else: incidents)
    if table.hasNoHistoryPoints { noHistory = Int64(table.noHistoryPoints) }
    if table.hasRatingPoints { rating = Int64(table.ratingPoints) }
    if table.hasNoRatingPoints { noRating = Int64(table.noRatingPoints) }
  }
}

extension O2c_V1_CreditAccount.RiskClass {
  init(_ riskClass: RiskClass) {
    self =
      switch riskClass {
      case .a: .a
      case .b: .b
      case .c: .c
      case .d: .d
      case .e: .e
      }
  }
}

extension RiskClass {
  fileprivate init?(_ riskClass: O2c_V1_CreditAccount.RiskClass) {
    switch riskClass {
    case .a: self = .a
    case .b: self = .b
    case .c: self = .c
    case .d: self = .d
    case .e: self = .e
    default: return nil
    }
  }
}
