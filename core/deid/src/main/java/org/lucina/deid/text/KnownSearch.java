package org.lucina.deid.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lucina.deid.text.Identifier.Kind;

/** Finds known identifiers in one text, from its beginning to its end. */
final class KnownSearch {
  private static final int WIDEST_GAP = 3;

  /** Digits of a date that has no others beside it. */
  private static final int DAY = 8;

  private final KnownIdentifiers known;
  private final Folded text;
  private final DateReader dates;
  private final List<Span> spans = new ArrayList<>();

  KnownSearch(KnownIdentifiers known, Folded text) {
    this.known = known;
    this.text = text;
    this.dates = new DateReader(text);
  }

  /** What was found, in order; names beside each other as one. */
  List<Span> spans() {
    each(false, this::add);
    return spans;
  }

  /**
   * Each that is found, in order.
   *
   * @param plain whether dates are left out that may be something else
   */
  void each(boolean plain, Consumer<Span> found) {
    int free = 0;
    for (int at = 0; at < text.size(); ) {
      Optional<Span> here = at(at, plain);
      if (here.isEmpty()) {
        at = text.tokenEnd(at);
        continue;
      }
      Span span = here.get().kind() == Kind.NAME ? withInitials(here.get(), at, free) : here.get();
      found.accept(span);
      at = Math.max(span.next(), at + 1);
      free = at;
    }
  }

  private void add(Span span) {
    Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    boolean joins =
        last != null
            && last.kind() == Kind.NAME
            && span.kind() == Kind.NAME
            && span.start() - last.end() <= WIDEST_GAP
            && isGap(last.end(), span.start());
    if (joins) {
      spans.set(
          spans.size() - 1,
          new Span(Kind.NAME, last.start(), span.end(), last.source(), span.next()));
    } else {
      spans.add(span);
    }
  }

  /** Whether neither letters and digits nor the end of a line are between. */
  private boolean isGap(int from, int to) {
    return text.text()
        .substring(from, Math.max(from, to))
        .chars()
        .noneMatch(c -> c == '\n' || c == '\r' || Character.isLetterOrDigit(c));
  }

  private Optional<Span> at(int index, boolean plain) {
    text.look();
    Optional<Span> uid = uid(index);
    if (uid.isPresent()) {
      return uid;
    }
    Optional<PatternTrie.Hit> hit = known.patterns().longest(text, index);
    if (hit.isEmpty() && text.isDigitAt(index) && text.at(index) == '0') {
      hit = known.patterns().longest(text, withoutZeros(index));
    }
    Optional<Span> date = date(index, plain);
    Optional<Span> pattern =
        hit.map(it -> span(it.pattern().kind(), index, it.end(), known.source(it.pattern())));
    return pattern.isPresent() && (date.isEmpty() || pattern.get().end() >= date.get().end())
        ? pattern
        : date;
  }

  private Optional<Span> date(int index, boolean plain) {
    Optional<WrittenDate> date =
        dates.at(index).filter(it -> !plain || it.isPlain() || it.end() - index >= DAY);
    return date.flatMap(it -> it.days().stream().filter(known.days()::containsKey).findFirst())
        .map(day -> span(Kind.DATE, index, date.get().end(), known.days().get(day)));
  }

  private int withoutZeros(int index) {
    int end = text.tokenEnd(index);
    int first = index;
    while (first < end - 1 && text.at(first) == '0') {
      text.look();
      first++;
    }
    return first;
  }

  private Span span(Kind kind, int from, int to, String source) {
    return new Span(kind, text.start(from), text.end(to - 1), source, to);
  }

  private Optional<Span> uid(int index) {
    if (!text.isDigitAt(index)) {
      return Optional.empty();
    }
    int start = text.start(index);
    return UidText.at(text.text(), start)
        .flatMap(
            end -> {
              String source = known.uids().get(text.text().substring(start, end));
              return Optional.ofNullable(source)
                  .map(it -> span(Kind.UID, index, nextOf(index, end), it));
            });
  }

  private int nextOf(int index, int end) {
    int next = index;
    while (next < text.size() && text.start(next) < end) {
      next++;
    }
    return next;
  }

  /** Takes in capitals before and behind a name with which a part of it begins. */
  private Span withInitials(Span name, int first, int free) {
    int from = first;
    int start = name.start();
    while (from - 1 >= free && isInitial(from - 1) && isNear(from)) {
      from--;
      start = text.start(from);
    }
    int next = name.next();
    int end = name.end();
    while (next < text.size() && isNear(next) && isInitial(next)) {
      end = text.end(next);
      next++;
    }
    return new Span(Kind.NAME, start, end, name.source(), next);
  }

  private boolean isNear(int index) {
    String gap = text.gapText(index);
    return !gap.isEmpty()
        && gap.length() <= WIDEST_GAP
        && gap.chars().allMatch(c -> " .,^-".indexOf(c) >= 0);
  }

  private boolean isInitial(int index) {
    return text.isEdge(index)
        && text.isEdge(index + 1)
        && text.isLetterAt(index)
        && Character.isUpperCase(text.written(index))
        && known.initials().contains(text.at(index));
  }
}
