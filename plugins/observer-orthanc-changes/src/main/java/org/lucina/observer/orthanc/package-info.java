/** An observer of what changes in an Orthanc server. */
package org.lucina.observer.orthanc;
