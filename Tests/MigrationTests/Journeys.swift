import Testing

/// Everything that starts a cluster and a cloud of its own: one after the other, since each has a machine's worth of work.
@Suite(.serialized)
enum Journeys {}
