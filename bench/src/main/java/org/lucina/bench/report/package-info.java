/** What was measured, and how it is told. */
package org.lucina.bench.report;
