package io.appenv.operator.api.v1alpha1;

/**
 * CEL rules about values that go one way only. They stand at the root, where a rule sees the status
 * too: what AWS refused may be taken back as far as to what the status says really runs.
 *
 * <p>A value of a form that no rule of today lets in was never acted on, so any may follow it. In
 * CEL {@code true || error} is true: where a form is tested first, the rest need not be readable.
 */
final class ChangeRules {

  private static final String DATABASE_FORM = ".matches('^1[3-8]([.][0-9]{1,2})?$')";
  private static final String DATABASE_MINOR_FORM = ".matches('^1[3-8][.][0-9]{1,2}$')";
  private static final String CACHE_FORM = ".matches('^(6[.][02]|7[.][01])$')";
  private static final String STORAGE_FORM = ".matches('^[1-9][0-9]{1,4}Gi$')";

  private static final String DATABASE = "self.spec.database.version";
  private static final String FORMER_DATABASE = "oldSelf.spec.database.version";
  private static final String RUNNING_DATABASE = "oldSelf.status.observed.databaseVersion";
  private static final String STORAGE = "self.spec.database.storage";
  private static final String FORMER_STORAGE = "oldSelf.spec.database.storage";
  private static final String RUNNING_STORAGE = "oldSelf.status.observed.databaseStorage";
  private static final String CACHE = "self.spec.cache.version";
  private static final String FORMER_CACHE = "oldSelf.spec.cache.version";
  private static final String RUNNING_CACHE = "oldSelf.status.observed.cacheVersion";

  private static final String NO_DATABASE =
      "!has(self.spec.database) || !has(oldSelf.spec.database) || ";

  /** A database that is put in the place of the former one may be smaller, and of any version. */
  private static final String ANOTHER_DATABASE =
      NO_DATABASE + "(has(self.spec.database.adopt) && !has(oldSelf.spec.database.adopt)) || ";

  private static final String NO_CACHE = "!has(self.spec.cache) || !has(oldSelf.spec.cache) || ";
  private static final String OBSERVED =
      "has(oldSelf.status) && has(oldSelf.status.observed) && has(";
  private static final String MAJOR = ".substring(0, 2)";
  private static final String MINOR = ".substring(3)";
  private static final String CACHE_MINOR = ".substring(0, 3)";

  static final String DATABASE_MAJOR =
      ANOTHER_DATABASE
          + ("!" + DATABASE + DATABASE_FORM + " || !" + FORMER_DATABASE + DATABASE_FORM + " || ")
          + (DATABASE + MAJOR + " == " + FORMER_DATABASE + MAJOR + " || ")
          + ("(self.spec.stage != 'Development' && ")
          + (DATABASE + MAJOR + " > " + FORMER_DATABASE + MAJOR + ") || ")
          + ("(" + OBSERVED + RUNNING_DATABASE + ") && " + RUNNING_DATABASE)
          + (".matches('^1[3-8][.]') && (self.spec.stage == 'Development' ? ")
          + (DATABASE + MAJOR + " == " + RUNNING_DATABASE + MAJOR + " : ")
          + (DATABASE + MAJOR + " >= " + RUNNING_DATABASE + MAJOR + "))");

  private static final String DATABASE_RUNS_KNOWN_MINOR =
      ("(" + OBSERVED + RUNNING_DATABASE + ") && ")
          + (RUNNING_DATABASE + DATABASE_MINOR_FORM + " && ")
          + (RUNNING_DATABASE + MAJOR + " == " + DATABASE + MAJOR + ")");

  /** Where the former version names no minor one, what runs is what cannot be gone below. */
  static final String DATABASE_MINOR =
      ANOTHER_DATABASE
          + ("!" + DATABASE + DATABASE_MINOR_FORM + " || ")
          + ("(" + DATABASE_RUNS_KNOWN_MINOR + " && ")
          + ("int(" + DATABASE + MINOR + ") >= int(" + RUNNING_DATABASE + MINOR + ")) || ")
          + ("(" + FORMER_DATABASE + DATABASE_MINOR_FORM + " && ")
          + (FORMER_DATABASE + MAJOR + " == " + DATABASE + MAJOR)
          + (" ? int(" + DATABASE + MINOR + ") >= int(" + FORMER_DATABASE + MINOR + ")")
          + (" : !" + DATABASE_RUNS_KNOWN_MINOR + ")");

  static final String DATABASE_STORAGE =
      ANOTHER_DATABASE
          + ("!" + STORAGE + STORAGE_FORM + " || !" + FORMER_STORAGE + STORAGE_FORM + " || ")
          + ("quantity(" + STORAGE + ").compareTo(quantity(" + FORMER_STORAGE + ")) >= 0 || ")
          + ("(" + OBSERVED + RUNNING_STORAGE + ") && " + RUNNING_STORAGE + STORAGE_FORM)
          + (" && quantity(" + STORAGE + ").compareTo(quantity(" + RUNNING_STORAGE + ")) >= 0)");

  /** Forms of one length, which compare as text. */
  static final String CACHE_VERSION =
      NO_CACHE
          + ("!" + CACHE + CACHE_FORM + " || !" + FORMER_CACHE + CACHE_FORM + " || ")
          + (CACHE + " >= " + FORMER_CACHE + " || ")
          + ("(" + OBSERVED + RUNNING_CACHE + ") && ")
          + (RUNNING_CACHE + ".matches('^[67][.][0-9]([.][0-9]+)?$') && ")
          + (CACHE + " >= " + RUNNING_CACHE + CACHE_MINOR + ")");

  static final String DATABASE_MAJOR_MESSAGE =
      "a live database cannot go back to an earlier major version of PostgreSQL, and in stage"
          + " Development to no other; write the former one";
  static final String DATABASE_MAJOR_EXPRESSION =
      "'"
          + DATABASE_MAJOR_MESSAGE
          + ": ' + "
          + FORMER_DATABASE
          + MAJOR
          + " + '; docs/playbooks.md#specdatabaseversion'";

  static final String DATABASE_MINOR_MESSAGE =
      "PostgreSQL cannot be downgraded; write what runs or a later version, or the major version"
          + " alone";
  static final String DATABASE_MINOR_EXPRESSION =
      "'"
          + DATABASE_MINOR_MESSAGE
          + ": ' + "
          + FORMER_DATABASE
          + MAJOR
          + " + '; docs/playbooks.md#specdatabaseversion'";

  static final String STORAGE_MESSAGE =
      "storage cannot shrink, as RDS has no such change; write the former size or more";
  static final String STORAGE_EXPRESSION =
      "'"
          + STORAGE_MESSAGE
          + ": ' + "
          + FORMER_STORAGE
          + " + ' or more; docs/playbooks.md#specdatabasestorage'";

  static final String CACHE_VERSION_MESSAGE =
      "Redis cannot be downgraded; write the former version or a later one";
  static final String CACHE_VERSION_EXPRESSION =
      "'"
          + CACHE_VERSION_MESSAGE
          + ": ' + "
          + FORMER_CACHE
          + " + ' or higher; docs/playbooks.md#speccacheversion'";

  private ChangeRules() {}
}
