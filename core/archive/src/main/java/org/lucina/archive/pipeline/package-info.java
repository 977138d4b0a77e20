/** The engine of pipelines: events wait in durable queues, workers take them through the steps. */
package org.lucina.archive.pipeline;
