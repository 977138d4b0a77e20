/**
 * Jobs that take long: collecting studies from one endpoint to another, and registering files. They
 * go on after a restart of the server.
 */
package org.lucina.archive.job;
