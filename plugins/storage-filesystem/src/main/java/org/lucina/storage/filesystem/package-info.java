/** The storage type {@code filesystem}: objects as files, in folders by time. */
package org.lucina.storage.filesystem;
