import Testing

@testable import Planning

struct RDSPatternTests {
    @Test func connects() {
        #expect(
            Drafting.lines(
                RDSPattern(), ["DB_HOST": "orders.abc123.eu-central-1.rds.amazonaws.com:5432", "DB_USER": "orders"])
                == ["RDSConnect rds-db:connect → arn:aws:rds-db:eu-central-1:123456789012:dbuser:*/orders"])
        #expect(
            Drafting.lines(
                RDSPattern(), ["DB_HOST": "orders.abc123.eu-central-1.rds.amazonaws.com", "DB_IAM_AUTH": "true"],
                variables: ["DB_PASSWORD"]) == [
                    "RDSConnect rds-db:connect → arn:aws:rds-db:eu-central-1:123456789012:dbuser:*/*"
                ])
        #expect(
            Drafting.lines(RDSPattern(), ["A": "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABC/orders"]) == [
                "RDSConnect rds-db:connect → arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABC/orders"
            ])
    }

    @Test func draftsNothingForPasswords() {
        #expect(
            Drafting.lines(
                RDSPattern(), ["DB_HOST": "orders.abc123.eu-central-1.rds.amazonaws.com", "DB_USER": "orders"],
                variables: ["DB_PASSWORD"]) == [])
        #expect(
            Drafting.lines(
                RDSPattern(), ["DB_HOST": "db.example.com", "DB_IAM_AUTH": "true"], variables: ["PGPASSWORD"]) == [])
        #expect(Drafting.lines(RDSPattern(), ["DB_HOST": "rds.amazonaws.com"], variables: ["PGPASSWORD"]) == [])
        #expect(
            Drafting.lines(
                RDSPattern(), ["DB_HOST": "orders.abc123.eu-central-1.rds.amazonaws.com", "DB_IAM_AUTH": "false"],
                variables: ["PGPASSWORD"]) == [])
    }
}
