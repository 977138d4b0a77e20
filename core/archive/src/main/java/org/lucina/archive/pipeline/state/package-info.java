/** What pipelines keep in the database: positions of observers, studies and series that wait. */
package org.lucina.archive.pipeline.state;
