package dev.assay.cli.tool;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.event.EventClusters;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `assay events`: which articles of a batch tell of one event.
@Command(
    name = "events",
    description = "Tells which articles are on one event, each in its own words.")
public final class EventsCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final class Kind {
    @Option(
        names = "--batch",
        description =
            "Read JSON Lines {\"id\",\"title\"?,\"text\",\"published\"?} from standard input; write {\"id\",\"event\"} a line.")
    private boolean batch;

    @Option(
        names = "--pairs",
        description =
            "Read JSON Lines {\"id\",\"text1\",\"text2\"}; write {\"id\",\"score\"} a line, 1 for the same.")
    @SuppressWarnings("UnusedVariable") // said by leaving out the other
    private boolean pairs;
  }

  @ArgGroup(multiplicity = "1")
  private Kind kind = new Kind();

  private final Lexicon lexicon;
  private final InputStream in;
  private final OutputStream out;

  public EventsCommand(Lexicon lexicon, InputStream in, OutputStream out) {
    this.lexicon = lexicon;
    this.in = in;
    this.out = out;
  }

  private EventClusters clusters() {
    return new EventClusters(lexicon, new TagMatcher(Names.load(lexicon)));
  }

  @Override
  public Integer call() throws IOException {
    PrintStream lines =
        new PrintStream(new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.UTF_8);
    if (kind.batch) {
      batch(lines);
    } else {
      pairs(lines);
    }
    lines.flush();
    return 0;
  }

  private void batch(PrintStream lines) throws IOException {
    EventClusters events = clusters();
    List<String> ids =
        read(
            lines,
            read ->
                events.add(
                    read.text("title") + "\n" + read.text("text"),
                    BatchTime.parse(read.text("published")).orElse(null)));
    int[] clusters = events.clusters();
    for (int i = 0; i < clusters.length; i++) {
      print(
          lines, JSON.createObjectNode().put("id", ids.get(i)).put("event", ids.get(clusters[i])));
    }
  }

  private void pairs(PrintStream lines) throws IOException {
    EventClusters events = clusters();
    List<String> ids =
        read(
            lines,
            read -> {
              events.add(read.text("text1"), null);
              events.add(read.text("text2"), null);
            });
    for (int i = 0; i < ids.size(); i++) {
      double score = events.similarity(2 * i, 2 * i + 1);
      print(lines, JSON.createObjectNode().put("id", ids.get(i)).put("score", score));
    }
  }

  /// Gives each line to `each`, answers those that cannot be read, and returns the ids of the rest.
  private List<String> read(PrintStream lines, Consumer<JsonLines.Line.Read> each)
      throws IOException {
    List<String> ids = new ArrayList<>();
    JsonLines input = new JsonLines(in);
    for (var line = input.next(); line.isPresent(); line = input.next()) {
      switch (line.get()) {
        case JsonLines.Line.Read read -> {
          ids.add(read.id());
          each.accept(read);
        }
        case JsonLines.Line.Refused(String id, String reason) ->
            print(lines, JSON.createObjectNode().put("id", id).put("error", reason));
      }
    }
    return ids;
  }

  private static void print(PrintStream lines, ObjectNode answer) {
    lines.println(JSON.writeValueAsString(answer));
  }
}
