package dev.assay.source.mail;

import crawlercommons.domains.EffectiveTldFinder;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import dev.assay.clean.date.DateText;
import dev.assay.clean.date.Zones;
import dev.assay.clean.text.TextDecoder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A mail as a reader of news knows it.
///
/// @param id its Message-ID, or else made of its sender, subject and text
/// @param outlet who publishes it: the name of the mailing list, of the sender, or their domain
/// @param domain of the mailing list, or of the sender
/// @param subject empty if it has none
/// @param sentAt null if nobody says
/// @param online address at which its outlet shows it in a browser
/// @param text the best form of its text; null if it has none
/// @param documents that came with it: PDF and Word
/// @param enclosed mails that came with it whole
public record Letter(
    String id,
    String outlet,
    String domain,
    String subject,
    @Nullable Instant sentAt,
    @Nullable URI online,
    @Nullable Text text,
    List<Enclosed> documents,
    List<Letter> enclosed) {

  /// Mails are refused above this.
  public static final int MOST_BYTES = 25_000_000;

  /// A mail that was passed on more often is read as it stands.
  private static final int MOST_HANDS = 5;

  /// A clock that is wrong by more is not believed.
  private static final Duration WRONG = Duration.ofDays(2);

  /// The first address that has a domain: `"Foo, Inc." <news@foo.example>` is often written without
  /// its quotes and then reads as two.
  private static final Pattern ADDRESS =
      Pattern.compile("([^\\s<>\"(),;:]{1,256})@([\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)+)");

  private static final Pattern LIST_ID = Pattern.compile("^\"?([^<\"]*)\"?\\s*<([^<>\\s]+)>");

  private static final Pattern ONLINE =
      Pattern.compile(
          "(?i)(?:view|read|open|see).{0,30}(?:online|browser|web)|web version|浏览器|在线阅读|网页版|線上閱讀|瀏覽器|網頁版");

  public Letter {
    documents = List.copyOf(documents);
    enclosed = List.copyOf(enclosed);
  }

  /// The text of a mail.
  ///
  /// @param charset that it says; may be empty
  public record Text(String mediaType, String charset, byte[] bytes) {}

  /// A document that came with a mail.
  public record Enclosed(String name, String mediaType, byte[] bytes) {}

  /// What bytes of a supposed mail came to.
  public sealed interface Reading {
    record Read(Letter letter) implements Reading {}

    record NotALetter(String reason) implements Reading {}
  }

  /// Reads the bytes of a message.
  public static Reading parse(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Reading.NotALetter("The mail is larger than %,d bytes.".formatted(MOST_BYTES));
    }
    try {
      return parse(MimePart.parse(bytes));
    } catch (IOException | RuntimeException e) { // whatever its sender made of it
      return new Reading.NotALetter("The file is no mail, or a damaged one.");
    }
  }

  private static Reading parse(MimePart mail) {
    Optional<Sender> sender =
        Stream.of("from", "sender", "reply-to")
            .map(mail::header)
            .flatMap(from -> Sender.of(from).stream())
            .findFirst();
    if (sender.isEmpty()) {
      return new Reading.NotALetter("The mail does not say who sent it, so it has no source.");
    }
    Matcher list = LIST_ID.matcher(mail.header("list-id"));
    boolean isList = list.find();
    String domain = (isList ? list.group(2) : sender.get().domain()).toLowerCase(Locale.ROOT);
    String outlet = isList ? list.group(1).strip() : "";
    Text text = text(mail);
    String subject = mail.header("subject");
    Letter letter =
        new Letter(
            id(mail, domain, subject, text),
            outlet.isEmpty() ? sender.get().shown() : outlet,
            domain,
            subject,
            sentAt(mail),
            text == null ? null : online(text, sender.get().domain(), domain),
            text,
            documents(mail),
            enclosed(mail));
    return new Reading.Read(letter.unwrapped(mail));
  }

  /// Mails within this one, but for those that come back since they could not be delivered.
  private static List<Letter> enclosed(MimePart mail) {
    return mail.mediaType().equals("multipart/report")
        ? List.of()
        : mail.own()
            .filter(MimePart::isMessage)
            .flatMap(part -> part.parts().stream())
            .flatMap(
                part ->
                    parse(part) instanceof Reading.Read(Letter within)
                        ? Stream.of(within)
                        : Stream.of())
            .toList();
  }

  /// What somebody passed on is told as its first sender told it.
  private Letter unwrapped(MimePart mail) {
    Letter letter = this;
    for (int i = 0; i < MOST_HANDS && letter.text != null; i++) {
      Optional<PassedOn> passed = PassedOn.of(letter.text, letter.subject);
      if (passed.isEmpty()) {
        break;
      }
      letter = letter.of(passed.get(), zone(mail));
    }
    return letter.text == null ? letter : letter.of(PassedOn.withoutAnswered(letter.text));
  }

  private Letter of(Text other) {
    return other.equals(text)
        ? this
        : new Letter(id, outlet, domain, subject, sentAt, online, other, documents, enclosed);
  }

  private Letter of(PassedOn passed, ZoneOffset zone) {
    Optional<Sender> sender = Sender.of(passed.from());
    String by = sender.map(Sender::domain).orElse(domain);
    Instant sent = sent(passed.sent(), zone);
    return new Letter(
        id,
        sender.map(Sender::shown).orElseGet(() -> name(passed.from())),
        by,
        PassedOn.withoutPrefix(passed.subject().isEmpty() ? subject : passed.subject()),
        sent == null ? sentAt : sent,
        online(passed.text(), by, by),
        passed.text(),
        documents,
        enclosed);
  }

  /// Times above what was passed on are those of its sender's or its reader's clock, and say
  /// neither.
  private static @Nullable Instant sent(String text, ZoneOffset zone) {
    return date(text)
        .map(ZonedDateTime::toInstant)
        .or(
            () ->
                DateText.first(text, false, LocalDateTime.ofInstant(Instant.EPOCH, zone))
                    .map(
                        found ->
                            found
                                .time()
                                .toInstant(
                                    found.zone() == null
                                        ? zone
                                        : Zones.written(found.zone(), found.time()))))
        .orElse(null);
  }

  private static ZoneOffset zone(MimePart mail) {
    return date(mail.header("date")).map(ZonedDateTime::getOffset).orElse(ZoneOffset.UTC);
  }

  /// Who sent a mail.
  ///
  /// @param name empty if only an address is told
  private record Sender(String name, String domain) {
    static Optional<Sender> of(String from) {
      Matcher sender = ADDRESS.matcher(from);
      return sender.find()
          ? Optional.of(
              new Sender(
                  Letter.name(from.substring(0, sender.start())),
                  sender.group(2).toLowerCase(Locale.ROOT)))
          : Optional.empty();
    }

    String shown() {
      return name.isEmpty() ? domain : name;
    }
  }

  /// What stands before an address: a name, perhaps in quotes.
  private static String name(String before) {
    return before.replaceAll("[<\"“”;]|\\[mailto:|\\[$", "").strip();
  }

  private static String id(MimePart mail, String domain, String subject, @Nullable Text text) {
    String id = mail.header("message-id").replaceAll("[<>\\s]", "");
    if (!id.isEmpty()) {
      return id;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((domain + "\n" + subject + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(text == null ? new byte[0] : text.bytes());
      return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// What its sender says, unless those who brought it saw it at quite another time.
  private static @Nullable Instant sentAt(MimePart mail) {
    Instant said = date(mail.header("date")).map(ZonedDateTime::toInstant).orElse(null);
    String received = mail.header("received");
    Instant seen =
        date(received.substring(received.lastIndexOf(';') + 1))
            .map(ZonedDateTime::toInstant)
            .orElse(null);
    if (said == null || seen == null) {
      return said == null ? seen : said;
    }
    return Duration.between(said, seen).abs().compareTo(WRONG) > 0 ? seen : said;
  }

  private static Optional<ZonedDateTime> date(String text) {
    String plain =
        text.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ").replace("UTC", "GMT").strip();
    try {
      return Optional.of(ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The longest HTML, else the longest plain text. What is attached is none.
  private static @Nullable Text text(MimePart mail) {
    for (String type : List.of("text/html", "text/plain")) {
      Optional<MimePart> best =
          mail.own()
              .filter(part -> part.mediaType().equals(type) && !part.attached())
              .filter(part -> part.body().length > 0)
              .max(Comparator.comparingInt(part -> part.body().length));
      if (best.isPresent()) {
        return FlowedText.joined(
            new Text(type, best.get().charset(), scrubbed(best.get())),
            best.get().header("content-type"));
      }
    }
    return null;
  }

  /// Without the zero bytes that some programs leave in a text.
  private static byte[] scrubbed(MimePart part) {
    byte[] bytes = part.body();
    if (part.charset().toLowerCase(Locale.ROOT).startsWith("utf-16")) {
      return bytes;
    }
    byte[] clean = new byte[bytes.length];
    int length = 0;
    for (byte b : bytes) {
      if (b != 0) {
        clean[length++] = b;
      }
    }
    return length == bytes.length ? bytes : Arrays.copyOf(clean, length);
  }

  /// Where the outlet itself shows the mail: a link that says so and stays with the sender.
  private static @Nullable URI online(Text text, String senderDomain, String listDomain) {
    if (!text.mediaType().equals("text/html")) {
      return null;
    }
    String page =
        TextDecoder.decode(text.bytes(), text.mediaType() + "; charset=" + text.charset()).text();
    for (Element link : Jsoup.parse(page).select("a[href]")) {
      if (link.text().length() < 80 && ONLINE.matcher(link.text()).find()) {
        Optional<URI> address = CanonicalAddress.of(link.attr("href")).flatMap(LastingAddress::of);
        if (address.isPresent() && isOf(address.get(), senderDomain, listDomain)) {
          return address.get();
        }
      }
    }
    return null;
  }

  private static boolean isOf(URI address, String... domains) {
    return Arrays.stream(domains)
        .anyMatch(domain -> registered(domain).equals(registered(address.getHost())));
  }

  private static String registered(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String assigned = EffectiveTldFinder.getAssignedDomain(lower, true, false);
    return assigned == null ? lower.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "") : assigned;
  }

  private static List<Enclosed> documents(MimePart mail) {
    List<Enclosed> documents = new ArrayList<>();
    Map<String, Integer> named = new HashMap<>();
    mail.own()
        .filter(part -> part.body().length > 0)
        .forEach(
            part ->
                mediaType(part)
                    .ifPresent(
                        type ->
                            documents.add(
                                new Enclosed(
                                    distinct(name(part, type), named), type, part.body()))));
    return documents;
  }

  /// A document is known by its name: the second `report.pdf` of a mail is `report (2).pdf`.
  ///
  /// @param named how often each name was given
  private static String distinct(String name, Map<String, Integer> named) {
    int times = named.merge(name, 1, Integer::sum);
    if (times == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    return distinct(
        "%s (%d)%s".formatted(name.substring(0, dot), times, name.substring(dot)), named);
  }

  private static String name(MimePart part, String type) {
    return part.fileName().isEmpty()
        ? type.equals(RawDocument.PDF) ? "document.pdf" : "document.docx"
        : part.fileName();
  }

  private static Optional<String> mediaType(MimePart part) {
    String name = part.fileName().toLowerCase(Locale.ROOT);
    if (part.mediaType().equals(RawDocument.PDF) || name.endsWith(".pdf")) {
      return Optional.of(RawDocument.PDF);
    }
    return part.mediaType().equals(RawDocument.DOCX) || name.endsWith(".docx")
        ? Optional.of(RawDocument.DOCX)
        : Optional.empty();
  }
}
