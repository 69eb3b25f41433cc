package dev.assay.cli.desk;

import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.desk.ReadingScope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say which articles a list or a change is about: all without any.
final class ScopeOptions {

  @Option(names = "--topic", paramLabel = "NAME", description = "Only the articles of this topic.")
  private @Nullable String topic;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Only the articles of this outlet.")
  private @Nullable String source;

  /// @param words for what is wrong with them
  ReadingScope of(Desk desk, Output.Words words) {
    if (topic != null && source != null) {
      throw new Misused(words.say("scope.one"));
    }
    if (source != null) {
      return new ReadingScope.From(source);
    }
    return topic == null ? new ReadingScope.Everything() : desk.topics().scope(topic);
  }
}
