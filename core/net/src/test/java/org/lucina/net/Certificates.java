package org.lucina.net;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.lucina.dicom.testing.Tool;

/** A key with a self-signed certificate, made by keytool, as SSLContext and as PEM files. */
final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  final Path keyPem;
  final Path certificatePem;
  private final KeyStore store;

  private Certificates(Path keyPem, Path certificatePem, KeyStore store) {
    this.keyPem = keyPem;
    this.certificatePem = certificatePem;
    this.store = store;
  }

  static Certificates make(Path folder, String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Tool.run(
        folder,
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "key",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=ip:127.0.0.1",
        "-validity",
        "3650",
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        new String(PASSWORD));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    Path key = folder.resolve(name + ".key");
    pem(key, "PRIVATE KEY", store.getKey("key", PASSWORD).getEncoded());
    Path certificate = folder.resolve(name + ".pem");
    pem(certificate, "CERTIFICATE", store.getCertificate("key").getEncoded());
    return new Certificates(key, certificate, store);
  }

  /** Shows this certificate and trusts that of another, if there is one. */
  SSLContext context(Optional<Certificates> trusted) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    if (trusted.isPresent()) {
      anchors.setCertificateEntry("peer", trusted.get().certificate());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    context.init(
        keys.getKeyManagers(), trusted.isPresent() ? trust.getTrustManagers() : null, null);
    return context;
  }

  X509Certificate certificate() throws Exception {
    return (X509Certificate) store.getCertificate("key");
  }

  private static void pem(Path file, String type, byte[] encoded) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.writeString(
        file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
  }
}
