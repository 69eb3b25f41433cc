package dev.assay.watch.send;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/// What shows that a message is ours: HMAC with SHA-256, in Base64.
final class Mac {

  private static final String NAME = "HmacSHA256";

  private Mac() {}

  static String of(byte[] key, byte[] message) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance(NAME);
      mac.init(new SecretKeySpec(key, NAME));
      return Base64.getEncoder().encodeToString(mac.doFinal(message));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + NAME, e);
    }
  }
}
