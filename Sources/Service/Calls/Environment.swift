package import Domain
package import Logging
package import Postgres

/// What every adapter stands on: the door for writes, a pool for reads.
package struct Environment: Sendable {
  package let door: Door
  package let readers: Pool
  package let clock: DoorClock
  package let timeZones = TimeZones()
  package let pageTokens: PageTokens
  package let previewTokens: PreviewTokens
  package let authority: CertificateAuthority
  package let pepper: Pepper
  package let logger: Logger

  package init(
    door: Door, readers: Pool, pageTokens: PageTokens, authority: CertificateAuthority,
    pepper: Pepper, logger: Logger
  ) {
    self.door = door
    self.readers = readers
    clock = door.clock
    self.pageTokens = pageTokens
    previewTokens = pageTokens.previewTokens
    self.authority = authority
    self.pepper = pepper
    self.logger = logger
  }
}
