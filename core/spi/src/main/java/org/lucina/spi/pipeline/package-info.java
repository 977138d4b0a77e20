/**
 * Pipelines: what joins observers, steps and endpoints. The subsystem defines them, the archive
 * runs them, plugins do not see them.
 */
package org.lucina.spi.pipeline;
