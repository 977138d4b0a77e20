package org.lucina.deid.form;

import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;

/** Properties by which mints are told what they make. */
public final class FormProperties {
  /** Root of UIDs. */
  public static final Property ROOT =
      Property.optional(
          "root",
          Type.STRING,
          UidForm.UUID,
          "Root of the UIDs, 34 characters at most; 2.25 for UUIDs");

  private static final int CENTURY = 36_500;

  /** Offset of dates, at least. */
  public static final Property LEAST_OFFSET =
      Property.optional(
              "min-offset-days",
              Type.INTEGER,
              "-365",
              "Days by which dates of a person are moved at least")
          .between(-CENTURY, CENTURY);

  /** Offset of dates, at most. */
  public static final Property MOST_OFFSET =
      Property.optional(
              "max-offset-days",
              Type.INTEGER,
              "365",
              "Days by which dates of a person are moved at most; by none they never are")
          .between(-CENTURY, CENTURY);

  private FormProperties() {}

  /** UIDs as {@link #ROOT} has them. */
  public static UidForm uids(Configuration config) throws ProviderException {
    return new UidForm(config.string(ROOT.name()));
  }

  /** Offsets from {@link #LEAST_OFFSET} to {@link #MOST_OFFSET}. */
  public static Offsets offsets(Configuration config) throws ProviderException {
    return Offsets.between(config.integer(LEAST_OFFSET.name()), config.integer(MOST_OFFSET.name()));
  }
}
