import Domain
import OrderToCashAPI

extension O2c_V1_Customer.State {
  init(_ state: Customer.State) {
    self =
      switch state {
      case .active: .active
      case .blocked: .blocked
      case .anonymized: .anonymized
      }
  }
}

extension O2c_V1_Product.Kind {
  init(_ kind: Product.Kind) {
    self =
      switch kind {
      case .goods: .goods
      case .service: .service
      }
  }

  /// Nil where it is not said.
  var domain: Product.Kind? {
    switch self {
    case .goods: .goods
    case .service: .service
    case .unspecified, .UNRECOGNIZED: nil
    }
  }
}

extension O2c_V1_Payment.Means {
  init(_ means: Payment.Means) {
    self =
      switch means {
      case .bankTransfer: .bankTransfer
      case .directDebit: .directDebit
      case .card: .card
      case .cheque: .cheque
      case .cash: .cash
      }
  }

  /// Nil where it is not said.
  var domain: Payment.Means? {
    switch self {
    case .bankTransfer: .bankTransfer
    case .directDebit: .directDebit
    case .card: .card
    case .cheque: .cheque
    case .cash: .cash
    case .unspecified, .UNRECOGNIZED: nil
    }
  }
}

extension O2c_V1_Principal.Kind {
  init(_ kind: Principal.Kind) {
    self =
      switch kind {
      case .service: .service
      case .admin: .admin
      case .partner: .partner
      }
  }

  /// Nil where it is not said.
  var domain: Principal.Kind? {
    switch self {
    case .service: .service
    case .admin: .admin
    case .partner: .partner
    case .unspecified, .UNRECOGNIZED: nil
    }
  }
}

extension O2c_V1_Principal.State {
  init(_ state: Principal.State) {
    self =
      switch state {
      case .active: .active
      case .suspended: .suspended
      }
  }
}

extension O2c_V1_Rounding {
  /// Nil where it is not said.
  var domainMode: RoundingMode? {
    switch mode {
    case .halfAway: .halfAway
    case .halfEven: .halfEven
    case .unspecified, .UNRECOGNIZED: nil
    }
  }

  /// Nil where it is not said.
  var domainLevel: TaxLevel? {
    switch level {
    case .document: .document
    case .line: .line
    case .unspecified, .UNRECOGNIZED: nil
    }
  }
}
