/// The version of this server, as `GetCaller` and the command line tell it.
package enum ServerVersion {
  package static let current = "0.1.0"
}
