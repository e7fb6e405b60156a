/// A command line of a cloud, and how to tell that it was carried out before.
///
/// `{name}` inside of a word stands for what was looked up or given under that name.
public struct CloudCall: Hashable, Sendable {
    /// A value that has to be asked for first.
    public struct Lookup: Hashable, Sendable {
        /// Its name, which stands as `{name}` in words that need it.
        public var name: String
        /// The command that prints it, as one line of text; an empty line and `None` mean that there is nothing.
        public var words: [String]
        /// The name under which somebody may have given the value, which is not asked for then; empty for none.
        public var given: String

        /// Creates a lookup.
        public init(name: String, words: [String], given: String = "") {
            self.name = name
            self.words = words
            self.given = given
        }
    }

    /// What shows, without changing anything, whether the call was carried out before.
    public struct Inspection: Hashable, Sendable {
        /// What it means that something else is there than what is expected.
        public enum Difference: String, Hashable, Sendable, CaseIterable {
            /// The call was not carried out yet.
            case undone
            /// Somebody else has made the thing, which is left alone.
            case conflict
        }

        /// The command that prints what is there.
        public var words: [String]
        /// What it prints when the call was carried out: a text, or a JSON text whose members may be in another order.
        public var expected: String
        /// What it means that something else is printed; nothing, and ``CloudCall/absentCodes``, are never a conflict.
        public var otherwise: Difference

        /// Creates an inspection.
        public init(words: [String], expected: String, otherwise: Difference = .undone) {
            self.words = words
            self.expected = expected
            self.otherwise = otherwise
        }
    }

    /// Something that must not be there for the call to be made.
    public struct Obstacle: Hashable, Sendable {
        /// The command that prints it; an empty line and `None` mean that there is nothing.
        public var words: [String]
        /// Why the call is refused then, as the end of a sentence: `it has another access key`.
        public var reason: String

        /// Creates an obstacle.
        public init(words: [String], reason: String) {
            self.words = words
            self.reason = reason
        }
    }

    /// The program and its arguments.
    public var words: [String]
    /// What is asked for before, in order; a later one may use an earlier one.
    public var lookups: [Lookup]
    /// What the plan cannot know and a person has to give, by name, each with what it is.
    public var givens: [String: String]
    /// What prints several things, by white space, for each of which the call is made; `nil` for one call.
    public var each: Lookup?
    /// What must not be there.
    public var obstacles: [Obstacle]
    /// What shows whether it was done before; `nil` where only the attempt does.
    public var inspection: Inspection?
    /// Codes of errors (`EntityAlreadyExists`) that mean that it was done before.
    public var doneCodes: [String]
    /// Codes of errors (`NoSuchEntity`) with which a lookup, an inspection or an obstacle says that there is nothing.
    public var absentCodes: [String]
    /// Codes of errors that pass when what was made before is known everywhere.
    public var laggingCodes: [String]
    /// Whether it was done before when a lookup finds nothing.
    public var isDoneWithoutLookup: Bool
    /// The account, project or subscription that the credentials have to be of; empty where the words say it.
    public var account: String

    /// Creates a call.
    public init(
        words: [String], lookups: [Lookup] = [], givens: [String: String] = [:], each: Lookup? = nil,
        obstacles: [Obstacle] = [], inspection: Inspection? = nil, doneCodes: [String] = [],
        absentCodes: [String] = [], laggingCodes: [String] = [], isDoneWithoutLookup: Bool = false,
        account: String = ""
    ) {
        self.words = words
        self.lookups = lookups
        self.givens = givens
        self.each = each
        self.obstacles = obstacles
        self.inspection = inspection
        self.doneCodes = doneCodes
        self.absentCodes = absentCodes
        self.laggingCodes = laggingCodes
        self.isDoneWithoutLookup = isDoneWithoutLookup
        self.account = account
    }
}
