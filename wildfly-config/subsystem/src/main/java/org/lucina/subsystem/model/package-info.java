/**
 * The management model: resources, attributes and operations, and the services that they install.
 */
package org.lucina.subsystem.model;
