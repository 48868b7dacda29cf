package io.appenv.operator.database;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.EngineCatalog;
import io.appenv.operator.model.EngineQuestions;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.SubnetGroup;
import java.util.Map;
import java.util.Optional;

/**
 * What a backend offers for databases. Listings are complete (every page) and keyed by name; a
 * listing that could not be completed throws, because half a list read as a whole one would make
 * things look absent. Every method throws {@link io.appenv.operator.model.FailureException}.
 */
public interface DatabasePort {

  Map<String, DatabaseInstance> instances(String region);

  Listed<SubnetGroup> subnetGroups(String region);

  Listed<ParameterGroup> parameterGroups(String region);

  /** Manual snapshots. */
  Map<String, DataSnapshot> snapshots(String region);

  /**
   * What RDS offers for PostgreSQL; answers all questions, with nothing where AWS knows nothing.
   */
  EngineCatalog engines(String region, EngineQuestions questions);

  /**
   * Makes the one call the action stands for.
   *
   * @param password for actions that set the master password, which fail without it
   */
  Receipt execute(String region, DatabaseAction action, Optional<String> password);
}
