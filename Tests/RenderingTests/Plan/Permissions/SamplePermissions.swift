import MigrationModel

/// Permissions of every source and form, put together by hand.
enum SamplePermissions {
    static let document = PolicyDocument(statements: [
        PolicyStatement(
            sid: "Read", actions: .only(["s3:GetObject", "s3:ListBucket"]),
            resources: .only(["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]),
            conditions: [
                PolicyCondition("StringEquals", "aws:SourceVpc", ["vpc-0a1b2c3d"]),
                PolicyCondition("StringLike", "s3:prefix", ["a/*", "${aws:PrincipalTag/team}/*"]),
                PolicyCondition("StringEquals", "s3:ResourceAccount", ["123456789012"]),
            ]),
        PolicyStatement(
            effect: .deny, actions: .allBut(["iam:*"]), resources: .allBut(["arn:aws:iam::123456789012:role/a"])),
    ])
    static let old = PolicyDocument(
        version: "2008-10-17",
        statements: [PolicyStatement(actions: .only(["sqs:*"]), resources: .only(["*"]))])
    /// What the provider would take for the beginning of a variable.
    static let odd = PolicyDocument(statements: [
        PolicyStatement(
            actions: .only(["s3:GetObject"]), resources: .only(["arn:aws:s3:::a/&{x}\"\\*"]))
    ])
    static let large = PolicyDocument(
        statements: (0..<40).map { index in
            PolicyStatement(
                actions: .only(["s3:GetObject"]), resources: .only(["arn:aws:s3:::bucket-\(index)/*"]))
        })

    static let all: [PlannedPermissions] = [
        PlannedPermissions(
            source: .given, isAccepted: true,
            policies: [PlannedPolicy(name: "permissions", origin: "policies/api.json", document: document)]),
        PlannedPermissions(
            source: .user,
            policies: [
                PlannedPolicy(name: "own", origin: "the inline policy own of the user bob", document: old),
                PlannedPolicy(name: "a+b", form: .managed, origin: "the group g", document: large),
                PlannedPolicy(name: "odd", origin: "the group g", document: odd),
                PlannedPolicy(name: "x", origin: "the managed policy x", arn: "arn:aws:iam::aws:policy/x"),
            ], boundary: "arn:aws:iam::123456789012:policy/bound", users: ["arn:aws:iam::123456789012:user/bob"],
            remarks: PermissionRemark.Kind.allCases.map {
                PermissionRemark($0, "`code` and $(names) | of <a> cluster.")
            },
            priorChanges: PriorChange.Kind.allCases.map { PriorChange($0, subject: "x", task: "let it in") }),
        PlannedPermissions(
            source: .draft,
            policies: [PlannedPolicy(name: "permissions", origin: "the settings", document: document)],
            derivedFrom: [PermissionOrigin(setting: "S3_BUCKET", place: "container `app`")]),
        PlannedPermissions(source: .draft),
        PlannedPermissions(source: .byHand, users: ["api@my-project.iam.gserviceaccount.com"]),
    ]

    /// A plan with an identity of each.
    static var plan: Plan {
        var plan = SamplePlans.merged(
            all.indices.map { index in
                SamplePlans.parts(name: "s\(index)", mechanism: index.isMultiple(of: 2) ? .irsa : .eksPodIdentity)
            })
        for index in all.indices { plan.identities[index].permissions = all[index] }
        return plan
    }
}
