import Domain
import Testing

@testable import Service

/// Who waits, who goes next, and who is turned away: the queue alone, without a door.
struct DoorQueueTests {
  private static func seller(_ number: UInt64) -> ID<Seller> {
    ID(high: number, low: 0x8000_0000_0000_0000)
  }

  /// Commands nobody waits for; what they would do does not matter here.
  private func commands(_ count: Int, of seller: ID<Seller>, bytes: Int = 10) -> [Submission] {
    (0..<count).map { number in
      let ticket = RequestTicket(
        seller: seller, caller: .system, requestID: ID(high: UInt64(number), low: 1), hash: [],
        method: "Test/Nothing", deadline: nil, byteCount: bytes)
      let entry = DoorEntry(ExpireReservation(order: ID(high: 1, low: 1)), as: ticket) { _ in
        (0, [])
      }
      return Submission(entry) { _ in }
    }
  }

  @Test("sellers take turns, however much one of them sends")
  func turns() async throws {
    var limits = DoorQueue.Limits()
    limits.batchCommands = 2
    var queue = DoorQueue(limits: limits)
    let (loud, quiet) = (Self.seller(1), Self.seller(2))
    let fits1 = queue.append(commands(6, of: loud), of: loud)
    #expect(fits1)
    let fits2 = queue.append(commands(1, of: quiet), of: quiet)
    #expect(fits2)
    var order: [ID<Seller>] = []
    while let (seller, batch) = queue.nextBatch() {
      #expect(batch.count <= 2)
      order.append(seller)
      queue.finished(seller)
    }
    #expect(order == [loud, quiet, loud, loud])
    #expect(queue.count == 0)
  }

  @Test("one batch of a seller at a time; the next comes when it is finished")
  func oneAtATime() async throws {
    var queue = DoorQueue(limits: DoorQueue.Limits())
    let seller = Self.seller(1)
    let fits3 = queue.append(commands(1, of: seller), of: seller)
    #expect(fits3)
    let first = queue.nextBatch()
    #expect(first?.batch.count == 1)
    let fits4 = queue.append(commands(3, of: seller), of: seller)
    #expect(fits4)
    #expect(!queue.hasWork)
    let none = queue.nextBatch()
    #expect(none?.batch.count == nil)
    queue.finished(seller)
    #expect(queue.hasWork)
    let second = queue.nextBatch()
    #expect(second?.batch.count == 3)
  }

  @Test("what does not fit is refused, of one seller and of all")
  func bounds() async throws {
    var limits = DoorQueue.Limits()
    limits.waiting = 5
    limits.waitingPerSeller = 3
    var queue = DoorQueue(limits: limits)
    let (a, b) = (Self.seller(1), Self.seller(2))
    let fits5 = queue.append(commands(3, of: a), of: a)
    #expect(fits5)
    let fits6 = queue.append(commands(1, of: a), of: a)
    #expect(!fits6)
    let fits7 = queue.append(commands(2, of: b), of: b)
    #expect(fits7)
    let fits8 = queue.append(commands(1, of: b), of: b)
    #expect(!fits8)
    #expect(queue.count == 5)
  }

  @Test("a batch is bounded in bytes, and a heavy command still goes alone")
  func bytes() async throws {
    var limits = DoorQueue.Limits()
    limits.batchBytes = 100
    var queue = DoorQueue(limits: limits)
    let seller = Self.seller(1)
    let fits9 = queue.append(commands(2, of: seller, bytes: 60), of: seller)
    #expect(fits9)
    let fits10 = queue.append(commands(1, of: seller, bytes: 500), of: seller)
    #expect(fits10)
    var sizes: [Int] = []
    while let (seller, batch) = queue.nextBatch() {
      sizes.append(batch.count)
      queue.finished(seller)
    }
    #expect(sizes == [1, 1, 1])
  }

  @Test("what is put back goes first")
  func prepending() async throws {
    var limits = DoorQueue.Limits()
    limits.batchCommands = 1
    var queue = DoorQueue(limits: limits)
    let seller = Self.seller(1)
    let all = commands(3, of: seller)
    let fits11 = queue.append(Array(all[1...]), of: seller)
    #expect(fits11)
    queue.prepend([all[0]], of: seller)
    var order: [UInt64] = []
    while let (seller, batch) = queue.nextBatch() {
      order += batch.map(\.ticket.requestID.high)
      queue.finished(seller)
    }
    #expect(order == [0, 1, 2])
  }
}
