package org.lucina.endpoint.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * Makes the identifiers of C-FIND requests (PS3.4 C.4.1.1.3).
 *
 * @param characterSet of keys that are not ASCII
 */
record Identifiers(CharacterSet characterSet) {

  /** One with the keys of a level and unique keys of the levels above. */
  DataSet of(DicomLevel level, Query query, Map<Integer, String> above)
      throws UnsupportedQueryException {
    DataSet identifier = bare(query).identifier();
    above.forEach((tag, value) -> identifier.set(tag, value));
    identifier.set(Tag.QueryRetrieveLevel, VR.CS, level.queryRetrieveLevel());
    if (!identifier.contains(Tag.SpecificCharacterSet)) {
      return identifier;
    }
    List<String> beyond = new ArrayList<>();
    for (QueryKey key : query.keys()) {
      if (!characterSet.canEncode(key.value())) {
        beyond.add("the characters of " + key.attribute() + " in character set " + characterSet);
      }
    }
    if (!beyond.isEmpty()) {
      throw new UnsupportedQueryException(beyond);
    }
    return Transcoding.to(characterSet, identifier);
  }

  /** A key that matches all goes without its asterisks, which are no value of a UID or date. */
  private static Query bare(Query query) {
    List<QueryKey> keys =
        query.keys().stream()
            .map(key -> key.matching() == Matching.UNIVERSAL ? new QueryKey(key.path(), "") : key)
            .toList();
    return new Query(
        query.level(),
        keys,
        query.include(),
        query.fuzzy(),
        query.offset(),
        query.limit(),
        query.extensions());
  }
}
