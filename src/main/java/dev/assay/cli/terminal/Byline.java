package dev.assay.cli.terminal;

import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.topic.ArticleLine;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When and where an article was published, on a line of plain text.
public final class Byline {

  private Byline() {}

  /// Time to the minute with its zone, source, id.
  public static String of(ArticleLine line, Output.Words words) {
    return Stream.of(time(line.publishedAt(), words), line.source(), line.id().toString())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  static String time(@Nullable PublicationTime time, Output.Words words) {
    if (time == null) {
      return words.say("time.unknown");
    }
    String written =
        switch (time.precision()) {
          case MONTH, DAY -> time.iso();
          case MINUTE, SECOND -> "%tF %<tR %s".formatted(time.local(), time.zone());
        };
    return time.certainty() == Certainty.GUESSED
        ? written + " " + words.say("time.guessed")
        : written;
  }
}
