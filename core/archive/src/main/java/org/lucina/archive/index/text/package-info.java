/** The forms in which text is kept for matching. */
package org.lucina.archive.index.text;
