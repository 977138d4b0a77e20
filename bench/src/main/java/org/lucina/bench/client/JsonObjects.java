package org.lucina.bench.client;

/** Counts the objects of a JSON array that passes by, without holding it. */
final class JsonObjects implements BodyCounter {
  private int depth;
  private boolean inText;
  private boolean escaped;
  private long objects;
  private long bytes;

  @Override
  public void accept(byte[] chunk, int length) {
    bytes += length;
    for (int i = 0; i < length; i++) {
      accept(chunk[i]);
    }
  }

  private void accept(byte character) {
    if (inText) {
      if (escaped) {
        escaped = false;
      } else if (character == '\\') {
        escaped = true;
      } else if (character == '"') {
        inText = false;
      }
      return;
    }
    switch (character) {
      case '"' -> inText = true;
      case '[' -> depth++;
      case '{' -> {
        objects += depth == 1 ? 1 : 0;
        depth++;
      }
      case ']', '}' -> depth--;
      default -> {
        // Numbers, literals, separators
      }
    }
  }

  @Override
  public Tally end() {
    if (depth != 0 || inText) {
      throw new WrongAnswerException("JSON ends within a value");
    }
    return new Tally(objects, bytes);
  }
}
