package org.lucina.dicom.charset;

import org.lucina.dicom.VR;

/** A way to turn the bytes of a text value into characters and back. */
sealed interface TextCoding permits DefaultRepertoire, StandAlone, CodeExtensions {

  /** Whether bytes below 0x80 without escape always stand for ASCII. */
  boolean isAsciiTransparent();

  /** Decodes a whole value, delimiters included; what cannot be decoded becomes U+FFFD. */
  String decode(byte[] bytes, VR vr);

  /** Encodes a whole value, delimiters included; what cannot be encoded becomes '?'. */
  byte[] encode(String text, VR vr);

  /** Whether every character can be encoded. */
  boolean canEncode(String text);
}
