package org.lucina.web.access;

/** The roles of users (DESIGN, "Interfaces"). */
public final class Roles {
  /** Manages and deletes. */
  public static final String ADMIN = "admin";

  /** Stores. */
  public static final String WRITER = "writer";

  /** Queries and retrieves. */
  public static final String READER = "reader";

  /** Queries and retrieves what an anonymizer has put out. */
  public static final String DEIDENTIFIED = "deidentified";

  private Roles() {}
}
