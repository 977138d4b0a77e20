package org.lucina.archive.pipeline.step;

import java.util.List;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Changes one attribute, in all items where it is in a sequence. */
sealed interface Rule {

  /** The attribute that it changes. */
  AttributePath attribute();

  /** Changes it. */
  void apply(DataSet data);

  /** Gives it a value, several divided by backslashes. */
  record Set(AttributePath attribute, String value) implements Rule {
    @Override
    public void apply(DataSet data) {
      attribute.each(data, holder -> put(holder, attribute, List.of(value.split("\\\\", -1))));
    }
  }

  /** Gives it the values of another attribute; removes it where there is none. */
  record Copy(AttributePath attribute, AttributePath from) implements Rule {
    @Override
    public void apply(DataSet data) {
      List<String> values = from.values(data);
      attribute.each(data, holder -> put(holder, attribute, values));
    }
  }

  /** Takes it out. */
  record Remove(AttributePath attribute) implements Rule {
    @Override
    public void apply(DataSet data) {
      attribute.each(data, holder -> holder.remove(attribute.tag()));
    }
  }

  /** Replaces what a regular expression finds in each value. */
  record Replace(AttributePath attribute, Pattern pattern, String text) implements Rule {
    @Override
    public void apply(DataSet data) {
      attribute.each(
          data,
          holder -> {
            List<String> values = holder.strings(attribute.tag());
            if (!values.isEmpty()) {
              put(
                  holder,
                  attribute,
                  values.stream().map(value -> pattern.matcher(value).replaceAll(text)).toList());
            }
          });
    }
  }

  private static void put(DataSet holder, AttributePath attribute, List<String> values) {
    int tag = attribute.tag();
    if (values.isEmpty()) {
      holder.remove(tag);
      return;
    }
    VR vr = holder.get(tag).map(element -> element.vr()).orElse(attribute.vr());
    if (!values.stream().allMatch(holder.characterSet()::canEncode)) {
      Utf8.convert(holder);
    }
    if (values.equals(List.of(""))) {
      holder.setEmpty(tag, vr);
    } else {
      holder.set(tag, vr, values.toArray(String[]::new));
    }
  }

  /** Attributes that only the file's own structure decides. */
  static boolean isStructure(AttributePath attribute) {
    int outermost = attribute.tags().get(0);
    return outermost >>> 16 == 2
        || outermost == Tag.SpecificCharacterSet
        || outermost == Tag.PixelData
        || outermost == Tag.FloatPixelData
        || outermost == Tag.DoubleFloatPixelData
        || attribute.vr() == VR.SQ
        || (outermost & 0xFFFF) == 0;
  }
}
