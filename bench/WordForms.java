import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tartarus.snowball.ext.EnglishStemmer;

/// Writes which English words are other forms of one, where a stemmer gives them other stems: *decide* and *decision*, *win*
/// and *won*, *cheap* and *cheaper*.
///
/// usage: java -cp 'target/app/lib/*' bench/WordForms.java WORDNET > rows
///
/// WORDNET is the folder of the files of WordNet 3.0 (`/usr/share/wordnet` of Debian's wordnet-base). Taken are its links from a
/// word to one that is derived from it and its irregular forms, where one of both was counted in its tagged texts, and the steps of
/// short adjectives that were counted often. The rows go below the head of `lexicon/en/word-forms.tsv`.
final class WordForms {

  private static final List<String> PARTS = List.of("noun", "verb", "adj", "adv");

  /// Letters that two forms begin with alike.
  private static final int ALIKE = 3;

  /// Longer adjectives are compared by *more*.
  private static final int LONGEST_STEP = 6;

  /// How often an adjective was counted that has such steps.
  private static final int OFTEN = 3;

  private final Path folder;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> adjectives = new HashMap<>();
  private final Map<String, Set<String>> forms = new TreeMap<>();

  private WordForms(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    WordForms words = new WordForms(Path.of(args[0]));
    words.count();
    words.readDerived();
    words.readIrregular();
    words.makeSteps();
    words.forms.forEach((word, others) -> System.out.println(word + "\t" + String.join(" ", others)));
  }

  private void count() throws IOException {
    for (String line : Files.readAllLines(folder.resolve("cntlist.rev"))) {
      String[] cells = line.split(" ");
      String word = cells[0].substring(0, cells[0].indexOf('%'));
      counts.merge(word, Integer.parseInt(cells[2]), Integer::sum);
      if (cells[0].contains("%3:") || cells[0].contains("%5:")) {
        adjectives.merge(word, Integer.parseInt(cells[2]), Integer::sum);
      }
    }
  }

  /// A line of a data file: its words, and `+` links from one of them to a word of another line.
  private record Line(List<String> words, List<String[]> links) {
    static Line of(String text) {
      String[] cells = text.substring(0, text.indexOf('|')).split(" ");
      int count = Integer.parseInt(cells[3], 16);
      List<String> words = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        words.add(cells[4 + 2 * i].replaceFirst("\\(.*", "").toLowerCase());
      }
      int at = 4 + 2 * count;
      List<String[]> links = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(cells[at]); i++) {
        String[] link = Arrays.copyOfRange(cells, at + 1 + 4 * i, at + 5 + 4 * i);
        if (link[0].equals("+")) {
          links.add(link);
        }
      }
      return new Line(words, links);
    }
  }

  private void readDerived() throws IOException {
    Map<String, Line> lines = new HashMap<>();
    for (String part : PARTS) {
      for (String text : Files.readAllLines(folder.resolve("data." + part))) {
        if (!text.startsWith(" ")) {
          String letter = part.equals("adv") ? "r" : part.substring(0, 1);
          lines.put(letter + text.substring(0, 8), Line.of(text));
        }
      }
    }
    for (Line line : lines.values()) {
      for (String[] link : line.links()) {
        String from = line.words().get(Integer.parseInt(link[3].substring(0, 2), 16) - 1);
        Line other = lines.get(link[2] + link[1]);
        add(from, other.words().get(Integer.parseInt(link[3].substring(2), 16) - 1), ALIKE);
      }
    }
  }

  private void readIrregular() throws IOException {
    for (String part : PARTS) {
      for (String line : Files.readAllLines(folder.resolve(part + ".exc"))) {
        String[] cells = line.split(" ");
        add(cells[1], cells[0], 0);
      }
    }
  }

  /// *cheaper* and *cheapest* of adjectives that are short and often used.
  private void makeSteps() {
    adjectives.forEach(
        (word, count) -> {
          if (word.length() <= LONGEST_STEP && count >= OFTEN) {
            String stem = word.replaceFirst("e$", "").replaceFirst("y$", "i");
            add(word, stem + "er", ALIKE);
            add(word, stem + "est", ALIKE);
          }
        });
  }

  private void add(String one, String other, int alike) {
    boolean plain = one.matches("[a-z]{3,}") && other.matches("[a-z]{3,}");
    boolean counted = counts.getOrDefault(one, 0) + counts.getOrDefault(other, 0) > 0;
    if (plain && counted && one.regionMatches(0, other, 0, alike) && !stem(one).equals(stem(other))) {
      forms.computeIfAbsent(one.compareTo(other) < 0 ? one : other, _ -> new TreeSet<>())
          .add(one.compareTo(other) < 0 ? other : one);
    }
  }

  private static String stem(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
