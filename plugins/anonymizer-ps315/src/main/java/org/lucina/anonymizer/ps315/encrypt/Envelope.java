package org.lucina.anonymizer.ps315.encrypt;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.KeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;

/** Encrypts for recipients: CMS EnvelopedData, AES-256-CBC, RSA key transport (RFC 3370, 3565). */
final class Envelope {
  private final List<X509Certificate> recipients;

  Envelope(List<X509Certificate> recipients) {
    this.recipients = List.copyOf(recipients);
  }

  /** Encrypts by a key and other random numbers from a source. */
  byte[] seal(byte[] content, SecureRandom random) throws IOException {
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    for (X509Certificate each : recipients) {
      generator.addRecipientInfoGenerator(new Recipient(each, random));
    }
    try {
      return generator
          .generate(
              new CMSProcessableByteArray(content),
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                  .setSecureRandom(random)
                  .build())
          .toASN1Structure()
          .getEncoded("DER");
    } catch (CMSException e) {
      throw new IOException("content cannot be encrypted", e);
    }
  }

  /** One who may open it. */
  private static final class Recipient extends KeyTransRecipientInfoGenerator {

    Recipient(X509Certificate certificate, SecureRandom random) {
      super(
          new IssuerAndSerialNumber(
              X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()),
              certificate.getSerialNumber()),
          new JceAsymmetricKeyWrapper(certificate).setSecureRandom(random));
    }
  }
}
