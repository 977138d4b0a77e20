/** An endpoint that is a DICOMweb service (PS3.18): QIDO-RS, WADO-RS, WADO-URI and STOW-RS. */
package org.lucina.endpoint.dicomweb;
