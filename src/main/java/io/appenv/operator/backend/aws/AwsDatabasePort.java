package io.appenv.operator.backend.aws;

import io.appenv.operator.database.DatabasePort;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.EngineCatalog;
import io.appenv.operator.model.EngineQuestions;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.SubnetGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Databases on Amazon RDS. */
@ApplicationScoped
public class AwsDatabasePort implements DatabasePort {

  private final AwsRegions regions;

  @Inject
  public AwsDatabasePort(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public Map<String, DatabaseInstance> instances(String region) {
    return regions.region(region).databases().instances(region);
  }

  @Override
  public Listed<SubnetGroup> subnetGroups(String region) {
    return regions.region(region).databases().subnetGroups(region);
  }

  @Override
  public Listed<ParameterGroup> parameterGroups(String region) {
    return regions.region(region).databases().parameterGroups(region);
  }

  @Override
  public Map<String, DataSnapshot> snapshots(String region) {
    return regions.region(region).databases().snapshots(region);
  }

  @Override
  public EngineCatalog engines(String region, EngineQuestions questions) {
    return regions.region(region).engines().read(questions);
  }

  @Override
  public Receipt execute(String region, DatabaseAction action, Optional<String> password) {
    return regions.region(region).databaseCalls().execute(action, password);
  }
}
