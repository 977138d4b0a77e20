package org.lucina.endpoint.csv;

import java.io.IOException;
import java.util.Optional;
import org.lucina.dicom.DataSet;

/** A row to be put, or to be removed, and what came of it. */
final class Change {
  private final String identifier;
  private final Optional<DataSet> tags;
  private Optional<Exception> fault = Optional.empty();

  private Change(String identifier, Optional<DataSet> tags) {
    this.identifier = identifier;
    this.tags = tags;
  }

  static Change put(String identifier, DataSet tags) {
    return new Change(identifier, Optional.of(tags));
  }

  static Change remove(String identifier) {
    return new Change(identifier, Optional.empty());
  }

  String identifier() {
    return identifier;
  }

  /** What the row shall tell; empty to remove it. */
  Optional<DataSet> tags() {
    return tags;
  }

  void failed(Exception e) {
    fault = Optional.of(e);
  }

  /** Returns when the change is in the file for good. */
  void check() throws IOException {
    if (fault.isPresent()) {
      throw new IOException(fault.get().getMessage(), fault.get());
    }
  }
}
