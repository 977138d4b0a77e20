/** Makes the identifiers by which Orthanc knows what it keeps. */
package org.lucina.mint.orthanc;
