internal import Glibc

/// Where the programs of PostgreSQL are.
enum Binaries {
  private static let versions = "/usr/lib/postgresql"

  /// The newest version under `/usr/lib/postgresql`, else beside a `postgres` in PATH.
  static func find() throws(ClusterError) -> String {
    let newest = Files.entries(versions).compactMap { Int($0) }.filter { $0 >= 15 }.sorted(by: >)
      .map { "\(versions)/\($0)/bin" }
      .first { isComplete($0) }
    if let newest { return newest }
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let places = path.split(separator: ":").map(String.init)
    guard let place = places.first(where: isComplete) else {
      throw .noBinaries("\(versions) and PATH")
    }
    return place
  }

  private static func isComplete(_ directory: String) -> Bool {
    ["initdb", "postgres"].allSatisfy { access("\(directory)/\($0)", X_OK) == 0 }
  }
}
