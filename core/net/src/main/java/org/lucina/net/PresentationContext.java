package org.lucina.net;

import java.util.List;

/**
 * A proposed presentation context (PS3.8 9.3.2.2).
 *
 * @param id odd number, 1 to 255
 * @param abstractSyntax SOP class
 * @param transferSyntaxes proposed encodings, in the proposer's order
 */
public record PresentationContext(int id, String abstractSyntax, List<String> transferSyntaxes) {

  /** Copies the list. */
  public PresentationContext {
    transferSyntaxes = List.copyOf(transferSyntaxes);
  }
}
