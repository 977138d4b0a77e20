/** What PS3.15 Annex E and PS3.3 say, compiled for one configuration. */
package org.lucina.anonymizer.ps315.table;
