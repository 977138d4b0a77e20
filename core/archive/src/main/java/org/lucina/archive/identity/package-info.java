/** The registry of identities: what stands for what, in the database of the index. */
package org.lucina.archive.identity;
