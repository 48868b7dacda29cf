package io.appenv.operator.backend.aws;

/** What an error code means for the one who called. */
enum ErrorKind {
  THROTTLED,
  ACCESS_DENIED,
  QUOTA_EXCEEDED,
  /** AWS has no hardware of that class free in the zone at the moment. */
  NO_CAPACITY,
  ALREADY_EXISTS,
  /** The name of the final snapshot is taken. */
  SNAPSHOT_EXISTS,
  /** Somebody else, of whatever account, has something of this name. */
  NAME_TAKEN,
  /** Something was put into it since it was looked into. */
  NOT_EMPTY,
  /** AWS said, with an error code, that the thing does not exist. */
  NOT_FOUND,
  /** The thing is in a state in which AWS accepts no such call, mostly while it changes. */
  BUSY,
  /** Something else needs it, mostly what is on its way out. */
  IN_USE,
  TOO_FEW_ZONES,
  KEY_UNUSABLE,
  INVALID,
  /** The service failed, or something that is not the service answered. */
  UPSTREAM
}
