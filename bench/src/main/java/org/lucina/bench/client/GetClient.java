package org.lucina.bench.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.UID;
import org.lucina.net.Association;
import org.lucina.net.DimseCommand;
import org.lucina.net.Response;

/** Retrieves by C-GET on one association, counting what comes. */
public final class GetClient implements AutoCloseable {
  private static final String MODEL = UID.StudyRootQueryRetrieveInformationModelGet;

  private final Association association;
  private final Sink sink;

  private GetClient(Association association, Sink sink) {
    this.association = association;
    this.sink = sink;
  }

  /** Opens an association for objects of one SOP class. */
  public static GetClient open(DicomAddress peer, String sopClass) throws IOException {
    Sink sink = new Sink();
    return new GetClient(Scu.open(peer, List.of(MODEL, sopClass), Map.of(sopClass, sink)), sink);
  }

  /**
   * Retrieves and answers what came.
   *
   * @throws WrongAnswerException when the final response is not success
   */
  public Tally get(RetrieveKeys keys) throws IOException {
    Response last =
        association.invoke(
            association.contextsFor(MODEL).get(0),
            DimseCommand.C_GET,
            new DataSet(),
            Optional.of(keys.identifier()),
            response -> true);
    if (last.status() != 0) {
      throw new WrongAnswerException(
          "C-GET answered " + Integer.toHexString(last.status()).toUpperCase());
    }
    return sink.take();
  }

  @Override
  public void close() throws IOException {
    association.close();
  }
}
