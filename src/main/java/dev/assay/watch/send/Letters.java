package dev.assay.watch.send;

import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.watch.Item;
import dev.assay.watch.Message;
import dev.assay.watch.Parcel;
import dev.assay.watch.WatchSettings;
import dev.assay.watch.WatchSettings.MailServer;
import dev.assay.watch.WatchSettings.Security;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A message as a letter: text first, the same as HTML beside it, without pictures and without
/// anything that tells who reads it. It ends itself by one click where the desk can be reached (RFC
/// 2369, RFC 8058); its `Message-ID` stays the same however often it is sent. Safe for use by many
/// threads.
final class Letters {

  private static final String MILLIS = "20000";

  private final MailServer server;
  private final WatchSettings settings;
  private final Session session;

  Letters(MailServer server, WatchSettings settings) {
    this.server = server;
    this.settings = settings;
    this.session = Session.getInstance(properties(server), authenticator(server));
  }

  private static Properties properties(MailServer server) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
    properties.setProperty("mail.smtp.timeout", MILLIS);
    properties.setProperty("mail.smtp.writetimeout", MILLIS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (server.security() == Security.STARTTLS) {
      properties.setProperty("mail.smtp.starttls.enable", "true");
      properties.setProperty("mail.smtp.starttls.required", "true");
    }
    if (server.security() == Security.TLS) {
      properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }

  private static @Nullable Authenticator authenticator(MailServer server) {
    return server.user().isEmpty()
        ? null
        : new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(server.user(), server.password());
          }
        };
  }

  /// Sends a letter.
  ///
  /// @return empty if the server took it, else why not
  Optional<String> send(Parcel parcel) {
    try {
      Transport.send(letter(parcel));
      return Optional.empty();
    } catch (MessagingException e) {
      return Optional.of(
          "%s does not take it: %s"
              .formatted(server, String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip()));
    }
  }

  private MimeMessage letter(Parcel parcel) throws MessagingException {
    Message message = parcel.message();
    MimeMessage letter =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<%s@%s>".formatted(parcel.id(), host()));
          }
        };
    letter.setFrom(new InternetAddress(server.from()));
    letter.setRecipient(RecipientType.TO, new InternetAddress(parcel.channel().address()));
    letter.setSubject(message.title().replaceAll("\\s+", " "), StandardCharsets.UTF_8.name());
    letter.setSentDate(Date.from(parcel.madeAt()));
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("Content-Language", message.language());
    String rule = message.rule();
    if (rule != null) {
      letter.setHeader("List-Id", "<%s.%s>".formatted(rule, host()));
      letter.setHeader("References", "<%s@%s>".formatted(rule, host()));
    }
    String token = message.token();
    if (token != null) {
      addEnding(letter, token);
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(text(message), "plain"));
    both.addBodyPart(part(html(message), "html"));
    letter.setContent(both);
    return letter;
  }

  /// How a mail program ends it: by one click where the desk can be reached, by a letter where the
  /// desk takes letters.
  private void addEnding(MimeMessage letter, String token) throws MessagingException {
    String ways =
        Stream.concat(
                settings.isPublic()
                    ? Stream.of("<%s>".formatted(settings.link("/u/" + token)))
                    : Stream.of(),
                EndingLetters.address(settings, token).map("<mailto:%s>"::formatted).stream())
            .collect(Collectors.joining(", "));
    if (!ways.isEmpty()) {
      letter.setHeader("List-Unsubscribe", ways);
    }
    if (settings.isPublic()) {
      letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), kind);
    return part;
  }

  private String host() {
    return settings.address().getHost();
  }

  private String text(Message message) {
    String body = message.sections().isEmpty() ? message.title() + "\n\n" : "";
    return body + Markdown.plain(message, settings) + "\n\n-- \n" + foot(message) + "\n";
  }

  private String foot(Message message) {
    return Stream.of(
            message.why(),
            message.token() == null
                ? ""
                : message.end() + Markdown.colon(message) + settings.link("/u/" + message.token()))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String html(Message message) {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head><body style=\"font: 16px/1.6 Georgia, 'Songti SC', serif; max-width: 40em\"><h1 style=\"font-size: 1.25em\">%s</h1>"
                .formatted(message.language(), escaped(message.title()), escaped(message.title())));
    for (Message.Section section : message.sections()) {
      if (!section.heading().isEmpty()) {
        html.append("<h2 style=\"font-size: 1em; border-top: 2px solid\">")
            .append(escaped(section.heading()))
            .append("</h2>");
      }
      section.lines().forEach(line -> html.append(html(line)));
    }
    html.append(
        "<p><a href=\"%s\">%s</a></p>"
            .formatted(
                escaped(settings.link(message.path())),
                escaped(message.more().isEmpty() ? message.all() : message.more())));
    String token = message.token();
    html.append("<hr><p style=\"font-size: .8em\">").append(escaped(message.why()));
    if (token != null) {
      html.append(
          " <a href=\"%s\">%s</a>"
              .formatted(escaped(settings.link("/u/" + token)), escaped(message.end())));
    }
    return html.append("</p></body></html>").toString();
  }

  private String html(Message.Line line) {
    Item item = line.item();
    List<String> after =
        Stream.of(item.from(), item.said(), line.also())
            .filter(part -> !part.isEmpty())
            .map(Letters::escaped)
            .toList();
    String what = line.what().isEmpty() ? "" : "<small>" + escaped(line.what()) + "</small><br>";
    String quote =
        item.quote().isEmpty()
            ? ""
            : "<br><span style=\"color: #555\" lang=\"%s\">%s</span>"
                .formatted(
                    LanguageDetector.detect(item.quote(), Language.parse(item.language())).tag(),
                    escaped(item.quote()));
    return "<p>%s<a href=\"%s\" lang=\"%s\">%s</a>%s%s</p>"
        .formatted(
            what,
            escaped(settings.link(item.path())),
            escaped(item.language()),
            escaped(item.title()),
            after.isEmpty() ? "" : "<br>" + String.join(" · ", after),
            quote);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
