package dev.assay.app;

import dev.assay.ingest.CrashImages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Not a test: `CrashRounds WORK POINTS` runs the commands that write, round after round, each
/// round in a new data folder `WORK/desk` with other articles, until so many copies of the folder
/// were looked at in all. The library `bench/crash_points.c` keeps them, in `WORK/images`, before
/// each write, sync, rename, truncation and removal. A line for each command goes to
/// `WORK/points.tsv`: round, command, copies, those that were not whole, which are kept in
/// `WORK/bad/ROUND-COMMAND`. Begun again on the same folder, it goes on with the next round.
/// Started by `bench/crash_points.py`.
public final class CrashRounds {

  private static final List<String> ENGLISH =
      List.of("Gallium", "Germanium", "Neodymium", "Terbium", "Cobalt", "Lithium");
  private static final List<String> CHINESE = List.of("镓", "锗", "钕", "铽", "钴", "锂");

  /// Articles of the first round; the next have up to so many more.
  private static final int FEWEST = 5;

  private static final int MORE = 5;

  private final Path work;
  private final Path desk;
  private final Path said;
  private final int round;
  private final int articles;
  private int points;
  private int bad;

  private CrashRounds(Path work, int round) {
    this.work = work;
    this.desk = work.resolve("desk");
    this.said = desk.resolve(CrashImages.ACKNOWLEDGED);
    this.round = round;
    this.articles = FEWEST + round % MORE;
  }

  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    List<String[]> before =
        lines(work.resolve("points.tsv")).stream().map(line -> line.split("\t")).toList();
    int round = before.isEmpty() ? 1 : Integer.parseInt(before.getLast()[0]) + 1;
    int points = before.stream().mapToInt(line -> Integer.parseInt(line[2])).sum();
    int bad = before.stream().mapToInt(line -> Integer.parseInt(line[3])).sum();
    for (; points < Integer.parseInt(arguments[1]); round++) {
      CrashRounds next = new CrashRounds(work, round);
      next.run();
      points += next.points;
      bad += next.bad;
    }
    System.exit(bad == 0 ? 0 : 1);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private void run() throws IOException {
    clear();
    Set<String> none = Set.of();
    given(batch(articles, 300 + round), "import into nothing", none);
    List<String> stored = acknowledged();
    given(batch(articles / 2, 301 + round), "import of changes", Set.copyOf(stored));
    Files.move(said, work.resolve("said"));
    tried("fold", Set.copyOf(stored), "fold", "en0", "en2");
    tried("alias", Set.copyOf(stored), "alias", "add", "gallium", "Eka-aluminium");
    Set<String> left = new TreeSet<>(stored);
    left.remove(stored.get(1));
    tried("delete", left, "delete", "zh1");
    tried("reindex", left, "reindex");
    tried("reprocess", left, "reprocess");
    Path kept = work.resolve("kept.assay");
    command("backup", kept.toString());
    Files.move(desk, work.resolve("moved"));
    Files.createDirectory(desk);
    tried("restore", none, "restore", kept.toString());
    clear();
  }

  /// Moves the folder away first: what is removed in it is a step.
  private void clear() throws IOException {
    if (Files.exists(desk)) {
      Files.move(desk, work.resolve("old"));
    }
    for (String name : List.of("old", "moved", "images", "said", "kept.assay")) {
      CrashImages.delete(work.resolve(name));
    }
    Files.createDirectories(work.resolve("images"));
    Files.createDirectory(desk);
  }

  private void given(String lines, String name, Set<String> must) throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    try (OutputStream out =
        Files.newOutputStream(
            said, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
      tried(name, must, out, "import", "--batch", "--json");
    } finally {
      System.setIn(before);
    }
  }

  private void tried(String name, Set<String> must, String... command) throws IOException {
    tried(name, must, OutputStream.nullOutputStream(), command);
  }

  /// Runs a command, then looks at what was kept of it.
  private void tried(String name, Set<String> must, OutputStream out, String... command)
      throws IOException {
    command(out, command);
    Path images = work.resolve("images");
    CrashImages.Looked looked = CrashImages.look(images, must);
    points += looked.points();
    bad += looked.problems().size();
    String line =
        "%d\t%s\t%d\t%d".formatted(round, name, looked.points(), looked.problems().size());
    Files.writeString(
        work.resolve("points.tsv"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    System.out.println(line);
    looked.problems().forEach(System.out::println);
    if (!looked.problems().isEmpty()) {
      Path kept = work.resolve("bad").resolve(round + "-" + name);
      CrashImages.delete(kept);
      Files.createDirectories(kept.getParent());
      Files.move(images, kept);
      Files.createDirectory(images);
    }
  }

  private void command(String... command) {
    command(OutputStream.nullOutputStream(), command);
  }

  private void command(OutputStream out, String... command) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--data", desk.toString()));
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = Main.run(line.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
    if (code != 0) {
      throw new IllegalStateException("%s ended with %d".formatted(line, code));
    }
  }

  private List<String> acknowledged() throws IOException {
    return Files.readAllLines(said).stream()
        .map(line -> JsonMapper.shared().readTree(line).path("article").asString())
        .toList();
  }

  /// Every other article is Chinese.
  private String batch(int count, int price) {
    return IntStream.range(0, count)
        .mapToObj(number -> article(number, price + number, (number + round) % ENGLISH.size()))
        .collect(Collectors.joining("\n"));
  }

  private static String article(int number, int price, int subject) {
    return number % 2 == 0
        ? """
          {"id": "en%d", "title": "%s %1$d", "source": "Harbour Post", "published": "2025-11-02", \
          "text": "%2$s rose to $%3$d a kilogram.\\nChina makes %4$d %% of the world's %2$s."}"""
            .formatted(number, ENGLISH.get(subject), price, 60 + number)
        : """
          {"id": "zh%d", "title": "%s价%1$d", "source": "河口商报", "published": "2025-11-02", \
          "text": "%2$s的价格升至每公斤%3$d元。\\n中国%2$s产量占全球的%4$d%%。"}"""
            .formatted(number, CHINESE.get(subject), price, 60 + number);
  }
}
