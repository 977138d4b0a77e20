package org.lucina.anonymizer.ps315.encrypt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lucina.deid.SecretFile;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;

/**
 * Puts attributes as they were into an Encrypted Attributes Sequence (PS3.15 E.1.1, PS3.3
 * C.12.1.1.4), for those who hold a recipient's key. The same attributes give the same bytes each
 * time on one server: the content's key follows from them and from a secret.
 */
public final class EncryptedOriginals {
  /** A secret of this server from which keys of content follow, so that runs are alike. */
  private static final String SECRET = "content-secret";

  private final Envelope envelope;
  private final byte[] secret;

  private EncryptedOriginals(Envelope envelope, byte[] secret) {
    this.envelope = envelope;
    this.secret = secret;
  }

  /**
   * For recipients.
   *
   * @param certificates PEM, one or more, of RSA keys
   * @param folder where the secret is kept
   * @throws IOException when either cannot be read, or a certificate is of no RSA key
   */
  public static EncryptedOriginals of(Path certificates, Path folder) throws IOException {
    List<X509Certificate> recipients = new ArrayList<>();
    try (InputStream in = Files.newInputStream(certificates)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        if (!each.getPublicKey().getAlgorithm().equals("RSA")) {
          throw new IOException(certificates + " has a certificate of a key that is not RSA");
        }
        recipients.add((X509Certificate) each);
      }
      byte[] seed = SecretFile.in(folder.resolve(SECRET)).bytes();
      for (X509Certificate each : recipients) {
        seed = DerivedRandom.hmac(seed, each.getEncoded());
      }
      if (recipients.isEmpty()) {
        throw new IOException(certificates + " has no certificate");
      }
      Envelope envelope = new Envelope(recipients);
      envelope.seal(new byte[0], new DerivedRandom(seed)); // a key that cannot encrypt shows now
      return new EncryptedOriginals(envelope, seed);
    } catch (CertificateException e) {
      throw new IOException(certificates + " is no file of certificates", e);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /**
   * Adds an item with attributes as they were.
   *
   * @param result that gets it
   * @param original a {@link #copy} from before
   * @param tags of attributes at its top that were changed
   */
  public void add(DataSet result, DataSet original, Set<Integer> tags) throws IOException {
    DataSet modified = new DataSet();
    for (Element element : original) {
      if (tags.contains(element.tag()) || element.tag() == Tag.SpecificCharacterSet) {
        modified.put(element);
      }
    }
    DataSet content = new DataSet();
    original.get(Tag.SpecificCharacterSet).ifPresent(content::put);
    content.set(Tag.ModifiedAttributesSequence, List.of(modified));
    byte[] plain = encoded(content);
    byte[] sealed = envelope.seal(plain, new DerivedRandom(DerivedRandom.hmac(secret, plain)));
    List<DataSet> items = new ArrayList<>(result.items(Tag.EncryptedAttributesSequence));
    items.add(
        new DataSet()
            .set(Tag.EncryptedContentTransferSyntaxUID, UID.ExplicitVRLittleEndian)
            .set(Tag.EncryptedContent, VR.OB, sealed));
    result.set(Tag.EncryptedAttributesSequence, items);
  }

  private static byte[] encoded(DataSet content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(bytes)) {
      writer.writeDataSet(content, TransferSyntax.EXPLICIT_LE);
    }
    return bytes.toByteArray();
  }

  /**
   * A copy that stays as it is when the original is changed; without bulk values, in items too, of
   * which one knows only where they are.
   */
  public static DataSet copy(DataSet original) {
    DataSet copy = new DataSet();
    for (Element element : original) {
      if (element.value() instanceof Sequence sequence) {
        List<DataSet> items = sequence.items().stream().map(EncryptedOriginals::copy).toList();
        copy.put(new Element(element.tag(), VR.SQ, new Sequence(items, false)));
      } else if (!(element.value() instanceof BulkData || element.value() instanceof Fragments)) {
        copy.put(element);
      }
    }
    return copy;
  }
}
