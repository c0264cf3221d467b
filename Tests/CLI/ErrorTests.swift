import OrderToCash
import Testing

@testable import o2c

@Suite struct ErrorTests {
  static let console = Console(
    out: .inMemory(), err: .inMemory(), asks: false, width: nil, showsProgress: false,
    colors: false, readLine: { nil })

  @Test(
    "each gRPC code has the exit status that scripts rely on",
    arguments: [
      ("OK", Int32(0)), ("NOT_FOUND", 3), ("UNAUTHENTICATED", 4), ("PERMISSION_DENIED", 4),
      ("FAILED_PRECONDITION", 5), ("ABORTED", 5), ("ALREADY_EXISTS", 5), ("INVALID_ARGUMENT", 6),
      ("OUT_OF_RANGE", 6), ("UNAVAILABLE", 7), ("RESOURCE_EXHAUSTED", 7), ("DEADLINE_EXCEEDED", 7),
      ("INTERNAL", 1), ("UNKNOWN", 1), ("UNIMPLEMENTED", 1), ("DATA_LOSS", 1), ("CANCELLED", 1),
    ])
  func statuses(code: String, status: Int32) {
    #expect(EndStatus(grpcCode: code).rawValue == status)
  }

  @Test("the numbers of exit statuses are fixed")
  func numbers() {
    #expect(EndStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 64, 70, 130])
  }

  static let hold = OrderToCashError(
    code: .failedPrecondition, reason: .init(rawValue: "CREDIT_HOLD"),
    message: "The order goes 190.00 EUR beyond the limit.",
    metadata: ["customer": "customers/a", "outcome": "not_applied"],
    violations: [
      .init(path: "order.lines[0]", reason: .init(rawValue: "CREDIT_HOLD"), message: "too much")
    ],
    outcome: .notApplied, callID: "call-1", requestID: "id-1")

