/// The first schema: one table of events that can only grow, and the invariants as triggers on its growth.
///
/// What an event says is in `text`, byte for byte what was hashed. The other columns repeat parts of it, so that indexes on them
/// make looking up and folding fast; each has a constraint that it says what the text says, which `PRAGMA integrity_check`
/// looks at as well. (Generated columns would say so by themselves, but SQLite reads the whole row for each.) `INSERT OR
/// REPLACE` deletes without asking the triggers for deletion, so every insertion that would replace something is refused
/// before.
///
/// See [strict tables](https://sqlite.org/stricttables.html) and
/// [RAISE](https://sqlite.org/lang_createtrigger.html#the_raise_function).
enum Schema1 {
    /// The statements, in order.
    static let statements = [table] + indexes + triggers

    private static let table = """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY CHECK (sequence > 0 AND sequence IS text ->> '$.sequence'),
            at TEXT NOT NULL CHECK (at IS text ->> '$.at' AND at GLOB
                '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
            kind TEXT NOT NULL CHECK (kind IS text ->> '$.kind'),
            adopts TEXT CHECK (adopts IS iif(kind IN ('plan-adopted', 'plan-revised'), text ->> '$.plan', NULL)),
            step TEXT CHECK (step IS text ->> '$.step'),
            "key" TEXT CHECK ("key" IS (text ->> '$.key.kind') || '/' || (text ->> '$.key.id')),
            verification TEXT CHECK (verification IS text ->> '$.detail.verification'),
            result TEXT CHECK (result IS coalesce(text ->> '$.detail.result', text ->> '$.detail.state')),
            claim INTEGER CHECK (claim IS coalesce(text ->> '$.detail.claim', text ->> '$.detail.formerClaim')),
            bound TEXT CHECK (bound IS coalesce(text ->> '$.detail.expires', text ->> '$.detail.since')),
            hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
            text TEXT NOT NULL CHECK (json_valid(text))
        ) STRICT
        """

    /// Writes an event, given its number, text and hash.
    static let insertion = """
        INSERT INTO event SELECT ?1, ?2 ->> '$.at', ?2 ->> '$.kind',
            iif(?2 ->> '$.kind' IN ('plan-adopted', 'plan-revised'), ?2 ->> '$.plan', NULL), ?2 ->> '$.step',
            (?2 ->> '$.key.kind') || '/' || (?2 ->> '$.key.id'), ?2 ->> '$.detail.verification',
            coalesce(?2 ->> '$.detail.result', ?2 ->> '$.detail.state'),
            coalesce(?2 ->> '$.detail.claim', ?2 ->> '$.detail.formerClaim'),
            coalesce(?2 ->> '$.detail.expires', ?2 ->> '$.detail.since'), ?3, ?2
        """

    private static let indexes = [
        """
        CREATE INDEX event_fold ON event
            (sequence, at, kind, adopts, step, "key", verification, result, claim, bound)
        """,
        "CREATE INDEX event_step ON event (step, kind, sequence) WHERE step IS NOT NULL",
        "CREATE INDEX event_key ON event (\"key\", kind, sequence) WHERE \"key\" IS NOT NULL",
        "CREATE INDEX event_kind ON event (kind, sequence)",
        "CREATE UNIQUE INDEX one_adoption ON event (kind) WHERE kind = 'plan-adopted'",
        "CREATE UNIQUE INDEX one_release ON event (claim) WHERE kind = 'claim-released'",
        "CREATE UNIQUE INDEX one_takeover ON event (claim) WHERE kind = 'claim-taken-over'",
        "CREATE UNIQUE INDEX one_deletion ON event (\"key\") WHERE kind = 'key-deleted'",
    ]

    private static let triggers =
        [
            refusal("UPDATE", "event_update"), refusal("DELETE", "event_delete"),
            """
            CREATE TRIGGER event_follows BEFORE INSERT ON event BEGIN
                SELECT RAISE(ABORT, 'sequence-gap')
                    WHERE NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event);
                SELECT RAISE(ABORT, 'chain-broken')
                    WHERE NEW.text ->> '$.previous' IS NOT coalesce(
                        (SELECT hash FROM event WHERE sequence = NEW.sequence - 1), printf('%064d', 0));
            END
            """,
            EventRules.kinds, EventRules.subjects, EventRules.plans,
        ] + EventRules.claims + EventRules.keys

    private static func refusal(_ operation: String, _ name: String) -> String {
        """
        CREATE TRIGGER \(name) BEFORE \(operation) ON event BEGIN
            SELECT RAISE(ABORT, 'append-only');
        END
        """
    }
}

/// The rules of the first schema, the same as ``LedgerRule`` has them.
private enum EventRules {
    private static let stepKinds = """
        'claim-taken', 'claim-renewed', 'claim-released', 'claim-taken-over', 'step-started', 'step-applied',
                'step-failed', 'step-rolled-back', 'step-verified', 'step-regressed', 'gate-overridden', 'approval-given'
        """
    private static let keyKinds = """
        'key-seen', 'key-quiet-since', 'key-deactivated', 'key-reactivated', 'key-deleted'
        """

