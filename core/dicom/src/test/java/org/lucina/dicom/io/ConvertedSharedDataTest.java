package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.dicom.testing.SharedData;

/** Another toolkit finds the same values in real files after a change of syntax. */
class ConvertedSharedDataTest {
  private static final List<TransferSyntax> TARGETS =
      List.of(
          TransferSyntax.IMPLICIT_LE,
          TransferSyntax.EXPLICIT_LE,
          TransferSyntax.EXPLICIT_BE,
          TransferSyntax.DEFLATED_LE);

  @Test
  void pydicomFindsTheSameValuesInEverySyntax(@TempDir Path folder) throws IOException {
    SharedData data = SharedData.orSkip();
    ExternalTool python = ExternalTool.orSkip("python3", "python3-pydicom");
    int count = 0;
    for (Path file : data.files()) {
      if (isPlain(file)) {
        String number = String.format("%03d", count++);
        Files.copy(file, folder.resolve(number + ".source"));
        for (TransferSyntax target : TARGETS) {
          convert(file, target, folder.resolve(number + "." + target.uid()));
        }
      }
    }
    ExternalTool.Result result =
        python.run("-W", "ignore", "-c", COMPARE_WITH_PYDICOM, folder.toString());
    assertThat(result.output()).endsWith(count * TARGETS.size() + " equal\n");
    assertThat(count).isGreaterThan(100);
  }

  private static boolean isPlain(Path file) throws IOException {
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE)) {
      reader.readDataSet();
      return SyntaxConverter.canConvert(reader.transferSyntax(), TransferSyntax.EXPLICIT_LE);
    } catch (DicomFormatException malformed) {
      return false;
    }
  }

  private static void convert(Path file, TransferSyntax target, Path to) throws IOException {
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE);
        OutputStream out = Files.newOutputStream(to)) {
      DicomWriter.of(out).writeFileMeta(DicomWriter.fileMeta("1.2.3", "1.2.3.4", target.uid()));
      SyntaxConverter.convert(reader, target, out);
    }
  }

  /** Compares numbers and text as decoded, other bytes as they are but for their order. */
  private static final String COMPARE_WITH_PYDICOM =
      """
      import sys, glob, logging
      import pydicom
      logging.disable(logging.CRITICAL)

      def same(a, b, implicit):
          keys = [k for k in a.keys() if k.element != 0]
          if keys != list(b.keys()):
              return 'tags ' + str(keys) + str(list(b.keys()))
          for k in keys:
              # Bytes of unknown VR have no byte order, whatever pydicom makes of them.
              unknown = 'UN' in (a.get_item(k).VR, b.get_item(k).VR)
              x, y = a[k], b[k]
              # An implicit syntax forgets the VR, so the dictionary's takes its place.
              if unknown or (x.VR != y.VR and implicit):
                  continue
              if isinstance(x.value, pydicom.Sequence) and isinstance(y.value, pydicom.Sequence):
                  if len(x.value) != len(y.value):
                      return k
                  for i, j in zip(x.value, y.value):
                      if (found := same(i, j, implicit)):
                          return found
              elif x.value != y.value and str(x.value) != str(y.value):
                  if isinstance(x.value, bytes) and x.VR == y.VR and x.VR != 'OB':
                      width = {'OW': 2, 'OF': 4, 'OL': 4, 'OD': 8, 'OV': 8}[x.VR]
                      parts = range(0, len(x.value), width)
                      turned = b''.join(x.value[p:p + width][::-1] for p in parts)
                      if turned == y.value:
                          continue
                  return k, x.VR, y.VR, x.value, y.value
          return None

      equal = 0
      for source in sorted(glob.glob(sys.argv[1] + '/*.source')):
          a = pydicom.dcmread(source, force=True)
          for written in sorted(glob.glob(source[:-len('source')] + '1.*')):
              b = pydicom.dcmread(written)
              found = same(a, b, written.endswith('.1.2'))
              if found:
                  print(source, written, str(found)[:300])
              else:
                  equal += 1
      print(equal, 'equal')
      """;
}
