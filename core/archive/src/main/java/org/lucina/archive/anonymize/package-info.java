/** Anonymizing at somebody's request: dry runs, and studies of the archive. */
package org.lucina.archive.anonymize;
