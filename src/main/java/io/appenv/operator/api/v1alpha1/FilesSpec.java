package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bucket in Amazon S3 that keeps every version of what tiers write to it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "bucketName",
  "infrequentAccessAfter",
  "glacierAfter",
  "kmsKeyId",
  "cors",
  "deletionPolicy"
})
@ValidationRule(
    value = FileRules.ORDER,
    message = FileRules.ORDER_MESSAGE,
    fieldPath = ".glacierAfter")
public record FilesSpec(
    @Size(max = 63)
        @ValidationRule(value = FileRules.NAME, message = FileRules.NAME_MESSAGE)
        @JsonPropertyDescription(
            "Name of the bucket, for where the usual one is taken: it begins with appenv-, and may be "
                + "written anew as long as there is no bucket. Default: made from cluster, "
                + "namespace and name. Change: replacement, refused.")
        @Nullable String bucketName,
    @Default("30d")
        @Size(max = 5)
        @ValidationRule(value = FileRules.DAYS, message = "write whole days, for example 30d")
        @JsonPropertyDescription(
            "After how many days objects move to storage class Infrequent Access, and former "
                + "versions that many days after they were replaced; 30d at least. Default: 30d. "
                + "Change: in place.")
        @Nullable String infrequentAccessAfter,
    @Default("90d")
        @Size(max = 5)
        @ValidationRule(value = FileRules.DAYS, message = "write whole days, for example 90d")
        @JsonPropertyDescription(
            "After how many days objects move to storage class Glacier, and former versions that "
                + "many days after they were replaced; at least 30 days after "
                + "infrequentAccessAfter. Default: 90d. Change: in place.")
        @Nullable String glacierAfter,
    @Size(max = 256)
        @ValidationRule(
            value =
                "self.matches('^([0-9a-f-]{36}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[a-zA-Z0-9/_-]+)$')",
            message =
                "write a KMS key id, a key ARN, alias/name or an alias ARN, for example "
                    + "alias/shop")
        @JsonPropertyDescription(
            "KMS key that encrypts new objects: a key id, key ARN, alias/name or alias ARN. What is "
                + "there keeps the key it was written with. Default: a key of S3 itself. Change: in "
                + "place.")
        @Nullable String kmsKeyId,
    @Size(max = 10)
        @JsonPropertyDescription(
            "Which scripts of web pages may use the bucket; at most 10 rules. Default: none. Change: "
                + "in place.")
        List<CorsRuleSpec> cors,
    @Default("Retain")
        @ValidationRule(value = FileRules.POLICY, message = FileRules.POLICY_MESSAGE)
        @JsonPropertyDescription(
            "What happens when the environment is deleted to a bucket that holds something: Retain "
                + "(it stays), Delete (it is emptied and deleted; needs "
                + "operations.confirmDeletion). An empty one is deleted. Default: Retain. Change: in "
                + "place.")
        @Nullable DeletionPolicy deletionPolicy) {

  public FilesSpec {
    cors = cors == null ? List.of() : List.copyOf(cors);
  }
}
