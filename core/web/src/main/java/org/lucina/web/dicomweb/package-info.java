/** The Studies Service of DICOMweb (PS3.18 10) and what its transactions share. */
package org.lucina.web.dicomweb;
