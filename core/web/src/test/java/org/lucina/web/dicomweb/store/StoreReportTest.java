package org.lucina.web.dicomweb.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.archive.store.StoreOutcome.Kind;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.web.dicomweb.ServiceUri;

class StoreReportTest {
  private final StoreReport report = new StoreReport(new ServiceUri("http://h/dicom-web"));

  @Test
  void answers200WhenAllWasStored() {
    report.stored(outcome(Kind.STORED, "1.1"));
    report.stored(outcome(Kind.SAME, "1.2"));
    assertThat(report.status()).isEqualTo(200);
    DataSet module = report.toDataSet();
    assertThat(module.string(Tag.RetrieveURL)).contains("http://h/dicom-web/studies/9");
    assertThat(module.items(Tag.ReferencedSOPSequence)).hasSize(2);
    DataSet first = module.items(Tag.ReferencedSOPSequence).get(0);
    assertThat(first.string(Tag.ReferencedSOPInstanceUID)).contains("1.1");
    assertThat(first.string(Tag.RetrieveURL))
        .contains("http://h/dicom-web/studies/9/series/8/instances/1.1");
    assertThat(module.contains(Tag.FailedSOPSequence)).isFalse();
  }

  @Test
  void answers202WithAWarningWhenAnotherObjectStays() {
    report.stored(outcome(Kind.KEPT_OTHER, "1.1"));
    assertThat(report.status()).isEqualTo(202);
    DataSet item = report.toDataSet().items(Tag.ReferencedSOPSequence).get(0);
    assertThat(item.integer(Tag.WarningReason)).hasValue(0xB006);
  }

  @Test
  void answers202WhenSomeWereRefused() {
    report.stored(outcome(Kind.STORED, "1.1"));
    report.failed(new StoreException(Reason.DUPLICATE, "taken").about("1.7", "1.2"));
    assertThat(report.status()).isEqualTo(202);
    DataSet item = report.toDataSet().items(Tag.FailedSOPSequence).get(0);
    assertThat(item.string(Tag.ReferencedSOPInstanceUID)).contains("1.2");
    assertThat(item.integer(Tag.FailureReason)).hasValue(0x0111);
    assertThat(report.words()).containsExactly("taken");
  }

  @Test
  void answersByTheReasonWhenAllWereRefused() {
    report.failed(new StoreException(Reason.STORAGE_FULL, "full"));
    assertThat(report.status()).isEqualTo(507);
    assertThat(report.toDataSet().items(Tag.OtherFailuresSequence)).hasSize(1);
    report.failed(new StoreException(Reason.MALFORMED, "nonsense"));
    assertThat(report.status()).isEqualTo(409);
  }

  @Test
  void leavesOutTheStudyWhenThereAreSeveral() {
    report.stored(outcome(Kind.STORED, "1.1"));
    report.stored(new StoreOutcome(Kind.STORED, "1.7", "1.2", "10", "11"));
    assertThat(report.toDataSet().contains(Tag.RetrieveURL)).isTrue();
    assertThat(report.toDataSet().string(Tag.RetrieveURL)).isEmpty();
  }

  private static StoreOutcome outcome(Kind kind, String instance) {
    return new StoreOutcome(kind, "1.7", instance, "9", "8");
  }
}
