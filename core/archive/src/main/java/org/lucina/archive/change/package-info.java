/** The log of what happened in the archive, which observers follow. */
package org.lucina.archive.change;
