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
import io.appenv.operator.model.Receipt;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
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

  Receipt execute(CacheAction action, Optional<String> token) {
    return switch (action) {
      case CreateSubnetGroup create -> createSubnetGroup(create);
      case ModifySubnetGroup modify ->
          write(
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
          write(
              modify, () -> elastiCache.modifyReplicationGroup(CacheRequests.modifyGroup(modify)));
      case ResetToken reset ->
          makeWith(token, reset, it -> CacheRequests.resetToken(reset.identifier(), it));
      case DropFormerToken drop ->
          makeWith(token, drop, it -> CacheRequests.dropFormerToken(drop.identifier(), it));
      case IncreaseReplicas increase ->
          write(increase, () -> elastiCache.increaseReplicaCount(CacheRequests.increase(increase)));
      case DecreaseReplicas decrease ->
          write(decrease, () -> elastiCache.decreaseReplicaCount(CacheRequests.decrease(decrease)));
      case DeleteGroup delete -> deleteGroup(delete);
      case DeleteSubnetGroup delete -> deleteSubnetGroup(delete);
      case AddTags add -> addTags(add);
    };
  }

  private Receipt createSubnetGroup(CreateSubnetGroup create) {
    var desired = create.desired();
    var answer =
        AwsCalls.make(
            AwsCall.of(create),
            () -> elastiCache.createCacheSubnetGroup(CacheRequests.createSubnetGroup(desired)));
    tags.subnetGroups().remember(answer.cacheSubnetGroup().arn(), desired.tags());
    return AwsCalls.receipt(answer);
  }

  private Receipt createParameterGroup(CreateParameterGroup create) {
    var desired = create.desired();
    var answer =
        AwsCalls.make(
            AwsCall.of(create),
            () -> elastiCache.createCacheParameterGroup(CacheParameterRequests.create(desired)));
    tags.parameterGroups().remember(answer.cacheParameterGroup().arn(), desired.tags());
    return AwsCalls.receipt(answer);
  }

  private Receipt setParameters(SetParameters set) {
    try {
      var receipt =
          write(set, () -> elastiCache.modifyCacheParameterGroup(CacheParameterRequests.set(set)));
      tags.parameters()
          .apply(
              set.parameterGroup(), before -> ParameterSetting.applied(set.parameters(), before));
      return receipt;
    } catch (FailureException failure) {
      tags.parameters().forget(set.parameterGroup());
      throw failure;
    }
  }

  /** What the family's defaults are is read back. */
  private Receipt resetParameters(ResetParameters reset) {
    try {
      return write(
          reset, () -> elastiCache.resetCacheParameterGroup(CacheParameterRequests.reset(reset)));
    } finally {
      tags.parameters().forget(reset.parameterGroup());
    }
  }

  private Receipt deleteParameterGroup(DeleteParameterGroup delete) {
    tags.parameters().forget(delete.name());
    tags.parameterGroups().forgetNamed(delete.name());
    return writeUnlessGone(
        delete,
        () ->
            elastiCache.deleteCacheParameterGroup(
                request -> request.cacheParameterGroupName(delete.name())));
  }

  private Receipt createGroup(CreateGroup create, String token) {
    var desired = create.desired();
    var answer =
        AwsCalls.make(
            AwsCall.of(create, Optional.of(token)),
            () -> elastiCache.createReplicationGroup(CacheRequests.createGroup(create, token)));
    tags.groups().remember(answer.replicationGroup().arn(), desired.tags());
    return AwsCalls.receipt(answer);
  }

  private Receipt makeWith(
      Optional<String> token,
      CacheAction action,
      Function<String, ModifyReplicationGroupRequest> request) {
    var secret = RequiredSecret.of(token, action);
    return AwsCalls.write(
        AwsCall.of(action, Optional.of(secret)),
        () -> elastiCache.modifyReplicationGroup(request.apply(secret)));
  }

  private Receipt deleteGroup(DeleteGroup delete) {
    tags.groups().forgetNamed(delete.identifier());
    return writeUnlessGone(
        delete, () -> elastiCache.deleteReplicationGroup(CacheRequests.deleteGroup(delete)));
  }

  private Receipt deleteSubnetGroup(DeleteSubnetGroup delete) {
    tags.subnetGroups().forgetNamed(delete.name());
    return writeUnlessGone(
        delete,
        () ->
            elastiCache.deleteCacheSubnetGroup(
                request -> request.cacheSubnetGroupName(delete.name())));
  }

  private Receipt addTags(AddTags add) {
    try {
      var receipt =
          write(
              add,
              () ->
                  elastiCache.addTagsToResource(
                      request -> request.resourceName(add.arn()).tags(CacheTags.of(add.tags()))));
      tags.subnetGroups().apply(add.arn(), Overlay.of(add.tags()));
      tags.groups().apply(add.arn(), Overlay.of(add.tags()));
      tags.parameterGroups().apply(add.arn(), Overlay.of(add.tags()));
      return receipt;
    } catch (FailureException failure) {
      tags.subnetGroups().forget(add.arn());
      tags.groups().forget(add.arn());
      tags.parameterGroups().forget(add.arn());
      throw failure;
    }
  }

  private static Receipt write(CacheAction action, Supplier<? extends AwsResponse> request) {
    return AwsCalls.write(AwsCall.of(action), request);
  }

  private static Receipt writeUnlessGone(
      CacheAction action, Supplier<? extends AwsResponse> request) {
    return AwsCalls.writeUnlessGone(AwsCall.of(action), request);
  }
}
