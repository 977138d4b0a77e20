package org.lucina.endpoint.sql;

import org.lucina.dicom.Dictionary;
import org.lucina.spi.table.Column;

/**
 * A column of the data base.
 *
 * @param attribute what it holds
 * @param name as it stands in SQL, quoted
 * @param kind its type
 */
record SqlColumn(Column attribute, String name, Kind kind) {

  /** Whether the attribute has one value at most. */
  boolean isSingle() {
    return Dictionary.find(attribute.tag())
        .map(Dictionary.Entry::vm)
        .filter("1"::equals)
        .isPresent();
  }
}
