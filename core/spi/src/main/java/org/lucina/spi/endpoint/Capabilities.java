package org.lucina.spi.endpoint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.View;
import org.lucina.spi.query.QuerySupport;

/**
 * What an endpoint can do.
 *
 * @param operations that it knows
 * @param puts levels of dixels that it takes; a study or series is put with all its instances by
 *     its {@link org.lucina.spi.dixel.Dixel#children}
 * @param gets levels that it hands out
 * @param views that it can give of a dixel
 * @param queries that it can honour
 * @param methods that it has
 */
public record Capabilities(
    Set<Operation> operations,
    Set<DicomLevel> puts,
    Set<DicomLevel> gets,
    Set<View> views,
    QuerySupport queries,
    List<Method> methods) {

  /** Copies the collections. */
  public Capabilities {
    operations = Set.copyOf(operations);
    puts = Set.copyOf(puts);
    gets = Set.copyOf(gets);
    views = Set.copyOf(views);
    methods = List.copyOf(methods);
  }

  /** Nothing yet. */
  public static Capabilities none() {
    return new Capabilities(Set.of(), Set.of(), Set.of(), Set.of(), QuerySupport.none(), List.of());
  }

  /** The same, and takes dixels of some levels. */
  public Capabilities puts(DicomLevel... levels) {
    return new Capabilities(with(Operation.PUT), Set.of(levels), gets, views, queries, methods);
  }

  /** The same, and hands out dixels of some levels with some views. */
  public Capabilities gets(Set<DicomLevel> levels, Set<View> given) {
    return new Capabilities(with(Operation.GET), puts, levels, given, queries, methods);
  }

  /** The same, and finds. */
  public Capabilities finds(QuerySupport honoured) {
    return new Capabilities(with(Operation.FIND), puts, gets, views, honoured, methods);
  }

  /** The same, and does more operations. */
  public Capabilities and(Operation... more) {
    return new Capabilities(with(more), puts, gets, views, queries, methods);
  }

  /** The same, and has methods. */
  public Capabilities methods(Method... had) {
    return new Capabilities(operations, puts, gets, views, queries, List.of(had));
  }

  private Set<Operation> with(Operation... more) {
    EnumSet<Operation> all = EnumSet.noneOf(Operation.class);
    all.addAll(operations);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
