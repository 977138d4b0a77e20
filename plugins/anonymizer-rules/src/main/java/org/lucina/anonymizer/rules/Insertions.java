package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import org.lucina.deid.NewValues;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.spi.anonymize.AnonymizerException;

/** The actions that put attributes where there are none. */
final class Insertions {
  private Insertions() {}

  /**
   * Sets a value, whether there is one or not.
   *
   * @param value that is set
   */
  record Add(Actions.Replace value) implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException {
      value.apply(data, element, originals);
    }

    @Override
    public boolean inserts() {
      return true;
    }
  }

  /**
   * Sets a value where the attribute is not.
   *
   * @param value that is set, may be empty
   */
  record Require(Actions.Replace value) implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException {
      if (value.value().isEmpty()) {
        data.setEmpty(element.tag(), element.vr());
      } else {
        value.apply(data, element, originals);
      }
    }

    @Override
    public boolean keeps() {
      return true;
    }

    @Override
    public boolean inserts() {
      return true;
    }

    @Override
    public boolean takesSequences() {
      return true;
    }
  }

  /**
   * Adds a value to those that there are, unless it is among them.
   *
   * @param value that is added
   */
  record Append(String value) implements Action {
    @Override
    public void apply(DataSet data, Element element, Originals originals)
        throws AnonymizerException {
      List<String> values = new ArrayList<>(data.strings(element.tag()));
      if (!values.contains(value)) {
        values.add(value);
      }
      try {
        data.set(element.tag(), element.vr(), values.toArray(String[]::new));
      } catch (IllegalArgumentException e) {
        throw NewValues.unfit(element, "another value");
      }
    }

    @Override
    public boolean inserts() {
      return true;
    }
  }
}
