import Testing

@testable import OrderToCash

@Suite("Waiting in line")
struct WaitingTests {
  @Test("a gate lets the next in when one leaves, and forgets those who gave up")
  func gate() async throws {
    let gate = Gate(limit: 1)
    try await gate.enter()
    let second = Task { try await gate.enter() }
    let third = Task { try await gate.enter() }
    try await Task.sleep(for: .milliseconds(20))
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    gate.leave()
    try await third.value
    gate.leave()
    try await gate.enter()
  }

  @Test("a gate is never fuller than its limit and nobody is left behind")
  func crowd() async throws {
    let gate = Gate(limit: 3)
    let steps = Recorder<Int>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<500 {
        group.addTask {
          let visit = Task {
            try await gate.enter()
            steps.note(1)
            await Task.yield()
            steps.note(-1)
            gate.leave()
          }
          if index % 7 == 0 { visit.cancel() }
          _ = try? await visit.value
        }
      }
      try await group.waitForAll()
    }
    var inside = 0
    for step in steps.all {
      inside += step
      #expect((0...3).contains(inside))
    }
    #expect(inside == 0)
  }

  @Test("values are handed over in order, and makers wait when there is no room")
  func handoff() async throws {
    let handoff = Handoff<Int>(room: 4)
    let sent = Recorder<Int>()
    let maker = Task {
      for index in 0..<100 {
        try await handoff.send(index)
        sent.note(index)
      }
      handoff.finish()
    }
    #expect(try await eventually { sent.count == 4 })
    try await Task.sleep(for: .milliseconds(20))
    #expect(sent.count == 4)
    var taken: [Int] = []
    while let batch = try await handoff.nextBatch(3) {
      #expect((1...3).contains(batch.count))
      taken += batch
    }
    #expect(taken == Array(0..<100))
    try await maker.value
  }

  @Test("what is put back comes first, and the end comes after all of it")
  func putBack() async throws {
    let handoff = Handoff<Int>(room: 10)
    for index in 0..<5 { try await handoff.send(index) }
    handoff.finish()
    let batch = try await handoff.nextBatch(3)
    #expect(batch == [0, 1, 2])
    handoff.putBack([1, 2])
    #expect(try await handoff.nextBatch(10) == [1, 2, 3, 4])
    #expect(try await handoff.next() == nil)
  }

  @Test("who waits for a value or for room is freed by cancellation")
  func cancelled() async throws {
    let empty = Handoff<Int>(room: 1)
    let taker = Task { try await empty.next() }
    let full = Handoff<Int>(room: 0)
    let maker = Task { try await full.send(1) }
    try await Task.sleep(for: .milliseconds(20))
    taker.cancel()
    maker.cancel()
    await #expect(throws: CancellationError.self) { try await taker.value }
    await #expect(throws: CancellationError.self) { try await maker.value }
  }

  @Test("the timer ends what is late, leaves what is done, and sleeps when nothing is watched")
  func timer() async throws {
    let timer = DeadlineTimer()
    let expired = Recorder<String>()
    #expect(timer.watch(until: .now) { expired.note("too early") } == nil)
    let running = Task { await timer.run() }
    #expect(try await eventually { timer.isRunning })
    let done = try #require(
      timer.watch(until: .now.advanced(by: .seconds(60))) { expired.note("done") })
    let begin = ContinuousClock.now
    let late = try #require(
      timer.watch(until: begin.advanced(by: .milliseconds(100))) { expired.note("late") })
    #expect(timer.stop(done))
    #expect(try await eventually { expired.count > 0 })
    let took = ContinuousClock.now - begin
    #expect(took >= .milliseconds(100) && took < .milliseconds(300), "\(took)")
    #expect(!timer.stop(late))
    #expect(expired.all == ["late"])
    running.cancel()
    await running.value
    #expect(!timer.isRunning)
  }
}
