package dev.assay.mcp;

import dev.assay.article.AskedTime;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an assistant sent with a call.
///
/// @param whose for whom the assistant asks
record Arguments(Map<String, Object> values, ReaderId whose) {

  /// A mistake of the assistant, in words that tell how to do better.
  static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mistake(String message) {
      super(message);
    }
  }

  private static final int MOST_LETTERS = 1_000;

  /// A text, blank if it was not given.
  String text(String name) {
    String text = values.get(name) instanceof String given ? given.strip() : "";
    if (text.length() > MOST_LETTERS) {
      throw new Mistake("%s must have %d characters at most.".formatted(name, MOST_LETTERS));
    }
    return text;
  }

  /// A text that must be there.
  String must(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw new Mistake("Say %s.".formatted(name));
    }
    return text;
  }

  /// A long text that must be there.
  String passage(String name) {
    return values.get(name) instanceof String given && !given.isBlank() ? given : must(name);
  }

  int number(String name, int usual, int least, int most) {
    int number = values.get(name) instanceof Number given ? given.intValue() : usual;
    if (number < least || number > most) {
      throw new Mistake("%s must be %d to %d, got %d.".formatted(name, least, most, number));
    }
    return number;
  }

  @Nullable String orNull(String name) {
    return text(name).isEmpty() ? null : text(name);
  }

  Set<Language> languages() {
    String tag = text("language");
    return tag.isEmpty()
        ? Set.of()
        : Set.of(
            Language.asked(tag)
                .orElseThrow(
                    () ->
                        new Mistake(
                            "language must be a tag such as zh, zh-Hant or en, got %s."
                                .formatted(tag))));
  }

  Set<String> set(String name) {
    return text(name).isEmpty() ? Set.of() : Set.of(text(name));
  }

  @Nullable LocalDateTime time(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    return AskedTime.start(text)
        .orElseThrow(() -> new Mistake("%s must be a day such as 2025-11-22.".formatted(name)));
  }

  /// A day or a moment as of which an answer is wanted; empty for today.
  Optional<Instant> moment(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        AskedTime.moment(text)
            .orElseThrow(
                () ->
                    new Mistake(
                        "%s must be a day such as 2025-11-22, or 2025-11-22T07:10Z."
                            .formatted(name))));
  }

  /// The language that the assistant's user reads.
  Language reader() {
    return text("reader").isEmpty() ? Language.EN : Language.parse(text("reader"));
  }
}
