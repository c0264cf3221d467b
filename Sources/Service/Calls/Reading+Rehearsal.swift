import Domain
import Store

extension Reading {
  /// What a command would answer now: decided on books without locks, thrown away afterwards.
  ///
  /// - Parameter method: `o2c.v1.OrderService/PreviewOrder`
  /// - Throws: the rejection that the command would meet.
  func rehearse<C: Command>(_ command: C, _ method: String) async throws -> C.Reply {
    let clock = environment.clock
    let now = clock.now()
    let caller = caller.domainCaller
    let rehearsal = Rehearsal(command) { seller in
      Context(
        now: now, today: clock.day(at: now, in: seller.timeZone), caller: caller,
        requestID: RequestIdentity.make(now: now), method: method)
    }
    return try await ask(rehearsal).get()
  }
}
