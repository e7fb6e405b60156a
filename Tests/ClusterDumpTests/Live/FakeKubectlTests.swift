import Foundation
import Testing

@testable import ClusterDump

/// Against fakes of kubectl, for what a real one cannot be made to do at will.
@Suite(.timeLimit(.minutes(30)))
struct FakeKubectlTests {
    /// A shell script in the place of kubectl; its last argument is in `$last`.
    private final class Fake: Sendable {
        let folder: URL

        init(_ script: String) throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("fake-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let preamble = """
                #!/bin/bash
                last=${!#}; folder=\(folder.path)
                case "$*" in *current-context*) echo fake; exit;; *" --raw /version"*) echo '{}'; exit;; esac
                table() { echo 'secrets  v1  true  Secret  list'; echo 'configmaps  cm  v1  true  ConfigMap  list'; exit; }

                """
            let file = folder.appendingPathComponent("kubectl")
            try (preamble + script).write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        /// Patient, since the tests beside it may hold every thread for minutes.
        var cluster: LiveCluster {
            var cluster = LiveCluster(kubectl: folder.appendingPathComponent("kubectl").path)
            cluster.patience = 1_200_000
            return cluster
        }
    }

    @Test func countsThrottlingAsNoError() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            echo 'I1121 07:12:06.000000 1 request.go:601] Waited for 1.1s due to client-side throttling, not priority' >&2
            echo 'I0121 07:12:06.000000 1 request.go:655] Throttling request took 1.2s, request: GET:https://x' >&2
            echo 'WARNING: version difference between client (1.32) and server (1.20) exceeds the supported skew' >&2
            echo '{"kind": "List", "items": []}'
            """)
        let transcript = await blocking { [cluster = fake.cluster] in Transcript(cluster) }
        #expect(transcript.problems == [])
        #expect(transcript.throttled == 4)
        #expect(transcript.pages.map(\.name) == ["fake/secrets", "fake/configmaps"])
    }

    @Test func stopsOneThatHangsAndGoesOn() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            case $last in */secrets*) printf '{"kind": '; exec sleep 600;; esac
            echo '{"kind": "ConfigMapList", "items": []}'
            """)
        var cluster = fake.cluster
        // Long enough for a busy machine to start the fake, short enough to wait for.
        cluster.patience = 40_000
        let transcript = await blocking { [cluster] in Transcript(cluster) }
        #expect(transcript.pages.map(\.result) == [.unavailable, .complete])
        #expect(
            transcript.problems == [
                "live-unavailable: secrets were not scanned completely: kubectl got no answer and was stopped"
            ])
    }

    @Test func reportsGarbageInsteadOfTypes() async throws {
        let fake = try Fake("head -c 100000 /dev/urandom")
        let transcript = await blocking { [cluster = fake.cluster] in Transcript(cluster) }
        #expect(transcript.types == [])
        #expect(
            transcript.problems == [
                "live-unavailable: fake was not scanned: kubectl api-resources printed no table that could be read"
            ])
    }

    @Test func boundsAGigabyteOfComplaints() async throws {
        let fake = try Fake(
            """
            head -c 1G /dev/zero | tr '\\0' 'x' >&2
            echo >&2
            echo 'Error from server (Forbidden): secrets is forbidden' >&2
            exit 1
            """)
        var cluster = fake.cluster
        // A busy machine takes minutes for so much; what is tested is that it is all read and little of it kept.
        cluster.patience = 1_200_000
        let ending = await blocking { [cluster] in cluster.answer(to: ["get"]).ending }
        #expect(ending.status == .exited(1))
        #expect(ending.log.byteCount > 1 << 30)
        #expect(ending.log.errors == ["Error from server (Forbidden): secrets is forbidden"])
    }

    @Test func keepsNothingThatKubectlDidNotSayItself() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            echo 'plugin: token=hunter2' >&2
            exit 7
            """)
        let transcript = await blocking { [cluster = fake.cluster] in Transcript(cluster) }
        #expect(
            transcript.problems.first
                == "live-unavailable: secrets were not scanned completely: "
                + "kubectl ended with exit status 7 and no error of its own")
        #expect(!transcript.problems.joined().contains("hunter2"))
    }

    @Test func listsAgainWhenTheTokenExpired() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            case $last in
            */configmaps*) echo '{"kind": "ConfigMapList", "items": []}';;
            *continue=*)
              if [ -e $folder/expired ]; then echo '{"kind": "SecretList", "items": [{"metadata": {"name": "b"}}]}'; exit; fi
              touch $folder/expired
              echo 'Error from server (Expired): The provided continue parameter is too old' >&2; exit 1;;
            *) echo '{"kind": "SecretList", "metadata": {"continue": "a+b/c="}, "items": [{"metadata": {"name": "a"}}]}';;
            esac
            """)
        let transcript = await blocking { [cluster = fake.cluster] in Transcript(cluster) }
        #expect(transcript.problems == [])
        #expect(transcript.pages(of: "secrets").map(\.items) == [["a"], [], ["a"], ["b"]])
        #expect(transcript.pages(of: "secrets").map(\.result) == [.complete, .expired, .complete, .complete])
    }

    @Test func givesUpOnATokenThatAlwaysExpires() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            case $last in
            */configmaps*) echo '{"kind": "ConfigMapList", "items": []}';;
            *continue=*) echo 'Error from server (Expired): too old' >&2; exit 1;;
            *) echo '{"kind": "SecretList", "metadata": {"continue": "a"}, "items": []}';;
            esac
            """)
        let transcript = await blocking { [cluster = fake.cluster] in Transcript(cluster) }
        #expect(
            transcript.problems == [
                "live-unavailable: secrets were not scanned completely: the list changed faster than it could be read"
            ])
        #expect(transcript.pages(of: "configmaps").count == 1)
    }

    @Test func endsWhenTheServerRepeatsAToken() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            echo '{"kind": "SecretList", "metadata": {"continue": "same"}, "items": []}'
            """)
        let transcript = await blocking { [cluster = fake.cluster] in Transcript(cluster) }
        #expect(transcript.pages(of: "secrets").count == 2)
    }

    @Test func stopsOneWhoseAnswerIsNotWanted() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            exec yes '{"kind": "SecretList"}'
            """)
        let results = await blocking { [cluster = fake.cluster] in
            let listing = LiveListing(cluster)
            let first = listing.next(continueToken: nil)
            let byte = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
            defer { byte.deallocate() }
            let count = first?.read(into: byte)
            let second = listing.next(continueToken: "more")
            return [count == 1, first?.finish().result == .abandoned, second?.type.name == "configmaps"]
        }
        #expect(results == [true, true, true])
    }

    @Test func tellsThatAPageWasCutOff() async throws {
        let fake = try Fake(
            """
            case "$*" in *api-resources*) table;; esac
            case $last in */secrets*) printf '{"items": [{"metadata": {'; echo 'error: unexpected EOF' >&2; exit 1;; esac
            echo '{"kind": "ConfigMapList", "items": []}'
            """)
        let transcript = await blocking { [cluster = fake.cluster] in Transcript(cluster) }
        #expect(transcript.pages.map(\.result) == [.unavailable, .complete])
        #expect(
            transcript.problems == [
                "live-unavailable: secrets were not scanned completely: error: unexpected EOF"
            ])
    }

    @Test(arguments: ["kubectl-that-nobody-has", "/nonexistent/kubectl", "/dev/null"])
    func saysThatThereIsNone(program: String) async {
        let transcript = await blocking { Transcript(LiveCluster(kubectl: program, context: "prod")) }
        #expect(
            transcript.problems == [
                "kubectl-missing: prod was not scanned: kubectl was not found or cannot be executed"
            ])
    }

    @Test func passesValuesAsSingleArguments() {
        let cluster = LiveCluster(context: "--token x; rm", namespace: "a/../b")
        #expect(
            cluster.arguments(["get"]) == ["--request-timeout=300s", "--context=--token x; rm", "get"])
    }
}
