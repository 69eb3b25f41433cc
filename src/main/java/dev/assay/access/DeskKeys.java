package dev.assay.access;

import dev.assay.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keys that every server of the desk has, and nobody else: what one of them signs or seals, also
/// before a restart, the others take. Safe for use by many threads.
final class DeskKeys {

  private static final String NAME = "pages";
  private static final int BYTES = 32;

  private final byte[] secret;

  private DeskKeys(byte[] secret) {
    this.secret = secret;
  }

  /// Those of a desk, made when they are first asked for.
  static DeskKeys of(Store store) {
    String kept =
        store
            .readOnce(session -> new KeyTable(session).find(NAME))
            .orElseGet(() -> store.write(session -> make(new KeyTable(session))));
    return new DeskKeys(HexFormat.of().parseHex(kept));
  }

  private static String make(KeyTable table) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    table.addIfMissing(NAME, HexFormat.of().formatHex(random));
    return table.find(NAME).orElseThrow();
  }

  /// 32 bytes for one purpose, from which no other can be told (HKDF's expand step, RFC 5869).
  byte[] forPurpose(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(new byte[] {1});
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
