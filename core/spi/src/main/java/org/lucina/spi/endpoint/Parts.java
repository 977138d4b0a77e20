package org.lucina.spi.endpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Takes dixels apart for endpoints that keep those of one level, and reads their attributes. */
public final class Parts {
  private Parts() {}

  /**
   * Gives the parts of a dixel at a level: itself, or its children's.
   *
   * @throws EndpointException REFUSED when it comes without such parts, or is one of them itself
   */
  public static void each(Dixel dixel, DicomLevel level, PartSink sink) throws EndpointException {
    if (dixel.level() == level) {
      sink.accept(dixel);
      return;
    }
    if (dixel.level().isBelow(level)) {
      throw new EndpointException(
          Reason.REFUSED,
          "level " + name(level) + " is kept here, and " + dixel + " is a part of one");
    }
    try (Stream<Dixel> parts = dixel.children()) {
      Iterator<Dixel> each = parts.iterator();
      if (!each.hasNext()) {
        throw new EndpointException(
            Reason.REFUSED,
            dixel + " comes without its parts, and level " + name(level) + " is kept here");
      }
      while (each.hasNext()) {
        each(each.next(), level, sink);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EndpointException(Reason.FAILED, "the parts of " + dixel + " cannot be read", e);
    }
  }

  /** Levels of dixels that are of a level, or are taken apart into such. */
  public static DicomLevel[] takenAt(DicomLevel level) {
    return Arrays.stream(DicomLevel.values())
        .filter(each -> !each.isBelow(level))
        .toArray(DicomLevel[]::new);
  }

  /**
   * The attributes of a dixel, read from its file when it has no others; none if it has neither.
   */
  public static DataSet tags(Dixel dixel) throws EndpointException {
    try {
      if (dixel.views().contains(View.TAGS)) {
        return dixel.tags();
      }
      Optional<Content> file = dixel.file();
      return file.isEmpty() ? new DataSet() : header(file.get());
    } catch (IOException | UncheckedIOException e) {
      throw new EndpointException(
          Reason.FAILED, "the attributes of " + dixel + " cannot be read", e);
    }
  }

  private static DataSet header(Content file) throws IOException {
    try (InputStream in = new BufferedInputStream(file.open());
        DicomReader reader = DicomReader.of(in, DicomReader.Options.BEFORE_PIXELS)) {
      return reader.readDataSet();
    }
  }

  private static String name(DicomLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** Takes parts. */
  @FunctionalInterface
  public interface PartSink {
    /** Takes one. */
    void accept(Dixel part) throws EndpointException;
  }
}
