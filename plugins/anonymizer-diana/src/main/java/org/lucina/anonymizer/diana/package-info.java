/** Anonymizes as DIANA did, by its sham dixels and an Orthanc. */
package org.lucina.anonymizer.diana;
