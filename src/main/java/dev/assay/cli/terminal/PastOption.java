package dev.assay.cli.terminal;

import dev.assay.article.AskedTime;
import dev.assay.topic.time.Past;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that asks for a desk as it was known on a day.
public final class PastOption {

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "As the desk knew it by the end of this day or minute of UTC, or at this moment: 2025-11-22T07:10:00Z.")
  private @Nullable String asOf;

  /// The features as of the moment that was named, or those of today.
  public Past.At of(Desk desk, Output.Words words) {
    return desk.past().at(moment(words));
  }

  /// The moment that was named, if one was.
  public Optional<Instant> moment(Output.Words words) {
    return Optional.ofNullable(asOf)
        .map(
            text ->
                AskedTime.moment(text)
                    .orElseThrow(() -> new Misused(words.say("past.no-moment", text))));
  }
}
