package org.lucina.web.dicomweb.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.web.dicomweb.retrieve.ImageMediaTypes;
import org.lucina.web.dicomweb.store.BulkParts.Bulk;

/** Makes Part 10 files of metadata and bulk parts (PS3.18 10.5.2). */
final class ObjectAssembly {
  private static final int GROUP_8 = 0x00080000;

  private final BulkParts parts;

  ObjectAssembly(BulkParts parts) {
    this.parts = parts;
  }

  /**
   * Writes an object to a file.
   *
   * @throws StoreException when a UID or a bulk part is missing
   */
  void write(DataSet metadata, Path file) throws StoreException, IOException {
    String sopClass = metadata.string(Tag.SOPClassUID).orElse("");
    String instance = metadata.string(Tag.SOPInstanceUID).orElse("");
    if (sopClass.isEmpty() || instance.isEmpty()) {
      throw new StoreException(Reason.UID_MISSING, "SOP Class UID or SOP Instance UID is missing")
          .about(sopClass, instance);
    }
    String syntax = transferSyntax(metadata);
    try {
      resolve(metadata);
    } catch (StoreException e) {
      throw e.about(sopClass, instance);
    }
    removeFileMeta(metadata);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 64 << 10);
        DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(DicomWriter.fileMeta(sopClass, instance, syntax), metadata);
    }
  }

  /** That of the pixel data's part, else what the metadata says, else Explicit VR Little Endian. */
  private String transferSyntax(DataSet metadata) {
    Optional<Bulk> pixels =
        metadata.get(Tag.PixelData).map(Element::value).stream()
            .filter(BulkData.class::isInstance)
            .map(BulkData.class::cast)
            .flatMap(bulk -> bulk.uri().stream())
            .flatMap(uri -> parts.of(uri).stream())
            .findFirst();
    Optional<String> ofPart =
        pixels.flatMap(
            bulk ->
                bulk.type()
                    .parameter("transfer-syntax")
                    .filter(syntax -> !syntax.equals("*"))
                    .or(() -> ImageMediaTypes.defaultSyntax(bulk.type().name())));
    return ofPart
        .or(() -> metadata.string(Tag.TransferSyntaxUID))
        .or(() -> metadata.string(Tag.AvailableTransferSyntaxUID))
        .filter(syntax -> pixels.isPresent() || isNative(syntax))
        .orElse(UID.ExplicitVRLittleEndian);
  }

  private static boolean isNative(String syntax) {
    return !org.lucina.dicom.TransferSyntax.of(syntax).encapsulated();
  }

  private static void removeFileMeta(DataSet metadata) {
    List<Integer> tags = new ArrayList<>();
    for (Element element : metadata) {
      if (Integer.compareUnsigned(element.tag(), GROUP_8) < 0) {
        tags.add(element.tag());
      }
    }
    tags.forEach(metadata::remove);
  }

  /** Puts parts in the place of URIs; no URI of the client's is ever opened. */
  private void resolve(DataSet dataSet) throws StoreException {
    List<Element> resolved = new ArrayList<>();
    for (Element element : dataSet) {
      if (element.value() instanceof BulkData bulk) {
        resolved.add(new Element(element.tag(), element.vr(), value(element, bulk)));
      } else if (element.value() instanceof Sequence sequence) {
        for (DataSet item : sequence.items()) {
          resolve(item);
        }
      }
    }
    for (Element element : resolved) {
      boolean compressed = element.value() instanceof Fragments;
      dataSet.put(compressed ? new Element(element.tag(), VR.OB, element.value()) : element);
    }
  }

  private Value value(Element element, BulkData bulk) throws StoreException {
    List<Bulk> found = bulk.uri().map(parts::of).orElse(List.of());
    if (found.isEmpty()) {
      throw new StoreException(
          Reason.MALFORMED,
          String.format(
              "no part has the BulkDataURI of (%04X,%04X) as its Content-Location",
              element.tag() >>> 16, element.tag() & 0xFFFF));
    }
    List<Value> values = found.stream().map(ObjectAssembly::reference).toList();
    if (element.tag() == Tag.PixelData && isCompressed(found.get(0))) {
      return new Fragments(Bytes.of(new byte[0]), values);
    }
    return values.get(0);
  }

  private static boolean isCompressed(Bulk bulk) {
    return bulk.type()
        .parameter("transfer-syntax")
        .map(syntax -> !isNative(syntax))
        .orElse(!bulk.type().type().equals("application"));
  }

  private static Value reference(Bulk bulk) {
    return new BulkData(Optional.of(bulk.file().toUri().toString()), 0, bulk.length(), false);
  }
}
