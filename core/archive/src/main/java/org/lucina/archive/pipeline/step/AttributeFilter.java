package org.lucina.archive.pipeline.step;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.spi.query.Query;

/**
 * Conditions on attributes.
 *
 * @param query what must match
 * @param expression what one value of an attribute must have in it
 */
record AttributeFilter(Optional<Query> query, Optional<Expression> expression) {

  /** A regular expression for the values of an attribute. */
  record Expression(AttributePath attribute, Pattern pattern) {
    boolean matches(DataSet data) {
      return attribute.values(data).stream().anyMatch(value -> pattern.matcher(value).find());
    }
  }

  boolean isEmpty() {
    return query.isEmpty() && expression.isEmpty();
  }

  boolean matches(DataSet data) {
    return query.stream().allMatch(keys -> keys.matches(data))
        && expression.stream().allMatch(regex -> regex.matches(data));
  }

  /** Whether a data set has all attributes that are asked for, so that it decides. */
  boolean areIn(DataSet data) {
    return query.stream()
            .flatMap(keys -> keys.keys().stream())
            .allMatch(key -> data.contains(key.path().get(0)))
        && expression.stream().allMatch(regex -> data.contains(regex.attribute().tags().get(0)));
  }
}