  @Test("an error tells message, violations, hint, outcome and call id")
  func text() {
    let report = ErrorReport(Self.hold)
    #expect(report.status == .conflict)
    #expect(
      report.text(console: Self.console) == """
        error: The order goes 190.00 EUR beyond the limit.
          - order.lines[0]: too much [CREDIT_HOLD]
          hint: take a payment, raise the limit (`o2c credit set-limit customers/a --limit …`), or leave --fail-on-hold out; `o2c credit check customers/a` says more
          (CREDIT_HOLD, outcome not_applied, call call-1)
        """)
  }

  @Test("what the list of violations says is not said twice")
  func headline() {
    var report = ErrorReport(
      status: .invalid, message: "Fields to correct. lines[0].quantity: Too small.",
      violations: [.init(path: "lines[0].quantity", reason: "FIELD_INVALID", message: "Too small.")]
    )
    #expect(
      report.text(console: Self.console) == """
        error: Fields to correct.
          - lines[0].quantity: Too small. [FIELD_INVALID]
        """)
    report.violations = [.init(path: "orders/a", reason: "X", message: report.message)]
    #expect(report.text(console: Self.console) == "error: \(report.message)")
  }

  @Test("an error speaks of resources in the words of the command line; metadata keep the names")
  func spoken() {
    let names = SpokenNames()
    names.keep(.externalID("T-1"), for: "customers/a")
    names.keep(.name("orders/b"), for: "orders/b")
    let report = names.applied(
      to: ErrorReport(
        status: .conflict, message: "customers/a is BLOCKED, orders/b waits",
        violations: [.init(path: "customers/a", reason: "X", message: "customers/a!")],
        metadata: ["customer": "customers/a"], hint: "`o2c customer get customers/a`"))
    #expect(report.message == "ext:T-1 is BLOCKED, orders/b waits")
    #expect(report.violations.map(\.path) == ["ext:T-1"])
    #expect(report.hint == "`o2c customer get ext:T-1`")
    #expect(report.metadata == ["customer": "customers/a"])
  }

  @Test("an unknown outcome shows the request id to repeat it with")
  func unknownOutcome() {
    let error = OrderToCashError(
      code: .unavailable, reason: .init(rawValue: "OUTCOME_UNKNOWN"), message: "Lost.",
      outcome: .unknown, requestID: "id-1")
    let text = ErrorReport(error).text(console: Self.console)
    #expect(text.contains("request id id-1"))
    #expect(text.contains("same --request-id"))
  }

  @Test("as JSON an error is one object on one line")
  func json() {
    #expect(
      ErrorReport(Self.hold).json
        == #"{"error":{"exitCode":5,"message":"The order goes 190.00 EUR beyond the limit.","code":"FAILED_PRECONDITION","reason":"CREDIT_HOLD","outcome":"not_applied","violations":[{"path":"order.lines[0]","reason":"CREDIT_HOLD","message":"too much"}],"metadata":{"customer":"customers/a","outcome":"not_applied"},"hint":"take a payment, raise the limit (`o2c credit set-limit customers/a --limit …`), or leave --fail-on-hold out; `o2c credit check customers/a` says more","callId":"call-1","requestId":"id-1"}}"#
    )
  }

  @Test("JSON goes to the error stream where data are JSON")
  func told() {
    for format in OutputFormat.allCases {
      var console = Self.console
      console.err = .inMemory()
      ErrorReport.usage("wrong").tell(on: console, as: format)
      #expect(console.err.text.hasPrefix("{") == (format == .json || format == .jsonl))
    }
  }

  @Test("what is none of ours is a bug of the program, a cancelled task an interruption")
  func foreign() {
    struct Strange: Error {}
    #expect(ErrorReport(any: Strange()).status == .bug)
    #expect(ErrorReport(any: CancellationError()).status == .interrupted)
    #expect(ErrorReport(any: ErrorReport.notFound("x")).status == .notFound)
  }

  @Test("a mistake in the configuration is usage")
  func configuration() {
    let error = OrderToCashError(
      code: .invalidArgument, reason: .configurationInvalid, message: "No endpoint is known.")
    #expect(ErrorReport(error).status == .usage)
  }

  @Test("a violation's reason gives the hint where the whole has none")
  func innerHint() {
    let error = OrderToCashError(
      code: .failedPrecondition, reason: .init(rawValue: "SOMETHING_NEW"), message: "x",
      violations: [.init(path: "p", reason: .init(rawValue: "PRICE_MISSING"), message: "m")])
    #expect(ErrorReport(error).hint?.contains("price set") == true)
  }

  @Test("of several failures: all alike keep their status, some is partly failed")
  func failures() {
    let printer = Printer(console: Self.console, format: .table)
    func status(_ done: Int, _ errors: [EndStatus]) -> EndStatus? {
      var failures = Failures(printer)
      for _ in 0..<done { failures.succeeded() }
      for status in errors {
        failures.failed("it", ErrorReport(status: status, message: "m"))
      }
      do {
        try failures.finish("orders")
        return nil
      } catch {
        return ErrorReport(any: error).status
      }
    }
    #expect(status(3, []) == nil)
    #expect(status(1, [.notFound]) == .partlyFailed)
    #expect(status(0, [.notFound, .notFound]) == .notFound)
    #expect(status(0, [.notFound, .conflict]) == .partlyFailed)
  }

  @Test("without a terminal and without --yes nothing is done: exit 2")
  func confirmation() throws {
    var console = Self.console
    let none = Confirmation(console: console, isGiven: false)
    #expect(throws: ErrorReport.self) { try none.ask("Sure?") }
    try Confirmation(console: console, isGiven: true).ask("Sure?")
    console.asks = true
    console.readLine = { "y" }
    try Confirmation(console: console, isGiven: false).ask("Sure?")
    #expect(throws: ErrorReport.self) {
      try Confirmation(console: console, isGiven: false).ask("Sure?", typing: "INV-1")
    }
    console.readLine = { "" }
    let report = #expect(throws: ErrorReport.self) {
      try Confirmation(console: console, isGiven: false).ask("Sure?")
    }
    #expect(report?.status == .declined)
  }

  @Test("every reason of the contract that a person can act on has a hint")
  func hintsAreFilled() {
    for reason in Hints.byReason.keys {
      let hint = Hints.hint(for: reason) ?? ""
      #expect(!hint.contains("{"), "\(reason)")
      #expect(!hint.isEmpty)
    }
    #expect(
      Hints.hint(for: "PERMISSION_MISSING", metadata: ["permission": "orders.place"])?
        .contains("orders.place") == true)
  }

  @Test("the command that resumes a job is quoted for a shell")
  func resume() {
    #expect(
      Interrupt.resumeCommand(["/x/o2c", "import", "stock", "it's.csv"], requestID: "id")
        == #"o2c import stock 'it'\''s.csv' --request-id id"#)
    #expect(
      Interrupt.resumeCommand(["o2c", "import", "--request-id", "id"], requestID: "id")
        == "o2c import --request-id id")
  }
}
