package org.lucina.spi.anonymize;

import org.lucina.spi.Provider;

/** Makes {@link Anonymizer}s, for resources {@code anonymizer=NAME}. */
public interface AnonymizerProvider extends Provider<Anonymizer> {}
