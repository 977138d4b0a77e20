/** Anonymizing over HTTP: dry runs, studies of the archive, and the keys of mints. */
package org.lucina.web.anonymize;
