/** The steps of pipelines: what is done with an event and the dixel that it is about. */
package org.lucina.archive.pipeline.step;
