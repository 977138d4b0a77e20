package org.lucina.dicom.charset;

import java.nio.charset.Charset;
import org.lucina.dicom.VR;

/** UTF-8, GB18030 or GBK, which take no code extensions (PS3.3 Table C.12-5). */
record StandAlone(Charset charset) implements TextCoding {

  @Override
  public boolean isAsciiTransparent() {
    return true;
  }

  @Override
  public String decode(byte[] bytes, VR vr) {
    return new String(bytes, charset);
  }

  @Override
  public byte[] encode(String text, VR vr) {
    return text.getBytes(charset);
  }

  @Override
  public boolean canEncode(String text) {
    return charset.newEncoder().canEncode(text);
  }
}
