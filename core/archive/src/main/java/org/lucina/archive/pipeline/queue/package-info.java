/** The queues of pipelines: what waits to be worked on, and what failed, in the server's broker. */
package org.lucina.archive.pipeline.queue;
