/** Turns the keys of a query into conditions on the index (PS3.4 C.2.2.2). */
package org.lucina.archive.query.match;
