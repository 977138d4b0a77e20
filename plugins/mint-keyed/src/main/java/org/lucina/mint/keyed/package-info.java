/** Makes identifiers that only the key of a project ties to their originals. */
package org.lucina.mint.keyed;
