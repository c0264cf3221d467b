import Testing

@testable import Service

@Suite("grpc-timeout")
struct GRPCTimeoutTests {
  @Test(
    "digits and a unit are read as the specification says",
    arguments: [
      ("1H", Duration.seconds(3600)), ("2M", .seconds(120)), ("10S", .seconds(10)),
      ("99999999S", .seconds(99_999_999)), ("29999970u", .microseconds(29_999_970)),
      ("15000000u", .microseconds(15_000_000)), ("99m", .milliseconds(99)),
      ("10000000n", .milliseconds(10)), ("0S", .zero), ("00000001n", .nanoseconds(1)),
      ("99999999H", .seconds(99_999_999 * 3600)),
    ])
  func legal(text: String, duration: Duration) throws {
    #expect(try GRPCTimeout.parse(text) == duration)
  }

  @Test(
    "anything else is DEADLINE_INVALID",
    arguments: [
      "", "S", "10", "100000000S", "-1S", "+1S", " 1S", "1 S", "1s", "1.5S", "1SS", "١S", "0x1S",
      "1S ", "∞",
    ])
  func illegal(text: String) {
    #expect(throws: ServiceError.deadlineInvalid) { try GRPCTimeout.parse(text) }
  }
}
