package org.lucina.archive.dimse;

import java.util.List;
import org.lucina.archive.access.ExtendedNegotiation;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.net.DimseException;
import org.lucina.net.Exchange;
import org.lucina.net.Status;
import org.lucina.spi.dixel.DicomLevel;

/**
 * The identifier of a C-FIND, C-MOVE or C-GET, checked against its information model (PS3.4 C.4).
 *
 * @param model the model of the SOP class
 * @param level Query/Retrieve Level
 * @param keys the identifier as it came
 */
record Identifier(InformationModel model, DicomLevel level, DataSet keys) {

  /** Reads the identifier of a request and checks its level and the unique keys above it. */
  static Identifier read(Exchange exchange) throws DimseException, java.io.IOException {
    String sopClass = exchange.context().abstractSyntax();
    InformationModel model = InformationModel.of(sopClass);
    DataSet keys = exchange.readData();
    String name =
        keys.string(Tag.QueryRetrieveLevel)
            .orElseThrow(
                () -> mismatch("Query/Retrieve DicomLevel is missing", Tag.QueryRetrieveLevel));
    DicomLevel level =
        model
            .level(name)
            .orElseThrow(
                () ->
                    mismatch("Query/Retrieve DicomLevel is not in model", Tag.QueryRetrieveLevel));
    Identifier identifier = new Identifier(model, level, keys);
    if (!ExtendedNegotiation.relational(exchange.association(), sopClass)) {
      identifier.checkHierarchy();
    }
    return identifier;
  }

  /** Hierarchical: one unique key for each level above (PS3.4 C.4.1.3.1.1, C.4.2.2.1). */
  private void checkHierarchy() throws DimseException {
    for (DicomLevel above : model.above(level)) {
      int key = InformationModel.uniqueKey(above);
      List<String> values = keys.strings(key);
      boolean single = values.size() == 1 && !values.get(0).isEmpty();
      if (!single || values.get(0).contains("*") || values.get(0).contains("?")) {
        throw mismatch("the unique key of level " + above + " must have one value", key);
      }
    }
  }

  /** Refuses the identifier, naming an element. */
  static DimseException mismatch(String comment, int tag) {
    return new DimseException(
        Status.IDENTIFIER_DOES_NOT_MATCH_SOP_CLASS, comment, List.of(tag), null);
  }
}
