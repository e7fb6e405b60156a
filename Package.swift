// swift-tools-version: 6.2
import PackageDescription

// Values in the middle, effects at the edge: `MigrationModel` is shared by all, `StructuredText` reads and writes
// JSON and YAML for whoever needs them, and only the executable knows every module.
let package = Package(
    name: "keyshift",
    products: [
        .executable(name: "keyshift", targets: ["keyshift"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // Without its Foundation trait, which would put Foundation into the start-up of every command.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        // swift-subprocess speaks of paths and file descriptors in its types.
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        // The ledger, on the system's SQLite.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // C and system libraries.
        .target(name: "CByteKernels"),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Values, and functions from values to values.
        .target(name: "MigrationModel"),
        .target(name: "StructuredText", dependencies: ["CByteKernels", "CLibYAML"]),
        .target(
            name: "Detection",
            dependencies: [
                "MigrationModel", "StructuredText", "CByteKernels", "CLibDeflate",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        // Which credentials an SDK finds: asked by tracing, and by the proof of plans.
        .target(name: "CredentialChains", dependencies: ["MigrationModel"]),
        .target(name: "Tracing", dependencies: ["MigrationModel", "CredentialChains"]),
        .target(name: "Planning", dependencies: ["MigrationModel", "CredentialChains", "StructuredText"]),
        // Part of planning in design and of its own here: it proves plans that people have edited as well.
        .target(name: "Soundness", dependencies: ["MigrationModel", "CredentialChains"]),
        .target(
            name: "Rendering",
            dependencies: ["MigrationModel", "StructuredText", .product(name: "Crypto", package: "swift-crypto")],
            exclude: ["Schemas"]),

        // Effects.
        .target(
            name: "ClusterDump",
            dependencies: [
                "MigrationModel", "StructuredText", "CByteKernels", "CZlib",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "StateStore",
            dependencies: [
                "MigrationModel", "StructuredText",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Schemas"]),
        // Carries plans out, through the programs of the user.
        .target(
            name: "Execution",
            dependencies: [
                "MigrationModel", "StructuredText", "StateStore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        // A cluster and a cloud in memory, for the demonstration: it answers as the programs of the user would.
        .target(name: "Simulation", dependencies: ["MigrationModel", "StructuredText", "Execution"]),
        .executableTarget(
            name: "keyshift",
            dependencies: [
                "MigrationModel", "StructuredText", "ClusterDump", "Detection", "CredentialChains", "Tracing",
                "Planning", "Soundness", "Rendering", "StateStore", "Execution", "Simulation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Run by hand, not by the tests: its figures depend on the machine.
        .executableTarget(
            name: "ScanBenchmark",
            dependencies: [
                // Not for its code: whoever runs the benchmark wants the program built.
                "keyshift",
                "ClusterDump", "Detection", "MigrationModel", "Rendering", "StateStore", "Tracing", "StructuredText",
                "CLibDeflate",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/ScanBenchmark"),
        // A process that works on a ledger, for tests that kill it, and for measuring by hand.
        .executableTarget(
            name: "LedgerExercise",
            dependencies: [
                "StateStore", "MigrationModel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/LedgerExercise"),
        // What kubectl and aws are where the world is simulated and all else is real: it asks the tests over a socket.
        .executableTarget(name: "WorldClient", path: "Tests/WorldClient"),
        // A real API server for tests; its scripts also make the dumps in Fixtures.
        .target(
            name: "KubernetesHarness", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
            path: "Tests/KubernetesHarness", exclude: ["scripts", "fixtures"]),

        .testTarget(name: "CByteKernelsTests", dependencies: ["CByteKernels"]),
        .testTarget(name: "MigrationModelTests", dependencies: ["MigrationModel"]),
        .testTarget(name: "StructuredTextTests", dependencies: ["StructuredText"]),
        .testTarget(
            name: "DetectionTests",
            dependencies: ["Detection", "MigrationModel", "StructuredText", "CByteKernels", "CLibDeflate"]),
        .testTarget(
            name: "keyshiftTests",
            dependencies: [
                "keyshift", "ClusterDump", "Detection", "Execution", "KubernetesHarness", "MigrationModel", "Planning",
                "Rendering", "Simulation", "StateStore", "StructuredText", "CLibDeflate",
            ], exclude: ["Plans/moto_bench.py", "Permissions/account.py", "Permissions/lint.py"]),
        .testTarget(
            name: "ScanBenchmarkTests",
            dependencies: ["ScanBenchmark", "MigrationModel", "Rendering", "StateStore", "StructuredText"]),
        .testTarget(
            name: "CredentialChainsTests", dependencies: ["CredentialChains", "MigrationModel"],
            exclude: ["Botocore/resolve.py"]),
        .testTarget(name: "TracingTests", dependencies: ["Tracing", "MigrationModel"]),
        .testTarget(name: "PlanningTests", dependencies: ["Planning", "MigrationModel"]),
        .testTarget(
            name: "SoundnessTests", dependencies: ["Soundness", "CredentialChains", "Rendering", "MigrationModel"]),
        .testTarget(
            name: "RenderingTests",
            // The reader of configurations, and whom it asks for the names of SDKs, to compare it with its schema.
            dependencies: ["Rendering", "MigrationModel", "StructuredText", "ClusterDump", "CredentialChains"],
            exclude: ["Machine/Baselines", "Machine/validate.py", "Status/browser.py", "Status/pictures.py"]),
        .testTarget(
            name: "StateStoreTests",
            // The executable is run, and the database is tampered with.
            dependencies: [
                "StateStore", "MigrationModel", "StructuredText", "LedgerExercise",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures", "Exchange/verify.py", "Exchange/schema.py"]),
        .testTarget(
            name: "ExecutionTests",
            dependencies: [
                "Execution", "Simulation", "KubernetesHarness", "MigrationModel", "Rendering", "StateStore",
                "StructuredText",
            ]),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Simulation", "Execution", "KubernetesHarness", "MigrationModel", "StructuredText"]),
        // From the fixture cluster to the last key deleted, with the program as a user runs it.
        .testTarget(
            name: "MigrationTests",
            dependencies: [
                "keyshift", "Execution", "KubernetesHarness", "MigrationModel", "Rendering", "Simulation", "StateStore",
                "StructuredText", "WorldClient",
            ], exclude: ["Cloud"]),
        .testTarget(
            name: "ClusterDumpTests",
            dependencies: ["ClusterDump", "KubernetesHarness", "MigrationModel", "StructuredText", "CZlib"]),
    ],
    swiftLanguageModes: [.v6]
)

// C has no Swift settings.
for target in package.targets where target.type != .system && !["CByteKernels", "WorldClient"].contains(target.name) {
    target.swiftSettings = [
        // A warning is a defect that has not happened yet.
        .treatAllWarnings(as: .error),
        // `any` is written where an existential is meant.
        .enableUpcomingFeature("ExistentialAny"),
        // An import serves its own file, and is private to the module unless it says otherwise.
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
