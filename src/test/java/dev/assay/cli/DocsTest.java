package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Doors;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Finding;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Holds the documents to the program.
final class DocsTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));

  /// Letters by which two lines of the changelog are the same.
  private static final int OPENING = 50;

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  @Test
  void everyCommandHasASectionAndEverySectionACommand() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/commands.md"));
    TreeSet<String> sections = new TreeSet<>();
    Matcher heading = Pattern.compile("^## (\\S+)$", Pattern.MULTILINE).matcher(text);
    while (heading.find()) {
      sections.add(heading.group(1));
    }

    assertThat(sections).isEqualTo(new TreeSet<>(tree().getSubcommands().keySet()));
  }

  @Test
  void everyOptionIsDescribed() {
    for (CommandLine command : tree().getSubcommands().values()) {
      command
          .getCommandSpec()
          .options()
          .forEach(
              option ->
                  assertThat(option.description())
                      .as(command.getCommandName() + " " + option.longestName())
                      .isNotEmpty());
    }
  }

  @Test
  void everyTextOfTheHelpHasItsChinese() {
    List<String> english = new ArrayList<>();
    for (CommandLine command : with(tree(Locale.CHINESE))) {
      String name = command.getCommandSpec().qualifiedName();
      english.add(name + ": " + description(command));
      for (CommandLine.Model.ArgSpec argument : command.getCommandSpec().args()) {
        english.add(name + " " + shown(argument));
      }
      assertThat(command.getUsageMessage()).as(name).startsWith("用法：" + name);
    }
    english.removeIf(text -> Pattern.compile("\\p{IsHan}").matcher(text).find());
    assertThat(english).as("texts of the help without Chinese").isEmpty();
  }

  private static List<CommandLine> with(CommandLine tree) {
    return Stream.concat(Stream.of(tree), tree.getSubcommands().values().stream()).toList();
  }

  private static String description(CommandLine command) {
    return String.join(" ", command.getCommandSpec().usageMessage().description());
  }

  private static String shown(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName() + ": " + String.join(" ", option.description())
        : argument.paramLabel() + ": " + String.join(" ", argument.description());
  }

  @Test
  void everyCommandStandsInOneGroupOfTheHelp() {
    assertThat(Help.GROUPS.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(tree().getSubcommands().keySet());
  }

  @Test
  void theListOfCommandsCutsNoSentence() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      for (CommandLine command : tree(language).getSubcommands().values()) {
        assertThat(Help.firstSentence(description(command))).matches("(?s).*[.。]");
      }
    }
  }

  /// What scripts fetch for a part of a page, and files, are no pages.
  @Test
  void everyPageHasItsAddressInTheDocuments() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/pages.md"));
    Pattern route = Pattern.compile("routes\\.get\\(\\s*\"(/[^\"]*)\"");
    try (Stream<Path> sources = Files.walk(ROOT.resolve("src/main/java/dev/assay/web"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Matcher page = route.matcher(Files.readString(source));
        while (page.find()) {
          String address =
              page.group(1)
                  .replace("{name}", "NAME")
                  .replace("{id}", "ID")
                  .replace("{number}", "3");
          if (!address.equals("/names/complete") && !address.startsWith("/assets/")) {
            assertThat(text).containsPattern("`" + Pattern.quote(address) + "[?`]");
          }
        }
      }
    }
  }

  @Test
  void chineseAndEnglishHaveTheSameWords() throws IOException {
    assertThat(words("words_zh.properties").keySet()).isEqualTo(words("words.properties").keySet());
  }

  @Test
  void noLinkLeadsNowhere() throws IOException {
    for (Path file : documents(ROOT)) {
      Matcher link = LINK.matcher(Files.readString(file));
      while (link.find()) {
        Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
        assertThat(target).as("link in " + ROOT.relativize(file)).exists();
        if (link.group(2) != null && target.toString().endsWith(".md")) {
          assertThat(anchors(target))
              .as("link in " + ROOT.relativize(file))
              .contains(link.group(2));
        }
      }
    }
  }

  /// What a heading is reached by: small letters, a hyphen for a space, no other marks.
  private static Set<String> anchors(Path file) throws IOException {
    return HEADING
        .matcher(Files.readString(file))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void everyDocumentHasItsPlaceInTheOrderToReadThem() throws IOException {
    Path docs = ROOT.resolve("docs").normalize();
    Set<Path> listed = linkedFrom(docs.resolve("README.md"));
    Set<Path> written = new TreeSet<>(documents(docs));
    written.removeIf(file -> file.getParent().endsWith("decisions"));
    written.remove(docs.resolve("README.md"));
    assertThat(listed).containsAll(written);
  }

  @Test
  void theListOfDecisionsTellsEachByItsTitle() throws IOException {
    Path decisions = ROOT.resolve("docs/decisions");
    List<Path> pages = new ArrayList<>(documents(decisions));
    Path list = decisions.resolve("README.md");
    pages.remove(list);
    for (Path page : pages) {
      String name = page.getFileName().toString();
      String number = name.substring(0, name.indexOf('-'));
      String heading = Files.readAllLines(page).getFirst();
      assertThat(heading).as(name).startsWith("# " + number + ": ");
      assertThat(Files.readString(list))
          .containsOnlyOnce("\n- [%s](%s): %s".formatted(number, name, heading.substring(8)));
    }
  }

  private static Set<Path> linkedFrom(Path file) throws IOException {
    return LINK.matcher(Files.readString(file))
        .results()
        .map(link -> file.resolveSibling(link.group(1)).normalize())
        .collect(Collectors.toSet());
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".md"))
          .filter(path -> !path.toString().contains("/target/") && !path.toString().contains("/."))
          .toList();
    }
  }

  /// Two branches that were joined can leave the old and the new form of a line.
  @Test
  void theChangelogTellsNothingTwice() throws IOException {
    List<String> openings =
        Files.readAllLines(ROOT.resolve("CHANGELOG.md")).stream()
            .filter(line -> line.startsWith("- ") && line.length() > OPENING)
            .map(line -> line.substring(0, OPENING))
            .toList();
    assertThat(openings).doesNotHaveDuplicates();
  }

  @Test
  void everyCommandThatTheReadmeShowsExists() throws IOException {
    Matcher shown =
        Pattern.compile("^ {4}(?:\\$ )?\\./assay ([a-z]+)", Pattern.MULTILINE)
            .matcher(Files.readString(ROOT.resolve("README.md")));
    while (shown.find()) {
      if (!shown.group(1).equals("test")) { // the launcher's own
        assertThat(tree().getSubcommands().keySet()).contains(shown.group(1));
      }
    }
  }

  /// The tree for reading about it: nothing in it is run.
  private static CommandLine tree() {
    return tree(Locale.ENGLISH);
  }

  private static CommandLine tree(Locale language) {
    Output output =
        Output.of(
            OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false, language);
    return Commands.tree(
        new NoDesks(),
        output,
        InstantSource.system(),
        ROOT,
        new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            false));
  }

  private static final class NoDesks implements Desk.Opener {
    @Override
    public Desk.Opener at(String store) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Desk.Opener meeting(String place) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Desk.Sharing sharing(Path data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> move(Path data, String target, LongConsumer progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Lexicon lexicon() {
      return Lexicon.shipped();
    }

    @Override
    public Desk toRead(Path data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Desk toWrite(Path data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int handOver(Path data, Streams streams, String[] arguments) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> examine(Path data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> counts(Path data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long reindex(Path data, LongConsumer progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void serveTools(Desk desk, InputStream in, OutputStream out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> T doors(Path data, Function<Doors, T> work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void restore(Path data, Path backup) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Desk.Serving serve(Desk desk, Desk.Listening listening) {
      throw new UnsupportedOperationException();
    }
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (InputStream in = DocsTest.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }
}
