/// A page of a list.
public struct Page<Element: Sendable>: Sendable {
  /// Its rows; a page may be empty though others follow.
  public let items: [Element]
  /// The token of the page that follows; empty at the end.
  public let nextPageToken: String

  /// A page as it came, or as a test wants it.
  public init(items: [Element], nextPageToken: String) {
    self.items = items
    self.nextPageToken = nextPageToken
  }
}

/// The rows of a list, fetched page by page as they are taken.
///
/// Only an empty token ends it. Each iteration reads the list again from its first page.
public struct Pages<Element: Sendable>: AsyncSequence, Sendable {
  private let fetch: @Sendable (String) async throws -> Page<Element>
  private let start: String

  /// A list from a function that fetches the page of a token; the first page's token is empty.
  public init(
    startingAt token: String = "", fetch: @escaping @Sendable (String) async throws -> Page<Element>
  ) {
    self.fetch = fetch
    start = token
  }

  /// The rest of the list, from the page of that token on. Tokens live three days.
  public func starting(at token: String) -> Pages { Pages(startingAt: token, fetch: fetch) }

  /// The list page by page.
  public var pages: Sequence { Sequence(fetch: fetch, start: start) }

  /// Reads the list row by row.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(pages: pages.makeAsyncIterator())
  }

  /// Takes the rows one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var pages: Sequence.AsyncIterator
    private var items: [Element] = []
    private var index = 0

    fileprivate init(pages: Sequence.AsyncIterator) { self.pages = pages }

    /// The next row; `nil` at the end.
    ///
    /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
    public mutating func next() async throws -> Element? {
      while index == items.count {
        guard let page = try await pages.next() else { return nil }
        items = page.items
        index = 0
      }
      defer { index += 1 }
      return items[index]
    }
  }

  /// The pages of a list.
  public struct Sequence: AsyncSequence, Sendable {
    fileprivate let fetch: @Sendable (String) async throws -> Page<Element>
    fileprivate let start: String

    /// Reads the list page by page.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(fetch: fetch, token: start) }

    /// Takes the pages one by one.
    public struct AsyncIterator: AsyncIteratorProtocol {
      fileprivate let fetch: @Sendable (String) async throws -> Page<Element>
      fileprivate var token: String?
      private var seen: Set<String> = []

      fileprivate init(
        fetch: @escaping @Sendable (String) async throws -> Page<Element>, token: String
      ) {
        self.fetch = fetch
        self.token = token
      }

      /// The next page; `nil` at the end.
      ///
      /// - Throws: ``OrderToCashError`` with reason ``Reason/pageTokenRepeated`` when the list would
      ///   never end, and what the call throws.
      public mutating func next() async throws -> Page<Element>? {
        guard let token else { return nil }
        self.token = nil
        let page = try await fetch(token)
        seen.insert(token)
        if !page.nextPageToken.isEmpty {
          guard !seen.contains(page.nextPageToken) else {
            throw OrderToCashError(
              code: .internal, reason: .pageTokenRepeated,
              message: "The server sent the same page token twice; the list would never end.",
              outcome: .notApplied)
          }
          self.token = page.nextPageToken
        }
        return page
      }
    }
  }
}
