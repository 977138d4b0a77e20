/** Makes the identifiers that DIANA made, for projects that were begun with it. */
package org.lucina.mint.diana;
