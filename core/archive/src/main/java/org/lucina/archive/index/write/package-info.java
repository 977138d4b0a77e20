/** Writing the index: concurrent callers share transactions of few, batched statements. */
package org.lucina.archive.index.write;
