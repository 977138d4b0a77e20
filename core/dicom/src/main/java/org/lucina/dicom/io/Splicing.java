package org.lucina.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DicomFormatException;

/** Collects the parts of a file: what is written is held, bulk data is referred to or made. */
final class Splicing extends ByteArrayOutputStream implements DataSetWriter.BulkSink {
  private final List<Splice> splices = new ArrayList<>();
  private final FileEdit edit;

  Splicing(FileEdit edit) {
    this.edit = edit;
  }

  @Override
  public void put(BulkData bulk, int swapUnit, Output out) throws IOException {
    if (swapUnit != 1) {
      throw new DicomFormatException(
          "bulk data in another byte order cannot be referred to", "", bulk.offset());
    }
    Optional<Splice.Made> made = edit.part(bulk);
    if (made.isEmpty() && (bulk.uri().isPresent() || bulk.length() < 0)) {
      throw new IOException("bulk data lies elsewhere");
    }
    out.flush();
    cut();
    splices.add(made.isPresent() ? made.get() : new Splice.Referred(bulk.offset(), bulk.length()));
  }

  List<Splice> end() {
    cut();
    return List.copyOf(splices);
  }

  private void cut() {
    if (size() > 0) {
      splices.add(new Splice.Held(toByteArray()));
      reset();
    }
  }
}
