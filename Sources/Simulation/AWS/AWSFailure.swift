/// Why a call of `aws` fails, with the words of the program.
struct AWSFailure: Error, Hashable {
    /// The code of the error: `NoSuchEntity`; empty for what never reached the cloud.
    var code: String
    var message: String
    /// The exit status ([AWS CLI](https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html)).
    var status: Int32 = 254

    init(_ code: String, _ message: String) {
        self.code = code
        self.message = message
    }

    private init(message: String, status: Int32) {
        code = ""
        self.message = message
        self.status = status
    }

    static func usage(_ message: String) -> AWSFailure { AWSFailure(message: "aws: error: " + message, status: 252) }

    /// What no part of the simulation answers.
    static func unknown(_ words: [String]) -> AWSFailure {
        AWSFailure(message: "error: the simulation does not know: " + words.joined(separator: " "), status: 1)
    }

    static func configuration(_ message: String) -> AWSFailure { AWSFailure(message: message, status: 255) }

    /// What is printed as an error.
    func text(_ action: String) -> String {
        code.isEmpty
            ? "\n" + message + "\n"
            : "\nAn error occurred (\(code)) when calling the \(action) operation: \(message)\n"
    }
}
