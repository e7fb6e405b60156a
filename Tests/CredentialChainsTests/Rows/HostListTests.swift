@testable import CredentialChains
import Testing

struct HostListTests {
    @Test(arguments: [
        ("http://169.254.170.23/v1/credentials", true), ("http://[fd00:ec2::23]/v1/credentials", true),
        ("http://[fd00:ec2::23]:80/v1", true), ("http://localhost:8080", true), ("http://127.0.0.9/a", true),
        ("http://[::1]/", true), ("https://example.com/a", true), ("http://user@169.254.170.2/", true),
        ("http://example.com/", false), ("http://169.254.170.23.example.com/", false), ("http://", false),
        ("/v2/credentials", false), ("169.254.170.23", false), (":", false), ("http:169.254.170.23", false),
        ("http://169.254.170.23@example.com/", false),
    ])
    func usual(_ address: String, _ allowed: Bool) { #expect(HostList.usual.allows(address) == allowed) }
}
