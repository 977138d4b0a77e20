/** Makes identifiers once and remembers them in the database of the index. */
package org.lucina.mint.registry;
