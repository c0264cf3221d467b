/// The version of this server, as `GetCaller` and the command line tell it.
package enum ServerVersion {
  package static let current = "1.0.0"
}
