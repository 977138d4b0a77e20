package org.lucina.spi.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;

/**
 * A search, the same for every endpoint. An endpoint that cannot honour one of its terms refuses
 * the query by name ({@link QuerySupport#check}); no term is ever left out silently.
 *
 * @param level of the dixels that are looked for
 * @param keys what must match, all of them
 * @param include attributes that come back besides the keys
 * @param fuzzy whether person names match fuzzily (PS3.4 C.2.2.2.1.1)
 * @param offset matches that are skipped, 0 for none
 * @param limit matches at most, empty for all
 * @param extensions terms that only some endpoints know, such as {@code text} of reports
 */
public record Query(
    DicomLevel level,
    List<QueryKey> keys,
    List<Integer> include,
    boolean fuzzy,
    int offset,
    OptionalInt limit,
    Map<String, String> extensions) {

  /** Copies the collections; refuses negative numbers. */
  public Query {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    extensions = Map.copyOf(extensions);
    if (offset < 0 || limit.isPresent() && limit.getAsInt() < 1) {
      throw new IllegalArgumentException("offset must be 0 or more, limit 1 or more");
    }
  }

  /** Begins a query. */
  public static Builder of(DicomLevel level) {
    return new Builder(level);
  }

  /**
   * Reads keys as administrators write them: {@code Modality=CT&StudyDate=20260101-20260131}, names
   * and values URL-encoded where they hold {@code &}, {@code =} or {@code %}. A name that begins
   * with {@code .} is an extension.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public static Query parse(DicomLevel level, String text) {
    return QueryText.parse(level, text);
  }

  /** The keys as the identifier of a C-FIND, without Query/Retrieve Level. */
  public DataSet identifier() {
    DataSet identifier = new DataSet();
    if (keys.stream().anyMatch(key -> !key.isAscii())) {
      identifier.set(Tag.SpecificCharacterSet, "ISO_IR 192");
    }
    for (int tag : include) {
      identifier.setEmpty(tag, Dictionary.vrOf(tag));
    }
    for (QueryKey key : keys) {
      DataSet items = identifier;
      for (int sequence : key.path().subList(0, key.path().size() - 1)) {
        List<DataSet> inside = items.items(sequence);
        DataSet item = inside.isEmpty() ? new DataSet() : inside.get(0);
        items.set(sequence, List.of(item));
        items = item;
      }
      VR vr = Dictionary.vrOf(key.tag());
      if (key.value().isEmpty()) {
        if (items.items(key.tag()).isEmpty()) {
          items.setEmpty(key.tag(), vr);
        }
      } else {
        items.set(key.tag(), vr, key.value().split("\\\\"));
      }
    }
    return identifier;
  }

  /** The value of a key outside of sequences. */
  public Optional<String> key(int tag) {
    return keys.stream()
        .filter(key -> key.path().equals(List.of(tag)))
        .map(QueryKey::value)
        .findFirst();
  }

  /**
   * Whether an object, or what an endpoint tells of one, fulfils all keys (PS3.4 C.2.2.2), but not
   * fuzzily.
   */
  public boolean matches(DataSet tags) {
    DataSet wanted = identifier();
    return keys.stream().map(key -> key.path().get(0)).allMatch(tag -> matches(wanted, tag, tags));
  }

  private static boolean matches(DataSet wanted, int tag, DataSet tags) {
    try {
      return AttributeMatching.matches(wanted, tag, tags);
    } catch (QueryException e) {
      throw new IllegalStateException("keys are checked when they are made", e);
    }
  }

  /** The same query, ending after so many matches. */
  public Query withLimit(int matches) {
    return new Query(level, keys, include, fuzzy, offset, OptionalInt.of(matches), extensions);
  }

  /** Collects the terms of a query. */
  public static final class Builder {
    private final DicomLevel level;
    private final Map<List<Integer>, QueryKey> keys = new LinkedHashMap<>();
    private final List<Integer> include = new ArrayList<>();
    private final Map<String, String> extensions = new TreeMap<>();
    private boolean fuzzy;
    private int offset;
    private OptionalInt limit = OptionalInt.empty();

    private Builder(DicomLevel level) {
      this.level = level;
    }

    /** Matches an attribute; replaces a key on the same attribute. */
    public Builder key(QueryKey key) {
      keys.put(key.path(), key);
      return this;
    }

    /** Matches an attribute outside of sequences. */
    public Builder key(int tag, String value) {
      return key(QueryKey.of(tag, value));
    }

    /** Matches an attribute by its keyword; see {@link QueryKey#of(String, String)}. */
    public Builder key(String attribute, String value) {
      return key(QueryKey.of(attribute, value));
    }

    /** Studies of some days, as {@code 20260101-20260131}, {@code 20260101-} or one day. */
    public Builder studyDates(String span) {
      return key(Tag.StudyDate, span);
    }

    /** Asks for attributes. */
    public Builder include(Integer... tags) {
      include.addAll(List.of(tags));
      return this;
    }

    /** Matches names fuzzily. */
    public Builder fuzzy(boolean on) {
      this.fuzzy = on;
      return this;
    }

    /** Skips matches. */
    public Builder offset(int matches) {
      this.offset = matches;
      return this;
    }

    /** Ends after so many matches. */
    public Builder limit(int matches) {
      this.limit = OptionalInt.of(matches);
      return this;
    }

    /** A term of the endpoint's own. */
    public Builder extension(String name, String value) {
      extensions.put(name, value);
      return this;
    }

    /** Makes it. */
    public Query build() {
      return new Query(
          level, List.copyOf(keys.values()), include, fuzzy, offset, limit, extensions);
    }
  }
}
