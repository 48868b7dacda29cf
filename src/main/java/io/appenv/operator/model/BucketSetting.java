package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One setting of a bucket, as it is desired or as it was seen. S3 takes each in a call of its own,
 * and that call replaces all there was of it.
 */
public sealed interface BucketSetting {

  /** The name that policies of drift know it by. */
  String field();

  /** The operation of S3 that sets it. */
  String operation();

  /** For people; two that differ read differently. */
  String words();

  /** All four ways of letting the public in are closed. */
  record PublicAccess(boolean blocked) implements BucketSetting {
    public static final String FIELD = "publicAccess";

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String operation() {
      return "PutPublicAccessBlock";
    }

    @Override
    public String words() {
      return blocked ? "blocked" : "not blocked";
    }
  }

  /** Whose objects are, in the words of S3; anything but BucketOwnerEnforced allows ACLs. */
  record Ownership(String rule) implements BucketSetting {
    public static final String FIELD = "objectOwnership";
    public static final String ENFORCED = "BucketOwnerEnforced";

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String operation() {
      return "PutBucketOwnershipControls";
    }

    @Override
    public String words() {
      return rule;
    }
  }

  /**
   * The policy of the bucket.
   *
   * @param other what tells it from others; empty of the one that refuses whatever does not come
   *     through TLS, and says nothing else
   */
  record Policy(Optional<String> other) implements BucketSetting {
    public static final String FIELD = "bucketPolicy";

    /** Of a bucket without any. */
    public static final String NONE = "none";

    public static Policy tlsOnly() {
      return new Policy(Optional.empty());
    }

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String operation() {
      return "PutBucketPolicy";
    }

    @Override
    public String words() {
      return other.map(it -> it.equals(NONE) ? it : "another one (" + it + ")").orElse("TLS only");
    }
  }

  /**
   * How new objects are encrypted.
   *
   * @param algorithm in the words of S3
   * @param key of KMS; empty of S3's own
   */
  record Encryption(String algorithm, Optional<String> key) implements BucketSetting {
    public static final String FIELD = "encryption";
    public static final String OF_S3 = "AES256";
    public static final String OF_KMS = "aws:kms";

    public static Encryption with(Optional<String> key) {
      return new Encryption(key.isPresent() ? OF_KMS : OF_S3, key);
    }

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String operation() {
      return "PutBucketEncryption";
    }

    @Override
    public String words() {
      return key.map(it -> algorithm + " with " + it).orElse(algorithm);
    }

    /** AWS tells a key as it was named, or by its ARN. */
    @Override
    public boolean isMetBy(BucketSetting seen) {
      return seen instanceof Encryption(var how, var with)
          && how.equals(algorithm)
          && with.isPresent() == key.isPresent()
          && key.map(it -> !EncryptionKey.isOther(it, with.orElse(""))).orElse(true);
    }
  }

  /** Whether former versions of objects are kept, in the words of S3. */
  record Versioning(String status) implements BucketSetting {
    public static final String FIELD = "versioning";
    public static final String ENABLED = "Enabled";

    /** Of a bucket that has never kept any. */
    public static final String NEVER = "never enabled";

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String operation() {
      return "PutBucketVersioning";
    }

    @Override
    public String words() {
      return status;
    }
  }

  /** When objects move to cheaper storage. S3 has no order of rules, so they are sorted. */
  record Lifecycle(List<LifecycleRule> rules) implements BucketSetting {
    public static final String FIELD = "lifecycle";

    public Lifecycle {
      rules = rules.stream().sorted(LifecycleRule.ORDER).toList();
    }

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String operation() {
      return "PutBucketLifecycleConfiguration";
    }

    @Override
    public String words() {
      return rules.isEmpty()
          ? "no rules"
          : rules.stream().map(LifecycleRule::words).collect(Collectors.joining("; "));
    }
  }

  /** Which scripts of web pages may use it. */
  record Cors(List<CorsRule> rules) implements BucketSetting {
    public static final String FIELD = "cors";

    public Cors {
      rules = List.copyOf(rules);
    }

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String operation() {
      return rules.isEmpty() ? "DeleteBucketCors" : "PutBucketCors";
    }

    @Override
    public String words() {
      return rules.isEmpty()
          ? "none"
          : rules.stream().map(CorsRule::toString).collect(Collectors.joining("; "));
    }
  }

  /** Whether what was seen is as desired. */
  default boolean isMetBy(BucketSetting seen) {
    return equals(seen);
  }
}
