/** Reading the index by UIDs and locations. */
package org.lucina.archive.index.read;
