package dev.assay.ingest.input;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.source.mail.Letter;
import dev.assay.source.mail.Mbox;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Turns mails into documents: the text, and each document that came with it. However a mail came,
/// it is known by its own id.
public final class MailInputs {

  private static final String SOURCE = "mail";

  /// A note above mails that are enclosed is no longer, in bytes, its markup included.
  private static final int LONGEST_COVER = 2_000;

  private final InstantSource clock;

  public MailInputs(InstantSource clock) {
    this.clock = clock;
  }

  /// The documents of one mail, its text first.
  ///
  /// @param place where it came from, for a mail that cannot be read
  public Stream<Given> message(Identity place, byte[] bytes) {
    return Unbroken.of(place, () -> read(place, bytes));
  }

  private Stream<Given> read(Identity place, byte[] bytes) {
    return switch (Letter.parse(bytes)) {
      case Letter.Reading.NotALetter(String reason) -> Stream.of(new Given.Refused(place, reason));
      case Letter.Reading.Read(Letter letter) -> documents(letter);
    };
  }

  /// A mail that does little more than bring others is no article beside them.
  private Stream<Given> documents(Letter letter) {
    Stream<Given> within = letter.enclosed().stream().flatMap(this::documents);
    boolean covers =
        !letter.enclosed().isEmpty()
            && (letter.text() == null || letter.text().bytes().length <= LONGEST_COVER);
    Stream<Given> own =
        Stream.concat(
            covers ? Stream.of() : text(letter),
            letter.documents().stream().map(one -> enclosed(letter, one)));
    return Stream.concat(own, within);
  }

  /// What the mail becomes known by.
  static Identity identity(Letter letter) {
    return new Identity.OfExternal(SOURCE, letter.id());
  }

  private Stream<Given> text(Letter letter) {
    Letter.Text text = letter.text();
    if (text == null) {
      return letter.documents().isEmpty()
          ? Stream.of(new Given.Refused(identity(letter), "The mail holds no text."))
          : Stream.of();
    }
    Map<String, String> headers = words(letter);
    headers.put(RawDocument.LETTER, letter.domain());
    headers.put(RawDocument.STATED_TITLE, letter.subject());
    headers.put(
        "content-type",
        text.charset().isEmpty()
            ? text.mediaType()
            : text.mediaType() + "; charset=" + text.charset());
    headers.values().removeIf(String::isEmpty);
    return Stream.of(
        new Given.Document(
            new RawDocument(
                identity(letter),
                letter.online(),
                text.mediaType(),
                text.bytes(),
                headers,
                clock.instant())));
  }

  private static Map<String, String> words(Letter letter) {
    Map<String, String> headers = new HashMap<>();
    headers.put(RawDocument.STATED_SOURCE, letter.outlet());
    Instant sent = letter.sentAt();
    headers.put(RawDocument.STATED_PUBLISHED, sent == null ? "" : sent.toString());
    return headers;
  }

  private Given enclosed(Letter letter, Letter.Enclosed document) {
    Map<String, String> headers = words(letter);
    headers.put(RawDocument.PART_OF, identity(letter).key().replace('\t', ' '));
    headers.values().removeIf(String::isEmpty);
    return new Given.Document(
        new RawDocument(
            new Identity.OfExternal(SOURCE, letter.id() + " " + document.name()),
            null,
            document.mediaType(),
            document.bytes(),
            headers,
            clock.instant()));
  }

  /// The documents of all mails of an mbox file. Close the stream after use.
  Stream<Given> mbox(Identity file, InputStream in) {
    Mbox mails = new Mbox(in);
    if (!mails.hasNext()) {
      mails.close();
      return Stream.of(new Given.Refused(file, "The file holds no mails (mbox)."));
    }
    return OneByOne.flat(mails, mail -> message(file, mail)).onClose(mails::close);
  }
}
