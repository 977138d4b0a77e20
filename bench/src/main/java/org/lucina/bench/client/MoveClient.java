package org.lucina.bench.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.Association;
import org.lucina.net.DimseCommand;
import org.lucina.net.Response;

/** Has objects sent by C-MOVE to a receiver of the harness, which counts them. */
public final class MoveClient implements AutoCloseable {
  private static final String MODEL = UID.StudyRootQueryRetrieveInformationModelMove;

  private final Association association;
  private final MoveReceiver receiver;

  private MoveClient(Association association, MoveReceiver receiver) {
    this.association = association;
    this.receiver = receiver;
  }

  /** Opens an association. */
  public static MoveClient open(DicomAddress peer, MoveReceiver receiver) throws IOException {
    return new MoveClient(Scu.open(peer, List.of(MODEL)), receiver);
  }

  /**
   * Has them sent and answers what came.
   *
   * @throws WrongAnswerException when the final response is not success
   */
  public Tally move(RetrieveKeys keys) throws IOException {
    Response last =
        association.invoke(
            association.contextsFor(MODEL).get(0),
            DimseCommand.C_MOVE,
            new DataSet().set(Tag.MoveDestination, VR.AE, Scu.AE_TITLE),
            Optional.of(keys.identifier()),
            response -> true);
    if (last.status() != 0) {
      throw new WrongAnswerException(
          "C-MOVE answered " + Integer.toHexString(last.status()).toUpperCase());
    }
    return receiver.take();
  }

  @Override
  public void close() throws IOException {
    association.close();
  }
}
