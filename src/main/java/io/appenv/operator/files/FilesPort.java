package io.appenv.operator.files;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketContents;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.Receipt;
import java.util.Set;

/**
 * What a backend offers for buckets. Every method throws {@link
 * io.appenv.operator.model.FailureException}.
 */
public interface FilesPort {

  /** All buckets of the account that bear names of ours, by name, whatever their region. */
  Listed<Bucket> buckets(String region);

  /** What those of these buckets that exist hold, by name; as much as is deleted in one call. */
  Listed<BucketContents> contents(String region, Set<String> buckets);

  /** Makes the one call the action stands for. */
  Receipt execute(String region, FileAction action);
}
