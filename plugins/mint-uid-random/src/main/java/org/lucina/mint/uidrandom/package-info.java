/** Makes identifiers that only a key ties to their originals. */
package org.lucina.mint.uidrandom;
