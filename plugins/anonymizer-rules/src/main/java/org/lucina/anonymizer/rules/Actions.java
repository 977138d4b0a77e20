package org.lucina.anonymizer.rules;

import org.lucina.deid.NewValues;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.mint.MintException;

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

  /** Keeps a sequence, and does with its items what is done with the instance. */
  record Process() implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals) {
      // It stays; its items are walked through.
    }

    @Override
    public boolean keeps() {
      return true;
    }

    @Override
    public boolean entersItems() {
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
        throw NewValues.unfit(element, "the replacement");
      }
    }

    /**
     * Sets it.
     *
     * @throws IllegalArgumentException when the VR does not take such a value
     */
    void set(DataSet data, int tag, VR vr) {
      VR known = vr == VR.UN && Tags.isPrivate(tag) ? VR.LO : vr;
      if (!known.isText() && known.isLongForm()) {
        throw new IllegalArgumentException(vr + " takes no text");
      }
      data.set(
          tag, known, known.isMultiValuedText() ? value.split("\\\\", -1) : new String[] {value});
    }
  }

  /** Puts what a mint makes in place of its values. */
  record Minted(Making making) implements Action {
    @Override
    public boolean needsMint() {
      return true;
    }

    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException, MintException {
      making.make(data, element, originals);
    }
  }

  /** Has a mint make new values of an attribute, as {@link NewValues} does. */
  @FunctionalInterface
  interface Making {
    void make(DataSet data, Element element, Originals originals)
        throws AnonymizerException, MintException;
  }
}
