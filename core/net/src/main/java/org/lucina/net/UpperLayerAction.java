package org.lucina.net;

/** What is done about an event (PS3.8 tables 9-6 to 9-9), by the standard's names. */
enum UpperLayerAction {
  /** Issue the transport connection. */
  AE_1,
  /** Send A-ASSOCIATE-RQ. */
  AE_2,
  /** Confirm acceptance. */
  AE_3,
  /** Confirm rejection, close. */
  AE_4,
  /** Start ARTIM. */
  AE_5,
  /** Stop ARTIM, judge A-ASSOCIATE-RQ. */
  AE_6,
  /** Send A-ASSOCIATE-AC. */
  AE_7,
  /** Send A-ASSOCIATE-RJ, start ARTIM. */
  AE_8,
  /** Send P-DATA-TF. */
  DT_1,
  /** Indicate P-DATA. */
  DT_2,
  /** Send A-RELEASE-RQ. */
  AR_1,
  /** Indicate A-RELEASE. */
  AR_2,
  /** Confirm A-RELEASE, close. */
  AR_3,
  /** Send A-RELEASE-RP, start ARTIM. */
  AR_4,
  /** Stop ARTIM. */
  AR_5,
  /** Indicate P-DATA while a release is awaited. */
  AR_6,
  /** Send P-DATA-TF while a release response is due. */
  AR_7,
  /** Indicate a release collision. */
  AR_8,
  /** Send A-RELEASE-RP. */
  AR_9,
  /** Confirm A-RELEASE in a collision. */
  AR_10,
  /** Send A-ABORT of the service-user, start or restart ARTIM. */
  AA_1,
  /** Stop ARTIM, close. */
  AA_2,
  /** Indicate A-ABORT, close. */
  AA_3,
  /** Indicate A-P-ABORT. */
  AA_4,
  /** Stop ARTIM. */
  AA_5,
  /** Ignore the PDU. */
  AA_6,
  /** Send A-ABORT. */
  AA_7,
  /** Send A-ABORT of the service-provider, indicate A-P-ABORT, start ARTIM. */
  AA_8
}
