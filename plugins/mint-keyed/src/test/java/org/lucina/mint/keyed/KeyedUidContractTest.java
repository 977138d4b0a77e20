package org.lucina.mint.keyed;

import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;

/** The type {@code keyed-uid} does what every mint does. */
class KeyedUidContractTest extends MintContract {
  @Override
  protected Mint open() throws Exception {
    return Keyed.uids();
  }
}
