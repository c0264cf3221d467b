import Testing

/// Everything over TLS against a server process. One after the other: the tests load the machine,
/// and kill what they started.
@Suite("End to end", .serialized) struct EndToEnd {}
