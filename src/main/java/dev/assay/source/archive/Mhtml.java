package dev.assay.source.archive;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import dev.assay.source.mail.MimePart;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A page that a browser saved in one file (RFC 2557): its text is the first part that is HTML.
public final class Mhtml {

  private Mhtml() {}

  /// What the bytes came to: the page, or the reason why there is none, for a person.
  ///
  /// @param page its address is null if the file does not say where it stood
  public record Reading(@Nullable Page page, String reason) {}

  /// A saved page.
  public record Page(
      @Nullable URI address, @Nullable Instant at, byte[] html, Map<String, String> headers) {
    public Page {
      headers = Map.copyOf(headers);
    }
  }

  public static Reading read(byte[] bytes) {
    try {
      MimePart whole = MimePart.parse(bytes);
      Optional<MimePart> root =
          whole.all().filter(part -> part.mediaType().equals(RawDocument.HTML)).findFirst();
      return root.isEmpty()
          ? new Reading(null, "The file holds no page: none of its parts is HTML.")
          : new Reading(page(whole, root.get()), "");
    } catch (IOException e) {
      return new Reading(null, "The file is no saved page (MHTML), or a damaged one.");
    }
  }

  private static Page page(MimePart whole, MimePart root) {
    URI address =
        Stream.of(
                whole.header("snapshot-content-location"),
                root.header("content-location"),
                whole.header("content-location"))
            .flatMap(text -> CanonicalAddress.of(text).stream())
            .findFirst()
            .orElse(null);
    String charset = root.charset().isEmpty() ? "" : "; charset=" + root.charset();
    return new Page(
        address,
        date(whole.header("date")),
        root.body(),
        Map.of("content-type", RawDocument.HTML + charset));
  }

  private static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