    static let kinds = """
        CREATE TRIGGER event_kind_known BEFORE INSERT ON event WHEN NEW.kind NOT IN (
                \(stepKinds),
                \(keyKinds),
                'plan-adopted', 'plan-revised', 'draft-accepted', 'note') BEGIN
            SELECT RAISE(ABORT, 'kind-unknown');
        END
        """

    static let subjects = """
        CREATE TRIGGER event_subject BEFORE INSERT ON event WHEN
                (coalesce(NEW.step, '') = '' AND NEW.kind IN (
                \(stepKinds)))
                OR (NEW."key" IS NULL AND NEW.kind IN (
                \(keyKinds))) BEGIN
            SELECT RAISE(ABORT, 'subject-missing');
        END
        """

    static let plans = """
        CREATE TRIGGER event_plan BEFORE INSERT ON event WHEN NEW.kind IN ('plan-adopted', 'plan-revised') BEGIN
            SELECT RAISE(ABORT, 'plan-adopted-twice')
                WHERE NEW.kind = 'plan-adopted' AND EXISTS (SELECT 1 FROM event WHERE kind = 'plan-adopted');
            SELECT RAISE(ABORT, 'plan-not-adopted')
                WHERE NEW.kind = 'plan-revised' AND NOT EXISTS (SELECT 1 FROM event WHERE kind = 'plan-adopted');
        END
        """

    /// The number of the lease that a step has, or had last; 0 for none.
    private static let lastLease = """
        max(coalesce((SELECT max(sequence) FROM event WHERE step = NEW.step AND kind = 'claim-taken'), 0),
                        coalesce((SELECT max(sequence) FROM event WHERE step = NEW.step AND kind = 'claim-taken-over'), 0))
        """
    private static let isGivenBack = "EXISTS (SELECT 1 FROM event WHERE kind = 'claim-released' AND claim = lease)"
    private static let expiry = """
        (SELECT bound FROM event WHERE sequence = max(lease, coalesce(
                        (SELECT max(sequence) FROM event WHERE step = NEW.step AND kind = 'claim-renewed'), 0)))
        """

    static let claims = [
        """
        CREATE TRIGGER event_claim_taken BEFORE INSERT ON event WHEN NEW.kind = 'claim-taken' BEGIN
            SELECT RAISE(ABORT, 'claim-held') FROM (
                    SELECT \(lastLease) AS lease)
                WHERE lease > 0 AND NOT \(isGivenBack);
        END
        """,
        """
        CREATE TRIGGER event_claim_taken_over BEFORE INSERT ON event WHEN NEW.kind = 'claim-taken-over' BEGIN
            SELECT RAISE(ABORT, 'claim-not-stale') FROM (
                    SELECT \(lastLease) AS lease)
                WHERE lease IS NOT NEW.claim OR lease = 0 OR \(isGivenBack) OR NEW.at < \(expiry);
        END
        """,
        """
        CREATE TRIGGER event_claim_needed BEFORE INSERT ON event
                WHEN NEW.kind <> 'claim-taken-over' AND (NEW.claim IS NOT NULL OR NEW.kind IN (
                'claim-renewed', 'claim-released', 'step-started', 'step-applied', 'step-failed', 'step-rolled-back')) BEGIN
            SELECT RAISE(ABORT, 'claim-lost') FROM (
                    SELECT \(lastLease) AS lease)
                WHERE lease IS NOT NEW.claim OR lease = 0 OR \(isGivenBack);
        END
        """,
    ]

    static let keys = [
        """
        CREATE TRIGGER event_key_deleted BEFORE INSERT ON event
                WHEN NEW.kind IN ('key-deactivated', 'key-reactivated', 'key-deleted') BEGIN
            SELECT RAISE(ABORT, 'key-deleted-twice')
                WHERE NEW.kind = 'key-deleted'
                    AND EXISTS (SELECT 1 FROM event WHERE "key" = NEW."key" AND kind = 'key-deleted');
            SELECT RAISE(ABORT, 'key-gone')
                WHERE EXISTS (SELECT 1 FROM event WHERE "key" = NEW."key" AND kind = 'key-deleted');
        END
        """,
        """
        CREATE TRIGGER event_key_inactive BEFORE INSERT ON event
                WHEN NEW.kind IN ('key-reactivated', 'key-deleted') BEGIN
            SELECT RAISE(ABORT, 'key-not-deactivated')
                WHERE coalesce((SELECT max(sequence) FROM event WHERE "key" = NEW."key" AND kind = 'key-deactivated'), 0)
                    <= coalesce((SELECT max(sequence) FROM event WHERE "key" = NEW."key" AND kind = 'key-reactivated'), 0);
        END
        """,
    ]
}
