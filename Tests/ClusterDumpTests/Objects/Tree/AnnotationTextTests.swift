import Testing

@testable import ClusterDump

struct AnnotationTextTests {
    private func isKept(_ name: String, _ text: String) -> Bool {
        AnnotationText.isSetting(Array(text.utf8).span, named: Array(name.utf8).span)
    }

    @Test(arguments: [
        ("checksum/config", String(repeating: "0a9b8c7d", count: 8)),
        ("note", "a longer text that a person wrote, in 2026"),
        ("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/MyApplicationS3ReadWriteRole1Production"),
        ("a", String(repeating: "x", count: 512)), ("a", ""),
    ])
    func keeps(_ name: String, _ text: String) {
        #expect(isKept(name, text))
    }

    @Test(arguments: [
        ("note", "PtYgjmUhBel31iEl2hpChYgCfrL1spNxnyVmihA+"), ("a", "id=x JDC8Q~cXQL~ioDnkHIfxIq2HZt~.PlJhx2jIclHk"),
        ("kubectl.kubernetes.io/last-applied-configuration", "{}"), ("a", String(repeating: "x", count: 513)),
    ])
    func drops(_ name: String, _ text: String) {
        #expect(!isKept(name, text))
    }
}
