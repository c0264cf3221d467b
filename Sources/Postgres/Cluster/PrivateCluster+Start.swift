internal import Glibc

extension PrivateCluster {
  /// Makes the cluster beside its place and moves it there when complete, so that an interrupted
  /// attempt leaves nothing that looks like one.
  func initialise(_ binaries: String, _ user: UnprivilegedUser?) throws(ClusterError) {
    let fresh = configuration.directory + "/data.new"
    Files.removeTree(fresh)
    try Files.makeDirectory(fresh, mode: 0o700, owner: user)
    var arguments = [
      "-D", fresh, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--lc-collate=C",
      "--data-checksums",
      "--auth=trust", "--no-instructions",
    ]
    if configuration.isTemporary { arguments.append("--no-sync") }
    let output = configuration.directory + "/initdb.log"
    let child = try ChildProcess.start(binaries + "/initdb", arguments, as: user, output: output)
    guard child.status(wait: true) == 0 else {
      throw .commandFailed("initdb", output: Files.tail(output))
    }
    guard rename(fresh, data) == 0 else { throw .system("rename \(fresh)", code: errno) }
  }

  /// A pid file whose process is a PostgreSQL of this folder belongs to a server that runs; any
  /// other is stale, and PostgreSQL replaces it.
  func checkNoOtherServer() throws(ClusterError) {
    let file = data + "/postmaster.pid"
    guard let first = Files.read(file)?.split(separator: "\n").first, let process = Int32(first),
      kill(process, 0) == 0,
      let command = Files.read("/proc/\(process)/cmdline"), command.contains(data)
    else { return }
    throw .commandFailed("start", output: "process \(process) already serves \(data)")
  }

  /// The socket stands in the folder of the cluster when its path is short enough for the
  /// kernel, else in a folder of its own that the cluster remembers.
  func prepareSocketDirectory(_ user: UnprivilegedUser?) throws(ClusterError) -> String {
    let near = configuration.directory + "/run"
    if near.hasPrefix("/"), "\(near)/.s.PGSQL.5432.lock".utf8.count <= 107 {
      try Files.makeDirectory(near, mode: 0o700, owner: user)
      return near
    }
    let note = configuration.directory + "/socket-directory"
    if let known = Files.read(note), Files.exists(known) {
      try Files.makeDirectory(known, mode: 0o700, owner: user)
      return known
    }
    let made = try Files.makeTemporaryDirectory(prefix: "o2c-")
    try Files.makeDirectory(made, mode: 0o700, owner: user)
    try Files.write(made, to: note)
    return made
  }

  /// Polls, since nobody calls back; the thread is this cluster's own.
  func waitUntilReady() throws {
    let deadline = Deadline.after(configuration.startLimit)
    let superuser = try connection()
    while true {
      if !isRunning {
        child = nil
        throw ClusterError.ended(log: Files.tail(log))
      }
      do {
        _ = try Session.connect(superuser)
        return
      } catch {
        guard deadline.remaining > .zero else {
          stop(.immediate)
          throw ClusterError.notReady(log: "\(error); \(Files.tail(log))")
        }
        usleep(10_000)
      }
    }
  }

  static func children(of parent: pid_t) -> [pid_t] {
    Files.entries("/proc").compactMap { pid_t($0) }.filter { stat(of: $0)?.parent == parent }
  }

  static func isZombie(_ process: pid_t) -> Bool {
    stat(of: process).map { $0.state == "Z" } ?? true
  }

  /// From `/proc/PID/stat`: `pid (name) state parent …`, where the name may hold anything.
  private static func stat(of process: pid_t) -> (state: Substring, parent: pid_t)? {
    guard let text = Files.read("/proc/\(process)/stat"), let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 1, let parent = pid_t(fields[1]) else { return nil }
    return (fields[0], parent)
  }
}
