package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Queries see every object that was acknowledged before they began, whoever sent it. */
@OnServer
class VisibilityIT {
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
  private static final int SENDERS = 3;
  private static final int INSTANCES = 40;

  private final SyntheticObjects objects = new SyntheticObjects(77);
  private final BlockingQueue<SyntheticObject> acknowledged = new LinkedBlockingQueue<>();
  private final AtomicInteger left = new AtomicInteger(SENDERS * INSTANCES);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void everyAcknowledgedObjectIsFoundAtOnceByOthers() throws Exception {
    List<Future<Integer>> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int study = sender;
      senders.add(threads.submit(() -> send(study)));
    }
    List<Callable<Integer>> queriers = List.of(this::byFind, this::bySearch, this::byMetadata);
    List<Future<Integer>> found = new ArrayList<>();
    for (Callable<Integer> querier : queriers) {
      found.add(threads.submit(querier));
    }
    for (Future<Integer> sender : senders) {
      assertThat(sender.get()).isEqualTo(INSTANCES);
    }
    int all = 0;
    for (Future<Integer> querier : found) {
      all += querier.get();
    }
    assertThat(all).isEqualTo(SENDERS * INSTANCES);
  }

  private int send(int study) throws Exception {
    int sent = 0;
    try (Scu scu = Scu.open(Ports.ofServer(), UID.SecondaryCaptureImageStorage)) {
      for (int instance = 0; instance < INSTANCES; instance++) {
        SyntheticObject object = objects.small(study, study, 1, instance);
        assertThat(scu.store(object)).isZero();
        acknowledged.add(object);
        sent++;
      }
    }
    return sent;
  }

  private interface Asking {
    void about(SyntheticObject object) throws Exception;
  }

  /** Asks about an object as soon as it is acknowledged; answers how often until all are there. */
  private int ask(Asking asking) throws Exception {
    int asked = 0;
    while (left.getAndDecrement() > 0) {
      asking.about(acknowledged.take());
      asked++;
    }
    return asked;
  }

  private int byFind() throws Exception {
    try (Scu scu = Scu.open(Ports.ofServer(), FIND)) {
      return ask(
          object -> {
            DataSet keys =
                new DataSet()
                    .set(Tag.QueryRetrieveLevel, "IMAGE")
                    .set(Tag.StudyInstanceUID, object.study())
                    .set(Tag.SeriesInstanceUID, object.series())
                    .set(Tag.SOPInstanceUID, object.sopInstance());
            assertThat(scu.find(FIND, keys)).as("C-FIND of %s", object).hasSize(1);
          });
    }
  }

  private int bySearch() throws Exception {
    DicomWeb web = new DicomWeb(new Http());
    return ask(
        object -> {
          String path = "/instances?SOPInstanceUID=" + object.sopInstance();
          assertThat(web.dataSets(path)).as(path).hasSize(1);
        });
  }

  private int byMetadata() throws Exception {
    DicomWeb web = new DicomWeb(new Http());
    return ask(
        object -> {
          String path = DicomWeb.path(object) + "/metadata";
          assertThat(web.dataSets(path)).as(path).hasSize(1);
        });
  }
}
