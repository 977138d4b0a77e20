package org.lucina.spi.server;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.QuerySupport;

/** What the archive can do as an endpoint, known also while it is not open. */
public final class ArchiveCapabilities {
  private static final Set<DicomLevel> LEVELS = EnumSet.allOf(DicomLevel.class);

  /** Finding and getting. */
  public static final Capabilities READING =
      Capabilities.none()
          .gets(LEVELS, EnumSet.of(View.TAGS, View.METADATA, View.FILE, View.FRAMES))
          .finds(
              new QuerySupport(
                  LEVELS,
                  Optional.empty(),
                  EnumSet.allOf(Matching.class),
                  true,
                  true,
                  ConfigSpec.none()))
          .and(Operation.EXISTS);

  /** All of it. */
  public static final Capabilities ALL =
      READING
          .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
          .and(Operation.UPDATE, Operation.DELETE);

  private ArchiveCapabilities() {}
}
