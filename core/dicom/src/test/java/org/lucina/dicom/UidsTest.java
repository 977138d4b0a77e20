package org.lucina.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** UIDs are known by kind, checked and made. */
class UidsTest {

  @Test
  void knowsKinds() {
    assertThat(Uids.find(UID.CTImageStorage).orElseThrow().kind()).isEqualTo(Uids.Kind.SOP_CLASS);
    assertThat(Uids.find(UID.JPEGBaseline8Bit).orElseThrow().kind())
        .isEqualTo(Uids.Kind.TRANSFER_SYNTAX);
    assertThat(Uids.byKeyword("Verification").orElseThrow().uid()).isEqualTo(UID.Verification);
    assertThat(Uids.find("1.2.3")).isEmpty();
  }

  @Test
  void tellsStorageSopClassesFromOthers() {
    assertThat(Uids.storageSopClasses())
        .contains(
            UID.CTImageStorage,
            UID.NuclearMedicineImageStorageRetired,
            UID.DICOSCTImageStorage,
            UID.HangingProtocolStorage,
            UID.RawDataStorage)
        .doesNotContain(
            UID.StorageCommitmentPushModel,
            UID.MediaStorageDirectoryStorage,
            UID.Storage,
            UID.Verification)
        .hasSizeGreaterThan(170);
    assertThat(Uids.transferSyntaxes()).contains(UID.ImplicitVRLittleEndian, UID.RLELossless);
  }

  @Test
  void checksTheForm() {
    assertThat(Uids.isValid("1.2.840.10008.1.1")).isTrue();
    assertThat(Uids.isValid("0.0")).isTrue();
    assertThat(Uids.isValid("1.02")).isFalse();
    assertThat(Uids.isValid("1..2")).isFalse();
    assertThat(Uids.isValid("1.2.")).isFalse();
    assertThat(Uids.isValid("")).isFalse();
    assertThat(Uids.isValid("1." + "2".repeat(62))).isTrue();
    assertThat(Uids.isValid("1." + "2".repeat(63))).isFalse();
  }

  @Test
  void makesNewOnes() {
    String uid = Uids.random();
    assertThat(uid).startsWith("2.25.").isNotEqualTo(Uids.random());
    assertThat(Uids.isValid(uid)).isTrue();
  }
}
