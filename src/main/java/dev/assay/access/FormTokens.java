package dev.assay.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The tokens that our own pages put into their forms. A page of another site cannot read ours, and
/// so does not have one. They last as long as the desk's keys; safe for use by many threads.
public final class FormTokens {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  FormTokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The token for pages that `bearer` is shown.
  ///
  /// @param bearer what the visitor is known by, such as a session's id
  String of(String bearer) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(bearer.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /// Whether `given` is what is expected, if anything is, in a time that does not depend on where
  /// they differ.
  public static boolean fits(String expected, @Nullable String given) {
    return given != null
        && !expected.isEmpty()
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
  }
}
