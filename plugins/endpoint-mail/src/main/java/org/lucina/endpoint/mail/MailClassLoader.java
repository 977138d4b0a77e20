package org.lucina.endpoint.mail;

import jakarta.mail.Session;

/**
 * Lets Jakarta Mail find its implementation by the context class loader, whatever thread asks;
 * close it to have the former one back.
 */
final class MailClassLoader implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final ClassLoader before = thread.getContextClassLoader();

  private MailClassLoader() {}

  static MailClassLoader enter() {
    MailClassLoader entered = new MailClassLoader();
    entered.thread.setContextClassLoader(Session.class.getClassLoader());
    return entered;
  }

  @Override
  public void close() {
    thread.setContextClassLoader(before);
  }
}
