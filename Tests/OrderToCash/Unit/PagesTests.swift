import OrderToCash
import Testing

@Suite("Pages of a list")
struct PagesTests {
  private func list(_ pages: [String: ([Int], String)], fetched: Recorder<String> = Recorder())
    -> Pages<Int>
  {
    Pages { token in
      fetched.note(token)
      guard let (items, next) = pages[token] else {
        throw OrderToCashError(code: .invalidArgument, reason: .pageTokenInvalid, message: token)
      }
      return Page(items: items, nextPageToken: next)
    }
  }

  @Test("rows come in order, also after an empty page that has a token")
  func rows() async throws {
    let fetched = Recorder<String>()
    let list = list(
      ["": ([1, 2], "a"), "a": ([], "b"), "b": ([], "c"), "c": ([3], "")], fetched: fetched)
    var rows: [Int] = []
    for try await row in list { rows.append(row) }
    #expect(rows == [1, 2, 3])
    #expect(fetched.all == ["", "a", "b", "c"])
  }

  @Test("a page is fetched when its rows are asked for, and not before")
  func lazy() async throws {
    let fetched = Recorder<String>()
    var iterator = list(["": ([1, 2], "a"), "a": ([3], "")], fetched: fetched).makeAsyncIterator()
    #expect(fetched.count == 0)
    #expect(try await iterator.next() == 1)
    #expect(try await iterator.next() == 2)
    #expect(fetched.all == [""])
    #expect(try await iterator.next() == 3)
    #expect(try await iterator.next() == nil)
    #expect(try await iterator.next() == nil)
    #expect(fetched.all == ["", "a"])
  }

  @Test("a token that comes again ends the list with an error", arguments: ["a", "b"])
  func repeated(token: String) async throws {
    let list = list(["": ([1], "a"), "a": ([2], "b"), "b": ([3], token)])
    var rows: [Int] = []
    let error = await #expect(throws: OrderToCashError.self) {
      for try await row in list { rows.append(row) }
    }
    #expect(error?.reason == .pageTokenRepeated)
    #expect(rows == [1, 2])
  }

  @Test("the rest of a list begins at a token; pages can be taken whole")
  func rest() async throws {
    let list = list(["": ([1, 2], "a"), "a": ([3, 4], "")])
    var pages: [[Int]] = []
    for try await page in list.starting(at: "a").pages { pages.append(page.items) }
    #expect(pages == [[3, 4]])
  }

  @Test("the error of a page is the list's")
  func fails() async throws {
    let list = list(["": ([1], "gone")])
    let error = await #expect(throws: OrderToCashError.self) { for try await _ in list {} }
    #expect(error?.reason == .pageTokenInvalid)
  }
}
