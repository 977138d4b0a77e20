package org.lucina.bench.client;

import java.io.IOException;

/** Deletes over HTTP. */
public final class DeleteClient {
  private final WebClient web;

  /** Makes one over a client. */
  public DeleteClient(WebClient web) {
    this.web = web;
  }

  /**
   * Deletes a study.
   *
   * @throws WrongAnswerException when it was not deleted
   */
  public void study(String uid) throws IOException {
    web.delete(web.dicomWeb("/studies/" + uid));
  }
}
