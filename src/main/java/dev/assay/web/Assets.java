package dev.assay.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The style sheet, the scripts and the icon: few, small, and read once.
///
/// Each address holds a hash of the file's bytes, so that browsers may keep it for ever. Each file
/// is packed once, as tightly as gzip can, and not for each browser or page that asks.
public final class Assets {

  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /// One file as it is sent.
  ///
  /// @param packed the same by gzip
  public record Asset(String path, String mediaType, byte[] bytes, byte[] packed) {

    /// Whether a request takes it packed, by its `Accept-Encoding` (RFC 9110 section 12.5.3).
    public static boolean isTakenPacked(@Nullable String acceptEncoding) {
      return acceptEncoding != null && GZIP.matcher(acceptEncoding).find();
    }
  }

  /// gzip, or anything, that is not given the weight 0.
  private static final Pattern GZIP =
      Pattern.compile(
          "(?i)(?:^|,)\\s*(?:gzip|\\*)\\s*(?:$|,|;(?!\\s*q\\s*=\\s*0(?:\\.0*)?\\s*(?:$|,)))");

  private static final Assets SHIPPED = new Assets();

  private final Map<String, Asset> byPath = new LinkedHashMap<>();
  private final String style;
  private final String deskStyle;
  private final String ledgerStyle;
  private final String htmx;
  private final String script;
  private final String passkeyScript;
  private final String icon;

  private Assets() {
    style = add("/web/style.css", "style", "css", "text/css; charset=utf-8");
    deskStyle = add("/web/desk.css", "desk", "css", "text/css; charset=utf-8");
    ledgerStyle = add("/web/ledger.css", "ledger", "css", "text/css; charset=utf-8");
    htmx = add(HTMX, "htmx", "js", SCRIPT);
    script = add("/web/assay.js", "assay", "js", SCRIPT);
    passkeyScript = add("/web/passkey.js", "passkey", "js", SCRIPT);
    icon = add("/web/icon.svg", "icon", "svg", "image/svg+xml");
  }

  /// Those of the program.
  public static Assets shipped() {
    return SHIPPED;
  }

  private String add(String resource, String name, String ending, String mediaType) {
    byte[] bytes = read(resource);
    String path = "/assets/%s.%s.%s".formatted(name, hash(bytes), ending);
    byPath.put(path, new Asset(path, mediaType, bytes, packed(bytes)));
    return path;
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " could not be read", e);
    }
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public String style() {
    return style;
  }

  /// How a topic's cards look, and what the reader has read.
  public String deskStyle() {
    return deskStyle;
  }

  /// What the ledger's pages need besides.
  public String ledgerStyle() {
    return ledgerStyle;
  }

  public String htmx() {
    return htmx;
  }

  public String script() {
    return script;
  }

  /// What the sign-in and the account's page need besides.
  public String passkeyScript() {
    return passkeyScript;
  }

  public String icon() {
    return icon;
  }

  public Optional<Asset> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
