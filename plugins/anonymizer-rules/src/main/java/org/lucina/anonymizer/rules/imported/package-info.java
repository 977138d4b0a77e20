/** Makes rules of what others wrote for other tools. */
package org.lucina.anonymizer.rules.imported;
