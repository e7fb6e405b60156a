import Foundation

/// Small dumps with one and the same key.
enum Dumps {
    static let keyID = "AKIARZPUZDIKKEOANPKG"
    static let secretHalf = "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"

    /// A Secret that holds the key.
    static func secret(_ name: String, more: String = "") -> String {
        let (id, half) = (base64(keyID), base64(secretHalf))
        return #"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"\#(name)","namespace":"p"},"data":{"#
            + #""AWS_ACCESS_KEY_ID":"\#(id)","AWS_SECRET_ACCESS_KEY":"\#(half)"\#(more)}}"#
    }

    /// A ConfigMap that holds nothing.
    static let clean = #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"clean"},"data":{"a":"b"}}"#

    /// A List as `kubectl get -o json` prints it, one item on a line.
    static func list(_ items: [String]) -> String {
        "{\n\"apiVersion\": \"v1\",\n\"items\": [\n" + items.joined(separator: ",\n") + "\n],\n\"kind\": \"List\"\n}\n"
    }

    static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
