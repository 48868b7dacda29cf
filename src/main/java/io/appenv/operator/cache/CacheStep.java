package io.appenv.operator.cache;

import io.appenv.operator.model.Plan;

/** One small policy of the plan: looks at the facts and says what it wants and why. */
interface CacheStep {
  Plan plan(CacheFacts facts);
}
