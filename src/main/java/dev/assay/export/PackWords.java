package dev.assay.export;

import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.PhraseTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in Chinese or English what a pack says by itself. The words stand in
/// `lexicon/export-says.tsv`. Immutable; safe for use by many threads.
final class PackWords {

  private final Language language;
  private final PhraseTable phrases;

  PackWords(Lexicon lexicon, Language language) {
    this.language = language;
    this.phrases = PhraseTable.of(lexicon.table("export-says.tsv"), language);
  }

  Language language() {
    return language;
  }

  String say(String key, Object... values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = String.valueOf(values[i]);
    }
    return phrases.say(key, texts);
  }

  /// `1 article`, `12 articles`.
  String count(String key, long count) {
    return say(count == 1 ? key + ".one" : key, count);
  }

  static String minute(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z");
  }

  private String published(@Nullable PublicationTime time) {
    return time == null ? say("undated") : time.iso();
  }

  /// Where an article is from: outlet and time.
  String origin(PackSource source) {
    String time = published(source.article().publishedAt());
    return source.outlet().isEmpty() ? time : source.outlet() + say("comma") + time;
  }

  /// Where a quote stands: outlet, time, title, address, article and paragraph.
  List<String> place(Quote quote) {
    PackSource source = quote.source();
    List<String> parts = new ArrayList<>();
    if (!source.outlet().isEmpty()) {
      parts.add(source.outlet());
    }
    parts.add(published(source.article().publishedAt()));
    parts.add(source.article().title());
    parts.add(
        quote.paragraph() == 0
            ? say("place.title", source.id())
            : say("place", source.id(), quote.paragraph()));
    return parts;
  }
}
