package org.lucina.anonymizer.tags;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DicomDate;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;

/** The actions that need no more than the attribute and a mint. */
final class Actions {
  private Actions() {}

  /** Leaves it. */
  record Keep() implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals) {
      // It stays as it is.
    }

    @Override
    public boolean keeps() {
      return true;
    }

    @Override
    public boolean takesSequences() {
      return true;
    }
  }

  /** Takes it out. */
  record Remove() implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals) {
      data.remove(element.tag());
    }

    @Override
    public boolean takesSequences() {
      return true;
    }
  }

  /** Takes its value out. */
  record Empty() implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals) {
      data.setEmpty(element.tag(), element.vr());
    }

    @Override
    public boolean takesSequences() {
      return true;
    }
  }

  /**
   * Puts a value in place of all of its.
   *
   * @param value as text, several separated by a backslash
   */
  record Replace(String value) implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException {
      try {
        set(data, element.tag(), element.vr());
      } catch (IllegalArgumentException e) {
        throw unfit(element, "the replacement");
      }
    }

    /**
     * Sets it.
     *
     * @throws IllegalArgumentException when the VR does not take such a value
     */
    void set(DataSet data, int tag, VR vr) {
      if (!vr.isText() && vr.isLongForm()) {
        throw new IllegalArgumentException(vr + " takes no text");
      }
      data.set(tag, vr, vr.isMultiValuedText() ? value.split("\\\\", -1) : new String[] {value});
    }
  }

  /** Puts tokens of a mint in place of its values, or of the whole text where there is but one. */
  record Hash() implements Action {
    @Override
    public boolean needsMint() {
      return true;
    }

    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException, MintException {
      VR vr = element.vr();
      boolean fits = vr.usesCharacterSet() || vr == VR.CS || vr == VR.AE;
      if (!fits || !(element.value() instanceof Bytes)) {
        throw unfit(element, "a hash");
      }
      Mint mint = originals.mint();
      String domain = domain(element.tag());
      List<String> tokens = new ArrayList<>();
      for (String value : data.strings(element.tag())) {
        tokens.add(value.isBlank() ? "" : mint.token(domain, value.strip()));
      }
      data.set(element.tag(), vr, tokens.toArray(String[]::new));
    }

    private static String domain(int tag) {
      return Dictionary.find(tag)
          .map(Dictionary.Entry::keyword)
          .filter(keyword -> !keyword.isEmpty())
          .orElseGet(() -> Tags.format(tag));
    }
  }

  /** Puts UIDs of a mint in place of its own, but for those that the standard has registered. */
  record NewUid() implements Action {
    @Override
    public boolean needsMint() {
      return true;
    }

    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException, MintException {
      if (element.vr() != VR.UI || !(element.value() instanceof Bytes)) {
        throw unfit(element, "a UID");
      }
      UidPlace place = originals.place(element.tag());
      List<String> uids = new ArrayList<>();
      for (String value : data.strings(element.tag())) {
        String uid = value.strip();
        boolean stays = uid.isEmpty() || Uids.find(uid).isPresent();
        uids.add(stays ? uid : originals.mint().uid(uid, place));
      }
      data.set(element.tag(), VR.UI, uids.toArray(String[]::new));
    }
  }

  /** Puts what a mint makes of the patient in place of Patient ID, name or birth date. */
  record OfIdentity() implements Action {
    @Override
    public boolean needsMint() {
      return true;
    }

    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException, MintException {
      Identity identity = originals.identity();
      switch (element.tag()) {
        case Tag.PatientID -> data.set(Tag.PatientID, identity.patientId());
        case Tag.PatientName -> data.set(Tag.PatientName, identity.name());
        case Tag.PatientBirthDate -> {
          data.setEmpty(Tag.PatientBirthDate, VR.DA);
          identity
              .birthDate()
              .ifPresent(date -> data.set(Tag.PatientBirthDate, DicomDate.format(date)));
        }
        default -> throw unfit(element, "an identity");
      }
    }
  }

  static AnonymizerException unfit(Element element, String what) {
    return new AnonymizerException(
        Reason.REFUSED,
        Tags.format(element.tag()) + " of VR " + element.vr() + " cannot take " + what);
  }
}
