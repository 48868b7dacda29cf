package io.appenv.operator.model;

import java.util.Map;

/** A call about what an environment publishes of itself. No value is told of any. */
public sealed interface PublicationAction extends Action {

  /** Of the parameter or secret. */
  String name();

  /** A call to Systems Manager. */
  sealed interface OfParameter extends PublicationAction {
    @Override
    default ResourceRef target() {
      return new ResourceRef(ResourceKind.PARAMETER, name());
    }
  }

  /** A call to Secrets Manager. */
  sealed interface OfSecret extends PublicationAction {
    @Override
    default ResourceRef target() {
      return new ResourceRef(ResourceKind.SECRET, name());
    }
  }

  /** Refused by AWS where there is one of this name. */
  record CreateParameter(String name, String value, Map<String, String> tags)
      implements OfParameter {
    public CreateParameter {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "PutParameter";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  record OverwriteParameter(String name, String value) implements OfParameter {
    @Override
    public String operation() {
      return "PutParameter";
    }
  }

  record TagParameter(String name, Map<String, String> tags) implements OfParameter {
    public TagParameter {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "AddTagsToResource";
    }
  }

  record DeleteParameter(String name) implements OfParameter {
    @Override
    public String operation() {
      return "DeleteParameter";
    }
  }

  /** Refused by AWS where there is one of this name, but for this very version. */
  record CreateSecret(
      String name, SecretText value, SecretVersion version, Map<String, String> tags)
      implements OfSecret {
    public CreateSecret {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "CreateSecret";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  record UpdateSecret(String name, SecretText value, SecretVersion version) implements OfSecret {
    @Override
    public String operation() {
      return "UpdateSecret";
    }
  }

  record TagSecret(String name, Map<String, String> tags) implements OfSecret {
    public TagSecret {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "TagResource";
    }
  }

  /** Takes a deletion back. */
  record RestoreSecret(String name) implements OfSecret {
    @Override
    public String operation() {
      return "RestoreSecret";
    }
  }

  /** It can be restored for seven days. */
  record DeleteSecret(String name) implements OfSecret {
    @Override
    public String operation() {
      return "DeleteSecret";
    }
  }
}
