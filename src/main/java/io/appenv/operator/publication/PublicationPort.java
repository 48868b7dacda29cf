package io.appenv.operator.publication;

import io.appenv.operator.model.Listed;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.PublishedParameter;
import io.appenv.operator.model.PublishedSecret;
import io.appenv.operator.model.Receipt;

/**
 * What a backend offers for publishing. Every method throws {@link
 * io.appenv.operator.model.FailureException}.
 */
public interface PublicationPort {

  /**
   * All parameters below a path, by name.
   *
   * @param path with a slash at both ends
   */
  Listed<PublishedParameter> parameters(String region, String path);

  /** All secrets below the same path, by name, those too that can still be restored. */
  Listed<PublishedSecret> secrets(String region, String path);

  /** Makes the one call the action stands for. */
  Receipt execute(String region, PublicationAction action);
}
