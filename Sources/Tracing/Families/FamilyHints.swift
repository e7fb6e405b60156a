import MigrationModel

/// What suggests the SDK that a container uses; one line per hint, never more than a hint.
enum FamilyHints {
    /// Words in the path of an image, with the families that they suggest.
    static let images: [(word: String, families: [String])] = [
        ("aws-cli", ["boto3"]), ("awscli", ["boto3"]), ("python", ["boto3"]), ("airflow", ["boto3"]),
        ("django", ["boto3"]), ("jupyter", ["boto3"]), ("superset", ["boto3"]),
        ("node", ["javascript-v3", "javascript-v2"]), ("nodejs", ["javascript-v3", "javascript-v2"]),
        ("openjdk", ["java-v2", "java-v1"]), ("temurin", ["java-v2", "java-v1"]),
        ("corretto", ["java-v2", "java-v1"]), ("tomcat", ["java-v2", "java-v1"]), ("jre", ["java-v2", "java-v1"]),
        ("jdk", ["java-v2", "java-v1"]), ("spark", ["java-v2", "java-v1"]), ("flink", ["java-v2", "java-v1"]),
        ("ruby", ["ruby"]), ("rails", ["ruby"]), ("php", ["php"]), ("wordpress", ["php"]),
        ("laravel", ["php"]), ("dotnet", ["dotnet-v4", "dotnet-v3"]), ("aspnet", ["dotnet-v4", "dotnet-v3"]),
        ("golang", ["go-v2", "go-v1"]), ("velero", ["go-v2", "go-v1"]), ("external-dns", ["go-v2", "go-v1"]),
        ("cert-manager-controller", ["go-v2", "go-v1"]), ("loki", ["go-v2", "go-v1"]), ("rust", ["rust"]),
    ]

    /// Variables that only programs of one language set.
    static let variables: [(prefix: String, families: [String])] = [
        ("JAVA_", ["java-v2", "java-v1"]), ("JDK_", ["java-v2", "java-v1"]), ("JVM_", ["java-v2", "java-v1"]),
        ("PYTHON", ["boto3"]), ("DJANGO_", ["boto3"]), ("AIRFLOW_", ["boto3"]),
        ("NODE_", ["javascript-v3", "javascript-v2"]),
        ("NPM_", ["javascript-v3", "javascript-v2"]), ("RAILS_", ["ruby"]), ("RACK_", ["ruby"]), ("GEM_", ["ruby"]),
        ("PHP_", ["php"]), ("DOTNET_", ["dotnet-v4", "dotnet-v3"]), ("ASPNETCORE_", ["dotnet-v4", "dotnet-v3"]),
        ("GOGC", ["go-v2", "go-v1"]), ("GOMEMLIMIT", ["go-v2", "go-v1"]), ("RUST_", ["rust"]),
    ]
}
