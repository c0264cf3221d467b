internal import Glibc

/// As whom PostgreSQL runs: it refuses root.
struct UnprivilegedUser: Sendable {
  var name: String
  var user: uid_t
  var group: gid_t

  /// Nil when this process is not root: then the server runs as the same user.
  static func find() throws(ClusterError) -> UnprivilegedUser? {
    if geteuid() != 0 { return nil }
    for name in ["postgres", "nobody"] {
      var entry = passwd()
      var found: UnsafeMutablePointer<passwd>?
      var buffer = [CChar](repeating: 0, count: 4096)
      if getpwnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil {
        return UnprivilegedUser(name: name, user: entry.pw_uid, group: entry.pw_gid)
      }
    }
    throw .noUnprivilegedUser
  }

  /// Refuses a folder that the user cannot get into, since PostgreSQL would only say so late.
  func checkReach(_ directory: String) throws(ClusterError) {
    var path = ""
    for part in directory.split(separator: "/").dropLast() {
      path += "/" + part
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      let bit: mode_t =
        status.st_uid == user ? S_IXUSR : status.st_gid == group ? S_IXGRP : S_IXOTH
      if status.st_mode & bit == 0 { throw .notReachable(directory: path, user: name) }
    }
  }
}
