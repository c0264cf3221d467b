import Domain
import Postgres
import Store
import Synchronization

/// A database of its own for a test, cloned from a template that was bootstrapped and migrated once.
struct TestDatabase {
  let superuser: ConnectionConfiguration
  let seller = ID<Seller>(high: 0x0199_0000_0000_7001, low: 0x8000_0000_0000_0001)

  static func make() async throws -> TestDatabase {
    let template = try await Template.shared.name()
    return TestDatabase(superuser: try await TemporaryCluster.database(template: template))
  }

  func connect(as role: String = Bootstrap.application) async throws -> Connection {
    var configuration = superuser
    configuration.user = role
    return try await Connection.open(configuration)
  }

  func connectAsSuperuser() async throws -> Connection { try await Connection.open(superuser) }

  /// A connection to a database in which the seller exists.
  func connectWithSeller() async throws -> Connection {
    let connection = try await connect()
    try await connection.makeSeller(seller)
    return connection
  }
}

/// Made once in a process, whoever asks first.
actor Template {
  static let shared = Template()
  private var task: Task<String, any Error>?

  func name() async throws -> String {
    if let task { return try await task.value }
    let made = Task {
      let database = try await TemporaryCluster.database()
      let superuser = try await Connection.open(database)
      try await Bootstrap.makeRoles(superuser)
      try await Bootstrap.closeDatabase(superuser)
      await superuser.close()
      var configuration = database
      configuration.user = Bootstrap.owner
      let owner = try await Connection.open(configuration)
      try await Migrations.migrate(owner)
      await owner.close()
      return database.database
    }
    task = made
    return try await made.value
  }
}

extension Connection {
  /// Runs a command as the door does.
  func run<C: Command>(
    _ command: C, of seller: ID<Seller>, in context: Context
  ) throws -> C.Reply {
    try batch([command], of: seller, in: context)[0].get()
  }

  /// Runs commands as one batch, and answers each.
  func batch<C: Command>(
    _ commands: [C], of seller: ID<Seller>, in context: Context
  ) throws -> [Result<C.Reply, Rejection>] {
    var needs = Needs()
    for command in commands { needs.formUnion(command.needs) }
    let plan = LoadPlan(seller: seller, needs: needs)
    return try transaction(Tenancy.readWrite(seller), opening: plan.queries) { transaction in
      var (books, _) = try plan.books(from: transaction.opened, seed: Sample.next())
      try LoadPlan.loadFurther(into: &books, in: &transaction, commands: commands.count) {
        var needs = Needs()
        for command in commands {
          needs.formUnion(command.furtherNeeds(on: $0, in: context) ?? Needs())
        }
        return needs
      }
      let replies = commands.map { Self.decide($0, on: &books, in: context) }
      Flush.write(books, to: &transaction)
      return replies
    }
  }

  private static func decide<C: Command>(
    _ command: C, on books: inout Books, in context: Context
  ) -> Result<C.Reply, Rejection> {
    do throws(Rejection) {
      let reply = try command.decide(on: &books, in: context)
      books.keep()
      return .success(reply)
    } catch {
      books.rollBack()
      return .failure(error)
    }
  }

  /// Writes rows that are put on empty books.
  func write(_ seller: ID<Seller>, _ change: (inout Books) -> Void) throws {
    var books = Books(seller: seller, seed: Sample.next())
    change(&books)
    let queries = Flush.queries(of: books)
    try transaction(Tenancy.readWrite(seller)) { $0.flush(queries) }
  }

  /// The books of everything that the needs name.
  func load(_ seller: ID<Seller>, _ needs: Needs) throws -> Books {
    let plan = LoadPlan(seller: seller, needs: needs)
    return try transaction(Tenancy.readWrite(seller), opening: plan.queries) { transaction in
      let books = try plan.books(from: transaction.opened, seed: 1).books
      transaction.discard()
      return books
    }
  }

  func makeSeller(_ id: ID<Seller>) throws {
    try write(id) { $0.put(Sample.seller(id)) }
  }

  /// The first column of the first row, as a number.
  func count(_ query: Query, of seller: ID<Seller>) throws -> Int64 {
    try read([query], Tenancy.readOnly(seller)) { try $0[0].single.int64(0) }
  }
}
