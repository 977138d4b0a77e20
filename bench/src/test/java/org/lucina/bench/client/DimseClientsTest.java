package org.lucina.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** DIMSE clients send and count all there is, and do not take failures for answers. */
class DimseClientsTest {
  private static final RetrieveKeys STUDY = new RetrieveKeys("1.2.3", Optional.empty());

  private final List<SyntheticObject> objects =
      IntStream.range(0, 20).mapToObj(i -> new SyntheticObjects(9).small(0, 0, 0, i)).toList();

  @TempDir private Path folder;
  private MoveReceiver receiver;
  private MemoryPeer peer;

  @BeforeEach
  void start() throws IOException {
    receiver = MoveReceiver.start(0);
    peer = new MemoryPeer(Optional.of(receiver.address()));
  }

  @AfterEach
  void stop() {
    peer.close();
    receiver.close();
  }

  @Test
  void severalSendersStoreEachObjectOnce() throws IOException {
    storeAll(3);

    assertThat(peer.objects).hasSize(objects.size());
    objects.forEach(
        each -> assertThat(peer.objects.get(each.sopInstance())).isEqualTo(each.bare()));
  }

  @Test
  void aFileIsSentAsItsDataSet() throws IOException {
    SyntheticObject object = objects.get(0);
    Outgoing file = Outgoing.of(object.writeTo(folder));

    StoreClient.storeAll(peer.address(), List.of(file.sopClass()), List.of(file).stream(), 1);

    assertThat(peer.objects.get(object.sopInstance())).isEqualTo(object.bare());
  }

  @Test
  void aRefusedObjectIsAWrongAnswer() throws IOException {
    storeAll(1);

    assertThatThrownBy(() -> storeAll(2))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessageContaining("111");
  }

  @Test
  void retrievalCountsWhatCame() throws IOException {
    storeAll(1);
    long bytes = objects.stream().mapToLong(object -> object.bare().length).sum();
    Tally all = new Tally(objects.size(), bytes);

    try (GetClient get = GetClient.open(peer.address(), MemoryPeer.SOP_CLASS);
        MoveClient move = MoveClient.open(peer.address(), receiver)) {
      assertThat(get.get(STUDY)).isEqualTo(all);
      assertThat(get.get(STUDY)).isEqualTo(all);
      assertThat(move.move(STUDY)).isEqualTo(all);
    }
  }

  @Test
  void anUnknownDestinationIsAWrongAnswer() throws IOException {
    try (MemoryPeer stranger = new MemoryPeer(Optional.empty());
        MoveClient move = MoveClient.open(stranger.address(), receiver)) {
      assertThatThrownBy(() -> move.move(STUDY)).isInstanceOf(WrongAnswerException.class);
    }
  }

  @Test
  void queriesGiveAllMatches() throws IOException {
    storeAll(1);

    try (FindClient find = FindClient.open(peer.address())) {
      DataSet keys = new DataSet().setEmpty(Tag.StudyInstanceUID, VR.UI);
      assertThat(find.find(keys)).hasSize(objects.size());
      assertThatThrownBy(() -> find.find(new DataSet().setEmpty(Tag.PatientID, VR.LO)))
          .isInstanceOf(WrongAnswerException.class);
    }
  }

  private void storeAll(int senders) throws IOException {
    StoreClient.storeAll(
        peer.address(), List.of(MemoryPeer.SOP_CLASS), objects.stream().map(Outgoing::of), senders);
  }
}
