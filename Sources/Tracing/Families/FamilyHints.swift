import MigrationModel

/// What suggests the SDK that a container uses; one line per hint, never more than a hint.
enum FamilyHints {
    /// Words in the path of an image, with the families that they suggest.
    static let images: [(word: String, families: [String])] = [
        ("aws-cli", ["boto3"]), ("awscli", ["boto3"]), ("python", ["boto3"]), ("airflow", ["boto3"]),
        ("django", ["boto3"]), ("jupyter", ["boto3"]), ("superset", ["boto3"]),
        ("node", ["js-v3", "js-v2"]), ("nodejs", ["js-v3", "js-v2"]),
        ("openjdk", ["java-v2", "java-v1"]), ("temurin", ["java-v2", "java-v1"]),
        ("corretto", ["java-v2", "java-v1"]), ("tomcat", ["java-v2", "java-v1"]), ("jre", ["java-v2", "java-v1"]),
        ("jdk", ["java-v2", "java-v1"]), ("spark", ["java-v2", "java-v1"]), ("flink", ["java-v2", "java-v1"]),
        ("ruby", ["ruby-v3"]), ("rails", ["ruby-v3"]), ("php", ["php-v3"]), ("wordpress", ["php-v3"]),
        ("laravel", ["php-v3"]), ("dotnet", ["dotnet-v4", "dotnet-v3"]), ("aspnet", ["dotnet-v4", "dotnet-v3"]),
        ("golang", ["go-v2", "go-v1"]), ("velero", ["go-v2", "go-v1"]), ("external-dns", ["go-v2", "go-v1"]),
        ("cert-manager-controller", ["go-v2", "go-v1"]), ("loki", ["go-v2", "go-v1"]), ("rust", ["rust"]),
    ]

    /// Variables that only programs of one language set.
    static let variables: [(prefix: String, families: [String])] = [
        ("JAVA_", ["java-v2", "java-v1"]), ("JDK_", ["java-v2", "java-v1"]), ("JVM_", ["java-v2", "java-v1"]),
        ("PYTHON", ["boto3"]), ("DJANGO_", ["boto3"]), ("AIRFLOW_", ["boto3"]), ("NODE_", ["js-v3", "js-v2"]),
        ("NPM_", ["js-v3", "js-v2"]), ("RAILS_", ["ruby-v3"]), ("RACK_", ["ruby-v3"]), ("GEM_", ["ruby-v3"]),
        ("PHP_", ["php-v3"]), ("DOTNET_", ["dotnet-v4", "dotnet-v3"]), ("ASPNETCORE_", ["dotnet-v4", "dotnet-v3"]),
        ("GOGC", ["go-v2", "go-v1"]), ("GOMEMLIMIT", ["go-v2", "go-v1"]), ("RUST_", ["rust"]),
    ]
}
