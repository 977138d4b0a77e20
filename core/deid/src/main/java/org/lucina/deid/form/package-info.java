/** How mints write what they make: UIDs, pseudonyms, letters and offsets, from hashes or chance. */
package org.lucina.deid.form;
