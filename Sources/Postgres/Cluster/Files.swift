internal import Glibc

/// The few things to do with files here, with errors that say which call failed.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func makeDirectory(_ path: String, mode: mode_t, owner: UnprivilegedUser?)
    throws(ClusterError)
  {
    if mkdir(path, mode) != 0, errno != EEXIST { throw .system("mkdir \(path)", code: errno) }
    if chmod(path, mode) != 0 { throw .system("chmod \(path)", code: errno) }
    if let owner, chown(path, owner.user, owner.group) != 0 {
      throw .system("chown \(path)", code: errno)
    }
  }

  /// Makes the folders above as well, for their owner alone to write.
  static func makeParents(_ path: String) throws(ClusterError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw .system("mkdir \(made)", code: errno) }
    }
  }

  /// A fresh folder with a short path, for this user alone.
  static func makeTemporaryDirectory(prefix: String) throws(ClusterError) -> String {
    var template = Array("/tmp/\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .system("mkdtemp", code: errno) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func entries(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func write(_ text: String, to path: String) throws(ClusterError) {
    guard let file = fopen(path, "w") else { throw .system("open \(path)", code: errno) }
    let written = fputs(text, file)
    guard fclose(file) == 0, written >= 0 else { throw .system("write \(path)", code: errno) }
  }

  /// Removes a folder and all in it, without following links.
  static func removeTree(_ path: String) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      for name in entries(path) { removeTree("\(path)/\(name)") }
    }
    remove(path)
  }

  /// The last lines of a file, for error texts.
  static func tail(_ path: String, lines: Int = 6) -> String {
    (read(path) ?? "").split(separator: "\n").suffix(lines).joined(separator: " | ")
  }
}
