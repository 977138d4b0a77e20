package org.lucina.bench.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.bench.client.DeleteClient;
import org.lucina.bench.client.FindClient;
import org.lucina.bench.client.GetClient;
import org.lucina.bench.client.Outgoing;
import org.lucina.bench.client.RetrieveClient;
import org.lucina.bench.client.RetrieveKeys;
import org.lucina.bench.client.SearchClient;
import org.lucina.bench.client.StoreClient;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.client.WebStoreClient;
import org.lucina.bench.client.WrongAnswerException;
import org.lucina.bench.peer.Peer;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/**
 * What happens to one study: it is stored, found and retrieved by each protocol, its answers
 * checked; then the one that was stored so many before is deleted.
 */
final class Cycle {
  private static final int INSTANCES = 10;

  private final Peer peer;
  private final WebClient web;
  private final SyntheticObjects objects;
  private final int kept;

  /**
   * Cycles on a server.
   *
   * @param kept studies that stay in the archive
   */
  Cycle(Peer peer, long seed, int kept) {
    this.peer = peer;
    this.web = new WebClient(peer.web().orElseThrow());
    this.objects = new SyntheticObjects(seed);
    this.kept = kept;
  }

  /**
   * Runs one.
   *
   * @param number of the study
   * @throws WrongAnswerException when the server does not answer what it must
   */
  void run(int number) throws IOException {
    List<SyntheticObject> study = study(number);
    if (number % 2 == 0) {
      sendByDimse(study);
    } else {
      new WebStoreClient(web).stow(study.stream().map(SyntheticObject::file).toList());
    }
    search(study);
    retrieve(study);
    if (number >= kept) {
      String old = any(number - kept).study();
      new DeleteClient(web).study(old);
      Map<String, String> key = Map.of("StudyInstanceUID", old);
      new SearchClient(web).count("/studies", key).expectObjects(0, "QIDO-RS of a deleted study");
    }
  }

  private List<SyntheticObject> study(int number) {
    List<SyntheticObject> study = new ArrayList<>();
    study.add(any(number));
    for (int instance = 1; instance < INSTANCES - 1; instance++) {
      study.add(objects.small(number, number, 1, instance));
    }
    study.add(objects.multiFrame(number, number, 2, INSTANCES - 1, 10));
    return study;
  }

  private SyntheticObject any(int number) {
    return objects.ct(number, number, 0, 0);
  }

  private void sendByDimse(List<SyntheticObject> study) throws IOException {
    Set<String> sopClasses =
        study.stream().map(SyntheticObject::sopClass).collect(Collectors.toSet());
    try (StoreClient client = StoreClient.open(peer.dicom(), sopClasses)) {
      for (SyntheticObject object : study) {
        client.store(Outgoing.of(object));
      }
    }
  }

  private void search(List<SyntheticObject> study) throws IOException {
    String uid = study.get(0).study();
    String patient = study.get(0).dataSet().string(Tag.PatientID).orElseThrow();
    SearchClient searches = new SearchClient(web);
    searches.count("/studies", Map.of("PatientID", patient)).expectObjects(1, "QIDO-RS of studies");
    searches
        .count("/studies/" + uid + "/instances", Map.of())
        .expectObjects(INSTANCES, "QIDO-RS of instances");
    try (FindClient finds = FindClient.open(peer.dicom())) {
      DataSet keys =
          new DataSet()
              .set(Tag.QueryRetrieveLevel, "STUDY")
              .set(Tag.StudyInstanceUID, uid)
              .set(Tag.PatientName, "")
              .set(Tag.NumberOfStudyRelatedInstances, "");
      List<DataSet> found = finds.find(keys);
      if (found.size() != 1) {
        throw new WrongAnswerException("C-FIND: " + found.size() + " studies instead of 1");
      }
    }
  }

  private void retrieve(List<SyntheticObject> study) throws IOException {
    SyntheticObject slice = study.get(0);
    RetrieveKeys all = new RetrieveKeys(slice.study(), Optional.empty());
    RetrieveClient retrievals = new RetrieveClient(web);
    retrievals.objects(all).expectObjects(INSTANCES, "WADO-RS");
    retrievals.metadata(all).expectObjects(INSTANCES, "WADO-RS of metadata");
    try (GetClient client = GetClient.open(peer.dicom(), slice.sopClass())) {
      client
          .get(new RetrieveKeys(slice.study(), Optional.of(slice.series())))
          .expectObjects(1, "C-GET");
    }
  }
}
