package io.appenv.operator.api.v1alpha1;

/**
 * CEL rules about the volume of a database: "Amazon RDS DB instance storage" of the RDS User Guide,
 * as far as it is about PostgreSQL. A size that is not of its form is told of by the rule of that
 * field.
 */
final class StorageRules {

  private static final String OTHER = "!has(self.iops) || !has(self.storageType) || ";
  private static final String UNREADABLE = "!self.storage.matches('^[1-9][0-9]{1,4}Gi$') || ";
  private static final String GIB = "int(self.storage.replace('Gi', ''))";

  static final String IOPS_GIVEN =
      "has(self.iops) || !has(self.storageType) || !(self.storageType in ['io1', 'io2'])";
  static final String IOPS_GIVEN_MESSAGE =
      "storage of type io1 or io2 needs iops; write for example iops: 3000, or storageType: gp3";

  static final String IOPS_OF_GP2 = OTHER + "self.storageType != 'gp2'";
  static final String IOPS_OF_GP2_MESSAGE =
      "gp2 takes no iops, as they follow from its size; remove iops, or write storageType: gp3";

  static final String IOPS_OF_GP3 =
      ("!has(self.iops) || (has(self.storageType) && self.storageType != 'gp3') || ")
          + (UNREADABLE + "(" + GIB + " >= 400 && ")
          + "self.iops >= 12000 && self.iops <= 64000)";
  static final String IOPS_OF_GP3_MESSAGE =
      "gp3 takes iops of 12000 to 64000, and only from a storage of 400Gi on; write for example"
          + " storage: 400Gi and iops: 16000, or remove iops, or write storageType: io2";

  static final String IOPS_OF_IO1 =
      (OTHER + "self.storageType != 'io1' || " + UNREADABLE)
          + ("(" + GIB + " >= 100 && self.iops * 2 >= " + GIB)
          + (" && self.iops <= " + GIB + " * 50)");
  static final String IOPS_OF_IO1_MESSAGE =
      "io1 takes a storage from 100Gi on and iops of half to 50 times storage in Gi; write for"
          + " example storage: 100Gi and iops: 3000";

  static final String IOPS_OF_IO2 =
      (OTHER + "self.storageType != 'io2' || " + UNREADABLE)
          + ("(" + GIB + " >= 100 && self.iops * 2 >= " + GIB)
          + (" && self.iops <= " + GIB + " * 1000)");
  static final String IOPS_OF_IO2_MESSAGE =
      "io2 takes a storage from 100Gi on and iops of half to 1000 times storage in Gi; write for"
          + " example storage: 100Gi and iops: 3000";

  private StorageRules() {}
}
