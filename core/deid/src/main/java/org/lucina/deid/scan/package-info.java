/**
 * Verifies what an anonymizer made of an object. What is looked for and where, and what is not, is
 * said at {@link org.lucina.deid.scan.SurvivorScan}.
 */
package org.lucina.deid.scan;
