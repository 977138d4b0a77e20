/** Measures a pipeline of the assembled server. */
package org.lucina.bench.pipeline;
