/**
 * Pixel data: what it says of itself, native frames, codecs, and the blacking out of parts of it.
 *
 * <p>Frames stream: one is held in memory where it must be decoded, none where it need not be.
 */
package org.lucina.image;
