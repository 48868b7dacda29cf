package io.appenv.operator.backend.aws;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.CacheAction.AddTags;
import io.appenv.operator.model.CacheAction.CreateGroup;
import io.appenv.operator.model.CacheAction.CreateParameterGroup;
import io.appenv.operator.model.CacheAction.CreateSubnetGroup;
import io.appenv.operator.model.CacheAction.DecreaseReplicas;
import io.appenv.operator.model.CacheAction.DeleteGroup;
import io.appenv.operator.model.CacheAction.DeleteParameterGroup;
import io.appenv.operator.model.CacheAction.DeleteSubnetGroup;
import io.appenv.operator.model.CacheAction.DropFormerToken;
import io.appenv.operator.model.CacheAction.IncreaseReplicas;
import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.CacheAction.ModifySubnetGroup;
import io.appenv.operator.model.CacheAction.ResetParameters;
import io.appenv.operator.model.CacheAction.ResetToken;
import io.appenv.operator.model.CacheAction.SetParameters;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.ParameterSetting;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;

/** Makes the call of one action, and keeps what is remembered of ElastiCache true. */
final class CacheCalls {

  private final ElastiCacheClient elastiCache;
  private final CacheTagReader tags;

  CacheCalls(ElastiCacheClient elastiCache, CacheTagReader tags) {
    this.elastiCache = elastiCache;
    this.tags = tags;
  }

  void execute(CacheAction action, Optional<String> token) {
    switch (action) {
      case CreateSubnetGroup create -> createSubnetGroup(create);
      case ModifySubnetGroup modify ->
          make(
              modify,
              () ->
                  elastiCache.modifyCacheSubnetGroup(
                      CacheRequests.modifySubnetGroup(modify.desired())));
      case CreateParameterGroup create -> createParameterGroup(create);
      case SetParameters set -> setParameters(set);
      case ResetParameters reset -> resetParameters(reset);
      case DeleteParameterGroup delete -> deleteParameterGroup(delete);
      case CreateGroup create -> createGroup(create, RequiredSecret.of(token, create));
      case ModifyGroup modify ->
          make(modify, () -> elastiCache.modifyReplicationGroup(CacheRequests.modifyGroup(modify)));
      case ResetToken reset ->
          makeWith(token, reset, it -> CacheRequests.resetToken(reset.identifier(), it));
      case DropFormerToken drop ->
          makeWith(token, drop, it -> CacheRequests.dropFormerToken(drop.identifier(), it));
      case IncreaseReplicas increase ->
          make(increase, () -> elastiCache.increaseReplicaCount(CacheRequests.increase(increase)));
      case DecreaseReplicas decrease ->
          make(decrease, () -> elastiCache.decreaseReplicaCount(CacheRequests.decrease(decrease)));
      case DeleteGroup delete -> deleteGroup(delete);
      case DeleteSubnetGroup delete -> deleteSubnetGroup(delete);
      case AddTags add -> addTags(add);
    }
  }

  private void createSubnetGroup(CreateSubnetGroup create) {
    var desired = create.desired();
    var answer =
        make(
            create,
            () -> elastiCache.createCacheSubnetGroup(CacheRequests.createSubnetGroup(desired)));
    tags.subnetGroups().remember(answer.cacheSubnetGroup().arn(), desired.tags());
  }

  private void createParameterGroup(CreateParameterGroup create) {
    var desired = create.desired();
    var answer =
        make(
            create,
            () -> elastiCache.createCacheParameterGroup(CacheParameterRequests.create(desired)));
    tags.parameterGroups().remember(answer.cacheParameterGroup().arn(), desired.tags());
  }

  private void setParameters(SetParameters set) {
    try {
      make(set, () -> elastiCache.modifyCacheParameterGroup(CacheParameterRequests.set(set)));
      tags.parameters()
          .apply(
              set.parameterGroup(), before -> ParameterSetting.applied(set.parameters(), before));
    } catch (FailureException failure) {
      tags.parameters().forget(set.parameterGroup());
      throw failure;
    }
  }

  /** What the family's defaults are is read back. */
  private void resetParameters(ResetParameters reset) {
    try {
      make(reset, () -> elastiCache.resetCacheParameterGroup(CacheParameterRequests.reset(reset)));
    } finally {
      tags.parameters().forget(reset.parameterGroup());
    }
  }

  private void deleteParameterGroup(DeleteParameterGroup delete) {
    tags.parameters().forget(delete.name());
    tags.parameterGroups().forgetNamed(delete.name());
    makeUnlessGone(
        delete,
        () ->
            elastiCache.deleteCacheParameterGroup(
                request -> request.cacheParameterGroupName(delete.name())));
  }

  private void createGroup(CreateGroup create, String token) {
    var desired = create.desired();
    var answer =
        AwsCalls.make(
            AwsCall.of(create, Optional.of(token)),
            () -> elastiCache.createReplicationGroup(CacheRequests.createGroup(create, token)));
    tags.groups().remember(answer.replicationGroup().arn(), desired.tags());
  }

  private void makeWith(
      Optional<String> token,
      CacheAction action,
      Function<String, ModifyReplicationGroupRequest> request) {
    var secret = RequiredSecret.of(token, action);
    AwsCalls.make(
        AwsCall.of(action, Optional.of(secret)),
        () -> elastiCache.modifyReplicationGroup(request.apply(secret)));
  }

  private void deleteGroup(DeleteGroup delete) {
    tags.groups().forgetNamed(delete.identifier());
    makeUnlessGone(
        delete, () -> elastiCache.deleteReplicationGroup(CacheRequests.deleteGroup(delete)));
  }

  private void deleteSubnetGroup(DeleteSubnetGroup delete) {
    tags.subnetGroups().forgetNamed(delete.name());
    makeUnlessGone(
        delete,
        () ->
            elastiCache.deleteCacheSubnetGroup(
                request -> request.cacheSubnetGroupName(delete.name())));
  }

  private void addTags(AddTags add) {
    try {
      make(
          add,
          () ->
              elastiCache.addTagsToResource(
                  request -> request.resourceName(add.arn()).tags(CacheTags.of(add.tags()))));
      tags.subnetGroups().apply(add.arn(), Overlay.of(add.tags()));
      tags.groups().apply(add.arn(), Overlay.of(add.tags()));
      tags.parameterGroups().apply(add.arn(), Overlay.of(add.tags()));
    } catch (FailureException failure) {
      tags.subnetGroups().forget(add.arn());
      tags.groups().forget(add.arn());
      tags.parameterGroups().forget(add.arn());
      throw failure;
    }
  }

  private static <T> T make(CacheAction action, Supplier<T> request) {
    return AwsCalls.make(AwsCall.of(action), request);
  }

  private static <T> void makeUnlessGone(CacheAction action, Supplier<T> request) {
    AwsCalls.makeUnlessGone(AwsCall.of(action), request);
  }
}
