package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Faults;

/** What befalls a whole operator, or the cluster it works in, in every phase of a life. */
public enum Ordeal implements Trouble {
  A_RESTART_WITH_STALE_LISTS(StaleStart::begin),
  A_SECOND_OPERATOR(SecondOperator::begin),
  A_LEADER_THAT_WAS_FROZEN(FrozenLeader::begin),
  THE_API_SERVER_IS_AWAY(ApiServerAway::begin),
  ETCD_IS_READ_ONLY(ReadOnlyEtcd::begin),
  THE_CLOCK_IS_AN_HOUR_FAST((ground, _, _) -> WrongClock.begin(ground, WrongClock.HOUR)),
  THE_CLOCK_IS_AN_HOUR_SLOW((ground, _, _) -> WrongClock.begin(ground, -WrongClock.HOUR)),
  AN_UPGRADE_IN_BETWEEN(Upgrade::begin);

  private final Beginning beginning;

  private interface Beginning {
    Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment);
  }

  Ordeal(Beginning beginning) {
    this.beginning = beginning;
  }

  @Override
  public boolean strikesAll() {
    return true;
  }

  @Override
  public Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    return beginning.begin(ground, phase, environment);
  }
}
