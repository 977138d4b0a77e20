/** An endpoint that is an Orthanc server, spoken to by its REST interface. */
package org.lucina.endpoint.orthanc;
