package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.dicom.testing.SharedData;

/** Real files of many makers are read as other toolkits read them and written as they were. */
class SharedDataTest {

  /** Files that we refuse, each with the error that must tell why. DCMTK refuses them as well. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          // CS is declared in what is an implicit file, a value stands where items should.
          Map.entry("dcm4che/Tag-0040-A170-VR-CS.dcm", "item expected.*\\(0040,A170\\)"),
          Map.entry("derived/malformed/empty.dcm", "too short"),
          Map.entry("derived/malformed/not_dicom.dcm", "no DICOM"),
          Map.entry("derived/malformed/pixel_len_4g.dcm", "\\(7FE0,0010\\)"),
          Map.entry("derived/malformed/preamble_only.dcm", "too short"),
          Map.entry("derived/malformed/trailing_garbage.dcm", "\\(FFFF,FFFF\\)"),
          Map.entry("derived/malformed/trunc_in_meta.dcm", "too early at \\(0002,0003\\)"),
          Map.entry("derived/malformed/trunc_in_pixeldata.dcm", "\\(7FE0,0010\\)"),
          // The last frames and the delimiter of the fragments are missing.
          Map.entry("pydicom-data/emri_small_jpeg_2k_lossless_too_short.dcm", "\\(7FE0,0010\\)"),
          Map.entry("python3-pydicom/MR_truncated.dcm", "\\(7FE0,0010\\)"),
          // File Meta says JPEG Baseline, which has explicit VRs, but the data set is implicit.
          Map.entry("python3-pydicom/SC_rgb_jpeg.dcm", "\\(4544,4952\\)"),
          // One stray byte before the first element.
          Map.entry("python3-pydicom/no_meta.dcm", "\\(0820,0500\\)"),
          Map.entry("python3-pydicom/rtplan_truncated.dcm", "\\(300A,012C\\)"));

  /** Files that are not written bit for bit as they were, each for a reason. */
  private static final Map<String, String> REWRITTEN =
      Map.of(
          "dicomParser/wave_dfl",
          "the deflating library chose other matches; inflated bytes are equal",
          "python3-pydicom/image_dfl.dcm",
          "bytes follow the deflated stream, in which DICOM has no place for them",
          "python3-pydicom/test_files/dicomdirtests/DICOMDIR-nooffset",
          "lengths that claim more than the file has are corrected");

  /** Files of which DCMTK reads something else, each for a reason. */
  private static final Map<String, String> READ_OTHERWISE =
      Map.of(
          "derived/malformed/meta_grouplen_wrong.dcm",
          "DCMTK trusts the group length and takes the data set for File Meta",
          "deid/MR.dcm",
          "DCMTK's private dictionary knows the sequences of Philips in an implicit file");

  private SharedData data;

  @BeforeEach
  void findData() {
    data = SharedData.orSkip();
  }

