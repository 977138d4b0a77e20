/** Watches a folder and those below it for DICOM files. */
package org.lucina.observer.directory;
