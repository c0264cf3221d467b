/// # The store: books loaded and flushed
///
/// A batch is one transaction on one connection, in one synchronous closure:
///
/// ```swift
/// let plan = LoadPlan(seller: seller, needs: needs, requests: keys)
/// let options = Tenancy.readWrite(seller, statementTimeout: .seconds(5))
/// try await connection.transaction(options, opening: plan.queries) { transaction in
///   var (books, replies) = try plan.books(from: transaction.opened, seed: seed)
///   …decide each command; books.keep() or books.rollBack()…
///   Flush.write(books, to: &transaction)
///   Flush.write(newReplies, of: seller, to: &transaction)
/// }
/// ```
///
/// - `LoadPlan` says which rows the needs ask for, locks them in the order of `LoadStep`, and reads
///   them onto `Books`; `read(_:into:)` adds a second load to books that are there. Replies of
///   requests seen before come back by `RequestKey`.
/// - `Flush` writes what changed, one statement a table. It reports nothing: constraints judge.
/// - `Tenancy` opens transactions for one seller; without one, row-level security shows nothing.
/// - `Queries` read for people: one file an RPC.
/// - `Sealer` gives events their position and link after commit.
/// - `Bootstrap` and `Migrations` prepare a cluster and a database.
/// - `CallerLookup` finds who calls before the seller is known.
enum Documentation {}
