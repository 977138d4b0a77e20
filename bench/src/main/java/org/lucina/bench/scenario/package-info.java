/** What is measured. */
package org.lucina.bench.scenario;
