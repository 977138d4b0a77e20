package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Peers that do not send what they were asked for: nothing is taken for whole that is not. */
class FaultyRetrievalTest extends FaultyPeerFixture {
  private static final String STORAGE = UID.SecondaryCaptureImageStorage;
  private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;

  @Test
  void aRetrievalThatBreaksOffLeavesNoFiles() throws Exception {
    Endpoint endpoint =
        giving(
            exchange -> {
              send(exchange, first);
              exchange.association().abort();
            });

    failure(Reason.FAILED, () -> get(endpoint));
    assertThat(folder.resolve("state/received")).isEmptyDirectory();
  }

  @Test
  void aRetrievalThatIsNotWholeFails() throws Exception {
    Endpoint endpoint =
        giving(
            exchange -> {
              send(exchange, first);
              exchange.respond(
                  Status.SUBOPERATIONS_WITH_FAILURES,
                  new DataSet()
                      .set(Tag.NumberOfCompletedSuboperations, VR.US, 1)
                      .set(Tag.NumberOfFailedSuboperations, VR.US, 1)
                      .set(Tag.NumberOfWarningSuboperations, VR.US, 0),
                  Optional.of(
                      new DataSet().set(Tag.FailedSOPInstanceUIDList, second.sopInstance())));
            });

    assertThat(failure(Reason.FAILED, () -> get(endpoint)))
        .hasMessageContaining("could not send 1 of 2 instances")
        .hasMessageContaining(second.sopInstance());
  }

  @Test
  void objectsThatWereNotAskedForAreRefused() throws Exception {
    SyntheticObject stranger = objects.small(9, 9, 9, 9);
    List<Integer> statuses = new ArrayList<>();
    Endpoint endpoint =
        giving(
            exchange -> {
              statuses.add(send(exchange, stranger));
              statuses.add(send(exchange, first));
              exchange.respond(Status.SUCCESS);
            });

    assertThat(Endpoints.instances(get(endpoint))).hasSize(1);
    assertThat(statuses).containsExactly(Status.NOT_AUTHORIZED, Status.SUCCESS);
  }

  /** Has one instance, as far as queries tell, and sends what it likes. */
  private Endpoint giving(DimseService service) throws Exception {
    return endpoint(
        new ScriptedPacs()
            .finding(
                new DataSet()
                    .set(Tag.SOPClassUID, STORAGE)
                    .set(Tag.StudyInstanceUID, first.study())
                    .set(Tag.SeriesInstanceUID, first.series())
                    .set(Tag.SOPInstanceUID, first.sopInstance()))
            .serving(
                GET,
                exchange -> {
                  exchange.readData();
                  service.serve(exchange);
                }));
  }

  private Dixel get(Endpoint endpoint) throws EndpointException {
    return endpoint.get(Reference.study(first.study()), Set.of(View.FILE));
  }

  private static int send(Exchange exchange, SyntheticObject object) throws IOException {
    return exchange
        .association()
        .store(
            exchange.association().contextsFor(STORAGE).get(0),
            STORAGE,
            object.sopInstance(),
            Optional.empty(),
            out -> out.write(object.bare()))
        .status();
  }
}
