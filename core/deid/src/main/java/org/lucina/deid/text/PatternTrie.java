package org.lucina.deid.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the longest of many patterns at a place of a text, in as many steps as the longest pattern
 * has characters.
 */
final class PatternTrie {
  /** Characters of a pattern at most; what is longer is looked for by its beginning. */
  static final int LONGEST = 128;

  /** Characters of a gap at most. */
  private static final int WIDEST_GAP = 3;

  private static final BitSet NO_GAPS = new BitSet();

  private final Node root = new Node();

  /** Where a pattern ends, and which it is. */
  record Hit(Pattern pattern, int end) {}

  private static final class Node {
    private char[] keys = new char[0];
    private Node[] nodes = new Node[0];
    private List<Pattern> patterns = List.of();

    private Node next(char key) {
      int index = Arrays.binarySearch(keys, key);
      return index < 0 ? null : nodes[index];
    }

    private Node grow(char key) {
      int index = Arrays.binarySearch(keys, key);
      if (index >= 0) {
        return nodes[index];
      }
      int place = -index - 1;
      char[] moreKeys = new char[keys.length + 1];
      Node[] moreNodes = new Node[keys.length + 1];
      System.arraycopy(keys, 0, moreKeys, 0, place);
      System.arraycopy(nodes, 0, moreNodes, 0, place);
      System.arraycopy(keys, place, moreKeys, place + 1, keys.length - place);
      System.arraycopy(nodes, place, moreNodes, place + 1, keys.length - place);
      moreKeys[place] = key;
      moreNodes[place] = new Node();
      keys = moreKeys;
      nodes = moreNodes;
      return nodes[place];
    }
  }

  /** Looks for one more, which is not there yet. */
  void add(Pattern pattern) {
    Node node = root;
    int length = Math.min(pattern.characters().length(), LONGEST);
    for (int i = 0; i < length; i++) {
      node = node.grow(pattern.characters().charAt(i));
    }
    List<Pattern> patterns = new ArrayList<>(node.patterns);
    patterns.add(pattern);
    node.patterns = List.copyOf(patterns);
  }

  /** The longest pattern that begins at a place and ends where a token does. */
  Optional<Hit> longest(Folded text, int from) {
    Node node = root;
    Hit hit = null;
    BitSet gaps = null;
    for (int at = from; at < text.size(); at++) {
      if (at > from && text.gap(at) > 0) {
        if (text.gap(at) > WIDEST_GAP) {
          break;
        }
        gaps = gaps == null ? new BitSet() : gaps;
        gaps.set(at - from);
      }
      text.look();
      node = node.next(text.at(at));
      if (node == null) {
        break;
      }
      if (!node.patterns.isEmpty() && text.isEdge(at + 1)) {
        Pattern met = first(node.patterns, text, from, gaps);
        hit = met == null ? hit : new Hit(met, at + 1);
      }
    }
    return Optional.ofNullable(hit);
  }

  private static Pattern first(List<Pattern> patterns, Folded text, int from, BitSet gaps) {
    for (Pattern pattern : patterns) {
      if (pattern.fits(text, from, gaps == null ? NO_GAPS : gaps)) {
        return pattern;
      }
    }
    return null;
  }
}
