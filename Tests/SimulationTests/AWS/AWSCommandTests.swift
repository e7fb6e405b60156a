import Execution
import Simulation
import StructuredText
import Testing

struct AWSCommandTests {
    private let harness = WorldHarness()

    @Test func keyIsDeactivatedAndDeletedBehindItsUser() async {
        let key = "--access-key-id \(FourServices.key) --user-name \(FourServices.user)"
        #expect(await harness.text("aws iam update-access-key \(key) --status Inactive") == "")
        #expect(
            await harness.text(
                "aws iam list-access-keys --user-name production-app --query AccessKeyMetadata[].Status --output text")
                == "Inactive\n")
        #expect(
            await harness.text("aws iam delete-user --user-name production-app")
                == "exited(254): \nAn error occurred (DeleteConflict) when calling the DeleteUser operation: "
                + "Cannot delete entity, must delete access keys first.\n")
        #expect(await harness.text("aws iam delete-access-key \(key)") == "")
        #expect(await harness.text("aws iam delete-user --user-name production-app") == "")
        #expect(harness.world.account.keyIDs == [])
        #expect(harness.world.account.userNames == [])
    }

    @Test func missingThingsAreNamedAsByIAM() async {
        #expect(
            await harness.text("aws iam get-role --role-name none")
                == "exited(254): \nAn error occurred (NoSuchEntity) when calling the GetRole operation: "
                + "The role with name none cannot be found.\n")
        #expect(
            await harness.text(
                "aws iam get-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::123456789012:oidc-provider/x"
            )
                == "exited(254): \nAn error occurred (NoSuchEntity) when calling the GetOpenIDConnectProvider operation: "
                + "OpenIDConnect Provider not found for arn arn:aws:iam::123456789012:oidc-provider/x\n")
    }

    @Test func roleWithPoliciesIsNotDeleted() async {
        _ = await Shift.bind(harness, account: "order-api", role: "r")
        _ = await harness.text(
            "aws iam put-role-policy --role-name r --policy-name p --policy-document file:///dev/stdin",
            input: #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}"#)
        #expect(await harness.text("aws iam delete-role --role-name r").contains("(DeleteConflict)"))
        #expect(
            await harness.text(
                "aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::123456789012:role/r "
                    + "--action-names s3:GetObject s3:PutObject --query EvaluationResults[].EvalDecision --output text")
                == "allowed\timplicitDeny\n")
        #expect(await harness.text("aws iam delete-role-policy --role-name r --policy-name p") == "")
        #expect(await harness.text("aws iam delete-role --role-name r") == "")
    }

    @Test func unknownWordsShow() async {
        #expect(
            await harness.text("aws s3 ls")
                == "exited(1): \nerror: the simulation does not know: aws s3 ls\n")
        #expect(
            await harness.text("kubectl top pods")
                == "exited(1): error: the simulation does not know: kubectl top pods\n")
        #expect(await harness.run("gcloud info").ending == .notStarted)
    }
}
