/** Encrypted Attributes Data Sets, for those who hold a key (PS3.15 E.1.1). */
package org.lucina.anonymizer.ps315.encrypt;
