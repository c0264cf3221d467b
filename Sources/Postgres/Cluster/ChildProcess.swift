internal import CLibPQ
internal import Glibc

/// A process that this one starts: arguments as a list, no shell, an environment of its own.
struct ChildProcess {
  let process: pid_t

  /// Starts a program with its output appended to a file.
  ///
  /// As root it runs as `user`. With `diesWithParent` it gets SIGINT, which is a fast shutdown for
  /// PostgreSQL, when the thread that started it ends.
  static func start(
    _ program: String, _ arguments: [String], as user: UnprivilegedUser?, output: String,
    diesWithParent: Bool = false
  ) throws(ClusterError) -> ChildProcess {
    var words = [program] + arguments
    var options: [String] = []
    if let user {
      options += ["--reuid", "\(user.user)", "--regid", "\(user.group)", "--clear-groups"]
    }
    if diesWithParent { options += ["--pdeathsig", "INT"] }
    let setpriv = "/usr/bin/setpriv"
    if user != nil || (diesWithParent && access(setpriv, X_OK) == 0) {
      words = [setpriv] + options + ["--"] + words
    }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawn_file_actions_addchdir_np(&actions, "/")
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A group of its own: Ctrl-C at the terminal ends the server in its order, not before it.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)

    let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "TZ=UTC"]
    var process = pid_t()
    let code = withCStrings(words) { argv in
      withCStrings(environment) { posix_spawn(&process, words[0], &actions, &attributes, argv, $0) }
    }
    guard code == 0 else { throw .system("starting \(words[0])", code: code) }
    return ChildProcess(process: process)
  }

  /// The exit status once it has ended, nil while it runs. Waits when asked to.
  func status(wait: Bool) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, wait ? 0 : WNOHANG)
      if ended == process { return status }
      if ended == 0 { return nil }
      // Gone already, and its status with it.
      if errno != EINTR { return -1 }
    }
  }

  private static func withCStrings<Result>(
    _ words: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
  }
}
