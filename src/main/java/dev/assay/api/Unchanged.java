package dev.assay.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Marks what programs are answered (`ETag`, RFC 9110 section 8.8.3), and answers 304 to who has
/// it. The mark is of the answer itself, so that it holds whatever changed or did not.
public final class Unchanged {

  private static final int MARK_BYTES = 16;
  private static final String MARKED_BY = "assay.marked-by";

  private Unchanged() {}

  /// Adds itself to a server that is being configured, for the answers at `path`.
  public static void register(JavalinConfig config, String path) {
    config.routes.after(path, Unchanged::mark);
  }

  /// Marks an answer by something else than its bytes: of one that says when it was made, what it
  /// says besides.
  public static void markBy(Context context, byte[] what) {
    context.attribute(MARKED_BY, what);
  }

  private static void mark(Context context) {
    InputStream result = context.resultInputStream();
    if (!context.method().equals(HandlerType.GET)
        || context.statusCode() != HttpStatus.OK.getCode()
        || result == null) {
      return;
    }
    byte[] answer = bytes(result);
    byte[] by = context.attribute(MARKED_BY);
    String mark = mark(by == null ? answer : by);
    context.header(Header.ETAG, mark);
    if (context.res().getHeader(Header.CACHE_CONTROL) == null) {
      context.header(Header.CACHE_CONTROL, "private, no-cache");
    }
    if (has(context, mark)) {
      context.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
    } else {
      context.result(answer);
    }
  }

  private static byte[] bytes(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from memory
    }
  }

  private static String mark(byte[] answer) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer);
      return '"'
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Arrays.copyOf(digest, MARK_BYTES))
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Whether the client says that it has an answer of this mark; a proxy may have made the mark
  /// weak.
  private static boolean has(Context context, String mark) {
    return Optional.ofNullable(context.header(Header.IF_NONE_MATCH)).stream()
        .flatMap(marks -> Arrays.stream(marks.split(",")))
        .map(String::strip)
        .anyMatch(one -> one.equals(mark) || one.equals("W/" + mark) || one.equals("*"));
  }
}
