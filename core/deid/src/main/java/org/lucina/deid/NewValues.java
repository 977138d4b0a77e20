package org.lucina.deid;

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
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;

/**
 * Puts what a mint makes in place of what an attribute says. Elements are given with their VR in
 * the standard where the file says UN.
 */
public final class NewValues {
  private NewValues() {}

  /**
   * Tokens in place of all values, or of the whole text where the VR has but one; blank ones become
   * empty.
   *
   * @throws AnonymizerException when the VR takes no token
   */
  public static void tokens(DataSet data, Element element, Originals originals)
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

  /**
   * UIDs in place of all values, but for those that the standard has registered.
   *
   * @throws AnonymizerException when the VR is not UI
   */
  public static void uids(DataSet data, Element element, Originals originals)
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

  /**
   * What the mint makes of the patient, in place of Patient ID, Patient's Name or birth date.
   *
   * @throws AnonymizerException when it is another attribute
   */
  public static void identity(DataSet data, Element element, Originals originals)
      throws AnonymizerException, MintException {
    Identity identity = originals.identity();
    switch (element.tag()) {
      case Tag.PatientID -> data.set(Tag.PatientID, identity.patientId());
      case Tag.PatientName -> data.set(Tag.PatientName, identity.name());
      case Tag.PatientBirthDate -> {
        data.setEmpty(Tag.PatientBirthDate, VR.DA);
        identity
            .birthDate()
            .flatMap(DateShift::written)
            .ifPresent(date -> data.set(Tag.PatientBirthDate, date));
      }
      default -> throw unfit(element, "an identity");
    }
  }

  /** That an attribute cannot take something. */
  public static AnonymizerException unfit(Element element, String what) {
    return new AnonymizerException(
        Reason.REFUSED,
        Tags.format(element.tag()) + " of VR " + element.vr() + " cannot take " + what);
  }
}
