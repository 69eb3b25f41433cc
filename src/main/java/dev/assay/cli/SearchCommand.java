package dev.assay.cli;

import dev.assay.api.Shapes;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.AskedTime;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.ingest.Upkeep;
import dev.assay.search.Filters;
import dev.assay.search.Passage;
import dev.assay.search.Search;
import dev.assay.search.SearchHit;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import dev.assay.topic.ArticleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    description =
        "Print the articles that match a QUERY, with the passages that match and their paragraph numbers.")
final class SearchCommand implements Callable<Integer> {

  /// Hits of one query of a run, as retrieval measures want them.
  private static final int RUN_HITS = 1_000;

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "Any words, in Chinese or English.")
  private List<String> words = List.of();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Only these languages: zh, zh-Hans, zh-Hant, en ...")
  private List<String> languages = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Only these outlets.")
  private List<String> sources = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only these kinds: ${COMPLETION-CANDIDATES}.")
  private List<ArticleKind> kinds = List.of();

  @Option(
      names = "--tag",
      paramLabel = "ID",
      description = "Only articles that mention any of these, by id, such as element:Nd.")
  private List<String> tags = List.of();

  @Option(
      names = "--disputed",
      description = "Only articles with a figure that another source contradicts.")
  private boolean disputed;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Published at this day or minute of UTC or later: 2025-11-22T07:10.")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Published before the end of this day or minute of UTC.")
  private @Nullable String until;

  @Option(names = "--newest", description = "Newest first, instead of best first.")
  private boolean newest;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "keyword",
      description =
          "What hits are found by: keyword, or with the embedding add-on smart or semantic (default: ${DEFAULT-VALUE}).")
  private SearchRequest.Mode mode = SearchRequest.Mode.KEYWORD;

  @Option(names = "--copies", description = "Show copies as hits of their own.")
  private boolean copies;

  @Option(
      names = "--limit",
      defaultValue = "10",
      description = "Hits a page (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--page",
      paramLabel = "TOKEN",
      description = "The page after the one that printed this token.")
  private @Nullable String page;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Run the queries of a file, a line each: id, tab, query. Needs --run.")
  private @Nullable Path batch;

  @Option(
      names = "--run",
      description = "With --batch: print a TREC run, with the external ids of the articles.")
  private boolean run;

  SearchCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    try (Desk desk = opener.toRead(common.data())) {
      remarkIfBehind(desk.upkeep().indexState());
      return batch == null ? one(past.of(desk, output.words()).search()) : runAll(desk, batch);
    }
  }

  /// An index that lacks articles must not pass for one that has looked at all of them.
  private void remarkIfBehind(Upkeep.IndexState state) {
    if (!state.current() || state.indexed() < state.stored()) {
      output.error().println(output.words().say("search.behind", state.indexed(), state.stored()));
    }
  }

  private int one(Search search) {
    String query = String.join(" ", words);
    SearchPage found = search.find(request(query));
    if (common.json()) {
      output.json(Shapes.Found.of(query, found));
    } else {
      print(query, found);
    }
    return found.hits().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
  }

  private SearchRequest request(String query) {
    if (limit < 1 || limit > SearchRequest.MOST_HITS) {
      throw new Misused(output.words().say("usage.limit", SearchRequest.MOST_HITS, limit));
    }
    Filters filters =
        Filters.NONE
            .withLanguages(languages.stream().map(this::language).collect(Collectors.toSet()))
            .withSources(Set.copyOf(sources))
            .withKinds(Set.copyOf(kinds))
            .withTags(Set.copyOf(tags))
            .withFacts(disputed ? Set.of(Filters.DISPUTED) : Set.of())
            .between(
                from == null ? null : moment(from, false),
                until == null ? null : moment(until, true));
    return new SearchRequest(
        query,
        filters,
        newest ? SearchRequest.Sort.NEWEST : SearchRequest.Sort.RELEVANCE,
        copies ? SearchRequest.Copies.SHOWN : SearchRequest.Copies.FOLDED,
        page,
        limit,
        mode);
  }

  private Language language(String tag) {
    return Language.asked(tag)
        .orElseThrow(() -> new Misused(output.words().say("usage.language", tag)));
  }

  /// The first moment of a day or minute, or the one after its last.
  private Instant moment(String text, boolean end) {
    return (end ? AskedTime.end(text) : AskedTime.start(text))
        .orElseThrow(() -> new Misused(output.words().say("search.time", text)))
        .toInstant(ZoneOffset.UTC);
  }

  private void print(String query, SearchPage found) {
    remark(query, found.understood());
    if (found.hits().isEmpty()) {
      output.line(output.words().say("search.none", query));
      return;
    }
    output.line(
        output
            .words()
            .say(
                found.total().exact() ? "search.total" : "search.total.atleast",
                found.total().count()));
    for (SearchHit hit : found.hits()) {
      output.line("");
      output.line(hit.article().title());
      String also = hit.copies() > 1 ? " · " + output.words().say("copies", hit.copies() - 1) : "";
      output.line(Byline.of(ArticleLine.of(hit.article()), output.words()) + also);
      hit.passages().forEach(passage -> output.line("  " + passage(hit, passage)));
    }
    if (found.nextToken() != null) {
      output.line("");
      output.line(output.words().say("page.more", sameSearch() + " --page " + found.nextToken()));
    }
  }

  /// The command as given, but for the page.
  private String sameSearch() {
    StringBuilder command = new StringBuilder("assay");
    boolean ofPage = false;
    for (String argument : spec.commandLine().getParseResult().originalArgs()) {
      boolean isPage = argument.equals("--page");
      if (!ofPage && !isPage && !argument.startsWith("--page=")) {
        boolean plain = argument.matches("[-\\w./:=]+");
        command.append(' ').append(plain ? argument : quoted(argument));
      }
      ofPage = isPage;
    }
    return command.toString();
  }

  private static String quoted(String argument) {
    return "'" + argument.replace("'", "'\\''") + "'";
  }

  /// How the query was read, apart from the results.
  private void remark(String query, SearchPage.Understood understood) {
    understood.remarks().stream()
        .filter(remark -> remark != SearchPage.Remark.MENDED)
        .forEach(
            remark -> output.error().println(output.words().say("search.remark." + remark.key())));
    for (SearchPage.AlsoSearched also : understood.alsoSearched()) {
      String others = String.join(", ", also.others());
      output.error().println(output.words().say("search.also", also.term(), others));
    }
    if (understood.anyWord() != null) {
      String asked = quoted(understood.anyWord());
      output.error().println(output.words().say("search.any-word", asked));
    }
    if (understood.credit() != null) {
      output.error().println(understood.credit());
    }
    if (understood.didYouMean() != null) {
      output
          .error()
          .println(
              understood.isMended()
                  ? output.words().say("search.mended", query, understood.didYouMean())
                  : output.words().say("search.mean", understood.didYouMean()));
    }
  }

  /// The passage with its words of the query between asterisks.
  private static String passage(SearchHit hit, Passage passage) {
    String text = hit.article().paragraph(passage.paragraph()).text();
    StringBuilder marked = new StringBuilder();
    int at = passage.span().start();
    for (Span word : passage.highlights()) {
      marked.append(text, at, word.start()).append('*').append(word.in(text)).append('*');
      at = word.end();
    }
    marked
        .append(text, at, passage.span().end())
        .append(" [")
        .append(passage.paragraph())
        .append(']');
    return marked.toString().replace('\n', ' ');
  }

  private int runAll(Desk desk, Path file) throws IOException {
    if (!run) {
      output.error().println(output.words().say("search.run"));
      return ExitCode.USAGE;
    }
    try (Stream<String> lines = Files.lines(file)) {
      lines.filter(line -> line.contains("\t")).forEach(line -> run(desk, line.split("\t", 2)));
    }
    return ExitCode.DONE;
  }

  private void run(Desk desk, String[] query) {
    List<Search.Ranked> ranked = desk.search().rank(query[1], mode, RUN_HITS);
    Map<ArticleId, String> names =
        desk.upkeep().externalIds(ranked.stream().map(Search.Ranked::id).toList());
    for (int i = 0; i < ranked.size(); i++) {
      ArticleId id = ranked.get(i).id();
      output.line(
          "%s Q0 %s %d %s assay"
              .formatted(
                  query[0], names.getOrDefault(id, id.toString()), i + 1, ranked.get(i).score()));
    }
  }
}
