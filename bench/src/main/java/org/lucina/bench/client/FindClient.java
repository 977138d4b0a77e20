package org.lucina.bench.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.UID;
import org.lucina.net.Association;
import org.lucina.net.DimseCommand;
import org.lucina.net.Response;

/** Queries by C-FIND on one association. */
public final class FindClient implements AutoCloseable {
  private static final String MODEL = UID.StudyRootQueryRetrieveInformationModelFind;

  private final Association association;

  private FindClient(Association association) {
    this.association = association;
  }

  /** Opens an association. */
  public static FindClient open(DicomAddress peer) throws IOException {
    return new FindClient(Scu.open(peer, List.of(MODEL)));
  }

  /**
   * Queries and answers all matches.
   *
   * @throws WrongAnswerException when the final response is not success
   */
  public List<DataSet> find(DataSet keys) throws IOException {
    List<DataSet> matches = new ArrayList<>();
    Response last =
        association.invoke(
            association.contextsFor(MODEL).get(0),
            DimseCommand.C_FIND,
            new DataSet(),
            Optional.of(keys),
            response -> {
              response.data().ifPresent(matches::add);
              return true;
            });
    if (last.status() != 0) {
      throw new WrongAnswerException(
          "C-FIND answered " + Integer.toHexString(last.status()).toUpperCase());
    }
    return matches;
  }

  @Override
  public void close() throws IOException {
    association.close();
  }
}
