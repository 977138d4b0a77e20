package org.lucina.archive.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.server.StorageVerifier.Report;

class DigestVerifierTest {
  private final SyntheticObjects objects = new SyntheticObjects(1);
  private final ArchiveFixture archive = new ArchiveFixture();
  private final DigestVerifier verifier = new DigestVerifier(archive.index, archive.storages);

  @Test
  void findsObjectsThatAreDamagedOrMissing() throws Exception {
    SyntheticObject whole = objects.small(1, 1, 1, 1);
    SyntheticObject damaged = objects.small(1, 1, 1, 2);
    SyntheticObject missing = objects.small(2, 2, 1, 3);
    for (SyntheticObject object : new SyntheticObject[] {whole, damaged, missing}) {
      archive.send(object);
    }
    String damagedAt = archive.record(damaged).location();
    String missingAt = archive.record(missing).location();
    byte[] bytes = archive.storage.bytes(damagedAt);
    bytes[bytes.length / 2] ^= 1;
    archive.storage.damage(damagedAt, bytes);
    archive.storage.delete(missingAt);
    Report all = verifier.verify(FakeServer.STORAGE, Optional.empty());
    assertThat(all.verified()).isEqualTo(1);
    assertThat(all.damaged()).containsExactly(damagedAt);
    assertThat(all.missing()).containsExactly(missingAt);
    Report study = verifier.verify(FakeServer.STORAGE, Optional.of(missing.study()));
    assertThat(study.verified()).isZero();
    assertThat(study.missing()).containsExactly(missingAt);
    assertThat(study.damaged()).isEmpty();
  }
}
