package org.lucina.deid.scan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.deid.StandardVrs;
import org.lucina.deid.scan.Finding.Kind;
import org.lucina.deid.scan.Sought.Survivor;
import org.lucina.deid.text.Identifiers;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/** Looks at each value of a result. */
final class ResultWalk {
  private static final int PIXELS = 0x7FE0;
  private static final int OVERLAYS = 0x6000;

  private final Sought sought;
  private final ScanPolicy policy;
  private final Set<Finding> findings = new LinkedHashSet<>();

  ResultWalk(Sought sought, ScanPolicy policy) {
    this.sought = sought;
    this.policy = policy;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  void walk(DataSet data) {
    walk(data, "", false);
  }

  private void walk(DataSet data, String prefix, boolean inPrivate) {
    for (Element element : data) {
      int tag = element.tag();
      if (tag == Tag.EncryptedAttributesSequence || isPicture(tag)) {
        continue;
      }
      String path = prefix + Tags.format(tag);
      boolean isPrivate = inPrivate || Tags.isPrivate(tag);
      List<DataSet> items = data.items(tag);
      for (int i = 0; i < items.size(); i++) {
        walk(items.get(i), path + "[" + (i + 1) + "].", isPrivate);
      }
      if (items.isEmpty() && !(element.value() instanceof Sequence)) {
        value(data, element, path, isPrivate);
      }
    }
  }

  /** Pixel data and overlays show what they show; they hold no text. */
  private static boolean isPicture(int tag) {
    int group = tag >>> 16;
    boolean overlay = (group & 0xFF00) == OVERLAYS && (tag & 0xFFFF) == 0x3000;
    return group == PIXELS || overlay;
  }

  private void value(DataSet data, Element element, String path, boolean isPrivate) {
    if (!(element.value() instanceof Bytes bytes)) {
      findings.add(new Finding(path, Kind.UNSEEN, path));
      return;
    }
    VR vr = StandardVrs.of(element);
    boolean others =
        CodedValues.contain(data, new Element(element.tag(), vr, bytes))
            || vr == VR.UI && Identifiers.kindOf(element.tag(), vr).isEmpty();
    if (others || policy.retains(element.tag(), vr)) {
      return;
    }
    if (!vr.isText()) {
      if (isLooseBinary(vr)) {
        add(path, isPrivate, sought.in(bytes));
      }
      return;
    }
    for (String value : data.strings(element.tag(), vr)) {
      text(vr, value.strip(), path, isPrivate);
    }
  }

  /** Numbers of a known size are no text; bytes may be, be it in items that cannot be read. */
  private static boolean isLooseBinary(VR vr) {
    return vr == VR.OB || vr == VR.OW || vr == VR.UN || vr == VR.SQ;
  }

  private void text(VR vr, String value, String path, boolean isPrivate) {
    add(path, isPrivate, sought.characteristic(path, value));
    switch (vr) {
      case DA, DT -> add(path, isPrivate, sought.date(path, value));
      case UI -> add(path, isPrivate, sought.uid(value));
      case DS, IS -> add(path, isPrivate, sought.number(value));
      case AS, TM -> { // tell nobody's identity
      }
      default -> add(path, isPrivate, sought.in(value));
    }
  }

  /** The bytes before a file's File Meta Information. */
  void preamble(Bytes bytes) {
    add("preamble", false, sought.in(bytes));
  }

  private void add(String path, boolean isPrivate, Optional<Survivor> survivor) {
    add(path, isPrivate, survivor.map(Set::of).orElseGet(Set::of));
  }

  private void add(String path, boolean isPrivate, Set<Survivor> survivors) {
    for (Survivor each : survivors) {
      findings.add(new Finding(path, isPrivate ? Kind.PRIVATE : each.kind(), each.source()));
    }
  }
}
