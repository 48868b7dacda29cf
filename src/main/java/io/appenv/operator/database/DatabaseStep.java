package io.appenv.operator.database;

import io.appenv.operator.model.Plan;

/** One small policy of the plan: looks at the facts and says what it wants and why. */
interface DatabaseStep {
  Plan plan(DatabaseFacts facts);
}
