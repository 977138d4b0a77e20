package org.lucina.web.dicomweb.search;

import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.web.dicomweb.Uid;

/**
 * The resource that is searched (PS3.18 Table 10.6.1-1).
 *
 * @param level what is looked for
 * @param study the study of the path
 * @param series the series of the path
 */
record SearchTarget(DicomLevel level, Optional<Uid> study, Optional<Uid> series) {}
