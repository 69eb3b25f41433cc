package dev.assay.watch.send;

import dev.assay.article.Language;
import dev.assay.watch.Item;
import dev.assay.watch.Message;
import dev.assay.watch.WatchSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A message as text for people: plain, or with the Markdown that chat programs read. What comes
/// from documents cannot make links or headings of its own.
final class Markdown {

  private static final int MOST_QUOTE = 160;

  private Markdown() {}

  /// Plain text, a thing to a few lines.
  static String plain(Message message, WatchSettings settings) {
    List<String> text = new ArrayList<>();
    for (Message.Section section : message.sections()) {
      if (!section.heading().isEmpty()) {
        text.add(section.heading());
      }
      section.lines().forEach(line -> text.add(plain(line, settings)));
    }
    text.add(end(message, settings));
    return text.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
  }

  private static String plain(Message.Line line, WatchSettings settings) {
    Item item = line.item();
    List<String> parts = new ArrayList<>();
    parts.add(head(line.what(), item.title(), item.from()));
    parts.add(item.said());
    parts.add(item.quote());
    parts.add(line.also());
    parts.add(settings.link(item.path()));
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String head(String what, String title, String outlet) {
    String head = what.isEmpty() ? title : what + ": " + title;
    return outlet.isEmpty() ? head : head + " – " + outlet;
  }

  private static String end(Message message, WatchSettings settings) {
    return (message.more().isEmpty() ? message.all() : message.more())
        + colon(message)
        + settings.link(message.path());
  }

  /// As the language of the message writes it.
  static String colon(Message message) {
    return Language.parse(message.language()).isChinese() ? "：" : ": ";
  }

  /// Markdown of no more than so many bytes in UTF-8: things that have no room are left out, with
  /// the link to all of them.
  static String marked(Message message, WatchSettings settings, int most) {
    String end =
        "[%s](%s)"
            .formatted(
                message.more().isEmpty() ? escaped(message.title()) : escaped(message.more()),
                settings.link(message.path()));
    StringBuilder text = new StringBuilder();
    for (Message.Section section : message.sections()) {
      String heading = section.heading().isEmpty() ? "" : "**" + section.heading() + "**\n\n";
      for (Message.Line line : section.lines()) {
        String next = heading + marked(line, settings) + "\n\n";
        if (bytes(text) + bytes(next) + bytes(end) > most) {
          return text.append(end).toString();
        }
        text.append(next);
        heading = "";
      }
    }
    return text.append(end).toString();
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String marked(Message.Line line, WatchSettings settings) {
    Item item = line.item();
    List<String> parts = new ArrayList<>();
    String what = line.what().isEmpty() ? "" : line.what() + ": ";
    String outlet = item.from().isEmpty() ? "" : " – " + escaped(item.from());
    parts.add(
        "%s[%s](%s)%s".formatted(what, escaped(item.title()), settings.link(item.path()), outlet));
    parts.add(escaped(item.said()));
    parts.add(item.quote().isEmpty() ? "" : "> " + escaped(cut(item.quote())));
    parts.add(escaped(line.also()));
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String cut(String quote) {
    return quote.codePointCount(0, quote.length()) <= MOST_QUOTE
        ? quote
        : quote.substring(0, quote.offsetByCodePoints(0, MOST_QUOTE)) + "…";
  }

  /// Marks of Markdown and of HTML as the characters that they are; chat programs know no escapes
  /// that all of them take, so those that make links and pictures become their wide twins.
  private static String escaped(String text) {
    return text.replaceAll("\\s+", " ")
        .replace('[', '［')
        .replace(']', '］')
        .replace('<', '＜')
        .replace('>', '＞')
        .replace("`", "'")
        .replace("*", "＊")
        .replace("@", "＠");
  }
}