  @Test
  void everyFileIsWrittenAsItWasRead() throws IOException {
    Map<String, String> faults = new TreeMap<>();
    for (Path file : data.files()) {
      String name = data.name(file);
      if (REFUSED.containsKey(name)) {
        continue;
      }
      byte[] source = Files.readAllBytes(file);
      boolean same = Arrays.equals(source, rewrite(source, DicomReader.Options.IN_MEMORY));
      boolean sameByReference = Arrays.equals(source, rewriteByReference(file));
      if (REWRITTEN.containsKey(name) == (same && sameByReference)) {
        faults.put(name, same ? "written as it was" : "written otherwise");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void deflatedFilesKeepTheirInflatedBytes() throws IOException {
    for (String name : REWRITTEN.keySet()) {
      byte[] source = Files.readAllBytes(data.file(name));
      byte[] written = rewrite(source, DicomReader.Options.IN_MEMORY);
      assertThat(outline(written)).as(name).isEqualTo(outline(source));
    }
  }

  @Test
  void malformedFilesGetAnErrorThatTellsWhere() throws IOException {
    Map<String, String> faults = new TreeMap<>();
    for (Map.Entry<String, String> refused : REFUSED.entrySet()) {
      byte[] source = Files.readAllBytes(data.file(refused.getKey()));
      try {
        rewrite(source, DicomReader.Options.IN_MEMORY);
        faults.put(refused.getKey(), "accepted");
      } catch (DicomFormatException refusal) {
        if (!Pattern.compile(refused.getValue()).matcher(refusal.getMessage()).find()) {
          faults.put(refused.getKey(), refusal.getMessage());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void readsWhatDcmtkReadsAndRefusesWhatItRefuses() throws IOException {
    ExternalTool dcmdump = ExternalTool.orSkip("dcmdump", "dcmtk");
    Map<String, String> faults = new TreeMap<>();
    for (Path file : data.files()) {
      String name = data.name(file);
      ExternalTool.Result dump = dcmdump.run(file.toString());
      if (REFUSED.containsKey(name) != (dump.status() != 0)) {
        faults.put(name, "dcmdump exits with " + dump.status());
      } else if (dump.status() == 0 && !READ_OTHERWISE.containsKey(name)) {
        String ours = outline(Files.readAllBytes(file));
        String theirs = outlineOfDump(dump.output());
        if (!ours.equals(theirs)) {
          faults.put(name, "ours:\n" + ours + "theirs:\n" + theirs);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void pydicomReadsWhatWeWrite(@TempDir Path folder) throws IOException {
    ExternalTool python = ExternalTool.orSkip("python3", "python3-pydicom");
    int count = 0;
    for (Path file : data.files()) {
      if (REFUSED.containsKey(data.name(file))) {
        continue;
      }
      String number = String.format("%03d", count++);
      Files.copy(file, folder.resolve(number + ".source"));
      try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE);
          DicomWriter writer =
              DicomWriter.of(Files.newOutputStream(folder.resolve(number + ".written")))) {
        DataSet dataSet = reader.readDataSet();
        DataSet meta =
            reader.fileMeta().contains(Tag.TransferSyntaxUID)
                ? reader.fileMeta()
                : DicomWriter.fileMeta("1.2.3", "1.2.3.4", reader.transferSyntax().uid());
        writer.writeFile(meta, dataSet);
      }
    }
    ExternalTool.Result result =
        python.run("-W", "ignore", "-c", COMPARE_WITH_PYDICOM, folder.toString());
    assertThat(result.output()).endsWith(count + " equal\n");
  }

  private static final String COMPARE_WITH_PYDICOM =
      """
      import sys, glob, logging
      import pydicom
      logging.disable(logging.CRITICAL)
      equal = 0
      for source in sorted(glob.glob(sys.argv[1] + '/*.source')):
          written = source[:-len('source')] + 'written'
          a = pydicom.dcmread(source, force=True)
          b = pydicom.dcmread(written)
          if list(a.keys()) != list(b.keys()):
              print(source, 'tags differ')
              continue
          bad = [k for k in a.keys() if a.get_item(k).value != b.get_item(k).value]
          if bad:
              print(source, 'values differ', bad)
          else:
              equal += 1
      print(equal, 'equal')
      """;

  private byte[] rewriteByReference(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE);
        DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(reader.readFile());
    }
    return out.toByteArray();
  }

  private static byte[] rewrite(byte[] source, DicomReader.Options options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomReader reader = DicomReader.of(new ByteArrayInputStream(source), options);
        DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(reader.readFile());
    }
    return out.toByteArray();
  }

  /** Every tag on a line of its own, indented by depth. */
  private static String outline(byte[] source) throws IOException {
    StringBuilder text = new StringBuilder();
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(source), DicomReader.Options.IN_MEMORY)) {
      outline(reader.fileMeta(), "", text);
      outline(reader.readDataSet(), "", text);
    }
    return text.toString();
  }

  private static void outline(DataSet dataSet, String indent, StringBuilder text) {
    for (Element element : dataSet) {
      text.append(indent).append(Tags.format(element.tag()).toLowerCase()).append('\n');
      if (element.value() instanceof Sequence sequence) {
        for (DataSet item : sequence.items()) {
          text.append(indent).append("  item\n");
          outline(item, indent + "    ", text);
        }
      } else if (element.value() instanceof Fragments fragments) {
        text.append((indent + "  item\n").repeat(1 + fragments.fragments().size()));
      }
    }
  }

  private static final Pattern DUMPED =
      Pattern.compile("^( *)(\\([0-9a-f]{4},[0-9a-f]{4}\\)) \\S\\S ", Pattern.MULTILINE);

  private static String outlineOfDump(String dump) {
    StringBuilder text = new StringBuilder();
    Matcher line = DUMPED.matcher(dump);
    while (line.find()) {
      String tag = line.group(2);
      if (tag.equals("(fffe,e000)")) {
        text.append(line.group(1)).append("item\n");
      } else if (!tag.startsWith("(fffe,")) {
        text.append(line.group(1)).append(tag).append('\n');
      }
    }
    return text.toString();
  }
}
