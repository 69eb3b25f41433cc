package dev.assay.event.figure;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Learner.Choice;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.event.EventReader;
import dev.assay.event.figure.SideBySide.Place;
import dev.assay.event.figure.SideBySide.Report;
import dev.assay.event.figure.StatedFigure.Window;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learns which figures of texts that tell of one standing thing, on any days, are of one quantity
/// by the words around them, as those of reports on one happening are, and prints
/// `lexicon/alike-figures.tsv`; first, to standard error, how many pairs of figures were given, and
/// how many of them are right.
///
///     java -cp ... dev.assay.event.figure.AlikeTraining bench/alike-figures.jsonl NEWS.jsonl > body
///
/// A line of the first file is a thing: articles on it, and the quantities that several of them
/// state. A line of the second is a real article, as `import --batch` reads it: pairs of these, of
/// chance and with rare words in common, are learned from as strangers, and whatever is found between two of them, or between one
/// and a text of the first file, counts as wrong. What is `unread` is never learned from. With a
/// third argument all pairs that are wrong are told.
final class AlikeTraining {

  private static final Learner.Settings SETTINGS = new Learner.Settings(20, 1, 3, 0.05);
  private static final double[] LEAST = {0.5, 0.6, 0.7, 0.8, 0.9};
  private static final int PARTS = 4;
  private static final int NONE = -1;

  /// A text is held against so many others that it has nothing to do with, to learn from.
  private static final int STRANGERS = 4;

  /// A word or number is rare if no more texts have it; two texts that share two are on one thing.
  private static final int RARE = 4;

  private static final int SHARED = 2;

  private static final int TELLING_DIGITS = 2;

  /// @param thing which one it is on; empty for news
  /// @param year of publication, 0 if it is not known
  /// @param rows for each figure the quantity that it is of, or [#NONE]
  /// @param signs words and numbers by which texts on one thing are known
  private record Text(
      String id,
      String thing,
      boolean unread,
      int year,
      Report report,
      List<Integer> rows,
      List<String> written,
      Set<String> signs) {

    /// The same to a text on something else.
    Text strange() {
      List<Integer> none = Collections.nCopies(rows.size(), NONE);
      return new Text(id, "", unread, year, report, none, written, signs);
    }

    int row(StatedFigure figure) {
      return rows.get(report.figures().indexOf(figure));
    }

    String written(StatedFigure figure) {
      return written.get(report.figures().indexOf(figure));
    }
  }

  private final QuantityExtractor numbers = new QuantityExtractor(Lexicon.shipped());
  private final FigureReader reader;

  private AlikeTraining() {
    TagMatcher names = new TagMatcher(Names.load(Lexicon.shipped()));
    this.reader =
        new FigureReader(Lexicon.shipped(), new EventReader(Lexicon.shipped(), () -> names));
  }

  public static void main(String[] files) throws IOException {
    AlikeTraining training = new AlikeTraining();
    List<Text> made = training.made(Path.of(files[0]));
    List<Text> news = training.news(Path.of(files[1]));
    boolean tells = files.length > 2;
    List<String> things =
        made.stream().filter(text -> !text.unread()).map(Text::thing).distinct().toList();
    List<Pair> heldOut = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int here = part;
      Predicate<Text> isHere = text -> things.indexOf(text.thing()) % PARTS == here;
      List<Text> learned = made.stream().filter(t -> !t.unread() && !isHere.test(t)).toList();
      Weights weights = learn(learned, news, Features.named());
      heldOut.addAll(ofOneThing(made.stream().filter(isHere).toList(), weights));
    }
    List<Text> read = made.stream().filter(text -> !text.unread()).toList();
    List<Text> unread = made.stream().filter(Text::unread).toList();
    Features names = Features.named();
    Weights weights = learn(read, news, names);
    tell("texts known to be on one thing, learned from others", heldOut, wanted(read), tells);
    tell("the same, unread", ofOneThing(unread, weights), wanted(unread), tells);
    List<Pair> found = inALibrary(unread, news, weights);
    tell("unread among news, by shared rare words and numbers", found, wanted(unread), tells);
    weights.lines(names, 0.005).forEach(System.out::println);
  }

  private List<Text> made(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode thing = JsonMapper.shared().readTree(line);
      for (JsonNode text : thing.path("texts")) {
        StringBuilder whole = new StringBuilder();
        text.path("paragraphs").forEach(one -> whole.append(one.asString()).append('\n'));
        texts.add(text(text, whole.toString(), thing));
      }
    }
    return texts;
  }

  private List<Text> news(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode text = JsonMapper.shared().readTree(line);
      texts.add(text(text, text.path("text").asString(), null));
    }
    return texts;
  }

  private Text text(JsonNode node, String text, @Nullable JsonNode thing) {
    Language language = Language.parse(node.path("lang").asString());
    List<TextReading> paragraphs = numbers.read(Article.ofLines(text, language, null));
    List<StatedFigure> figures = reader.of(paragraphs);
    String id = node.path("id").asString();
    List<Integer> rows = new ArrayList<>();
    List<String> written = new ArrayList<>();
    Set<String> signs = new HashSet<>();
    for (StatedFigure figure : figures) {
      String paragraph = paragraphs.get(figure.paragraph() - 1).text();
      rows.add(thing == null ? NONE : row(thing, id, paragraph, figure));
      written.add(figure.quantity().span().in(paragraph));
      signs(figure).forEach(signs::add);
    }
    return new Text(
        id,
        thing == null ? "" : thing.path("id").asString(),
        thing != null && thing.path("part").asString().equals("unread"),
        year(node.path("published").asString("")),
        new Report(language.isChinese(), node.path("source").asString(""), figures),
        rows,
        written,
        signs);
  }

  private static int year(String published) {
    return published.isEmpty() ? 0 : Integer.parseInt(published.substring(0, 4));
  }

  /// The quantity that a figure is of, by the words of its cell for the text.
  private static int row(JsonNode thing, String text, String paragraph, StatedFigure figure) {
    for (int row = 0; row < thing.path("rows").size(); row++) {
      for (JsonNode cell : thing.path("rows").path(row).path("cells").path(text)) {
        String words = cell.asString();
        for (int at = paragraph.indexOf(words); at >= 0; at = paragraph.indexOf(words, at + 1)) {
          if (figure.quantity().span().start() < at + words.length()
              && figure.quantity().span().end() > at) {
            return row;
          }
        }
      }
    }
    return NONE;
  }

  /// The words of a figure's sentence, and its number if it has two digits or more.
  private static Stream<String> signs(StatedFigure figure) {
    Stream<String> words =
        figure.words(Window.SENTENCE).stream()
            .filter(word -> word.length() > 1 && !word.startsWith("~") && !word.startsWith("#"));
    Stream<String> number =
        figure.quantity().value().stream()
            .map(value -> value.multiply(figure.quantity().unit().factor()).stripTrailingZeros())
            .filter(value -> value.precision() >= TELLING_DIGITS)
            .map(value -> value.toPlainString() + figure.quantity().unit().kind());
    return Stream.concat(words, number);
  }

  private static Weights learn(List<Text> made, List<Text> news, Features names) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      Text text = made.get(i);
      for (Text other : made) {
        if (other != text && other.thing().equals(text.thing())) {
          add(text, other, names, choices);
        }
      }
      for (int k = 1; k <= STRANGERS; k++) {
        Text other = made.get((i + 5 * k) % made.size());
        if (!other.thing().equals(text.thing())) {
          add(text, other.strange(), names, choices);
        }
      }
    }
    BiPredicate<Text, Text> areNear = near(news);
    for (int i = 0; i < news.size(); i++) {
      Text text = news.get(i);
      List<Text> later = news.subList(i + 1, news.size());
      Stream.concat(
              later.stream().limit(STRANGERS),
              later.stream().skip(STRANGERS).filter(other -> areNear.test(text, other)))
          .forEach(
              other -> {
                add(text, other, names, choices);
                add(other, text, names, choices);
              });
    }
    return Learner.learn(choices, SETTINGS);
  }

  /// What there is to choose for each figure of a text. Two of news that can be one number may be
  /// of one quantity, which nobody labelled: they teach nothing.
  private static void add(Text text, Text other, Features names, List<Choice> choices) {
    List<StatedFigure> figures = text.report().figures();
    List<StatedFigure> others = other.report().figures();
    boolean across = text.report().chinese() != other.report().chinese();
    LikeFigures like = new LikeFigures(figures, others, across, names);
    for (int i = 0; i < figures.size(); i++) {
      StatedFigure figure = figures.get(i);
      int row = text.rows().get(i);
      int[] rivals = like.rivals(i);
      boolean isOpen =
          text.thing().isEmpty()
              && IntStream.of(rivals).anyMatch(rival -> figure.isClose(others.get(rival)));
      if (rivals.length > 0 && !isOpen) {
        boolean[] right = new boolean[rivals.length + 1];
        right[rivals.length] = true;
        for (int k = 0; k < rivals.length; k++) {
          right[k] = row != NONE && other.rows().get(rivals[k]) == row;
          right[rivals.length] &= !right[k];
        }
        choices.add(new Choice(text.id(), like.candidates(i, rivals), right));
      }
    }
  }

  /// Two figures that are likely of one quantity.
  ///
  /// @param least the highest of [#LEAST] at which they are
  private record Pair(
      Text text, StatedFigure figure, Text otherText, StatedFigure other, double least) {

    boolean isRight() {
      return text.thing().equals(otherText.thing())
          && text.row(figure) != NONE
          && text.row(figure) == otherText.row(other);
    }

    boolean differs() {
      return !figure.isLike(other);
    }

    String quantity() {
      return text.thing() + " " + text.row(figure);
    }

    String told() {
      return text.id()
          + " "
          + text.written(figure)
          + " / "
          + otherText.id()
          + " "
          + otherText.written(other);
    }
  }

  private static List<Pair> ofOneThing(List<Text> texts, Weights weights) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      for (Text other : texts.subList(i + 1, texts.size())) {
        if (other.thing().equals(texts.get(i).thing())) {
          pairs.addAll(pairs(texts.get(i), other, weights));
        }
      }
    }
    return pairs;
  }

  private static List<Pair> inALibrary(List<Text> made, List<Text> news, Weights weights) {
    List<Text> all = Stream.concat(made.stream(), news.stream()).toList();
    BiPredicate<Text, Text> areNear = near(all);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (Text other : all.subList(i + 1, all.size())) {
        if (areNear.test(all.get(i), other)) {
          pairs.addAll(pairs(all.get(i), other, weights));
        }
      }
    }
    return pairs;
  }

  /// Whether two of the texts share what few of them have.
  private static BiPredicate<Text, Text> near(List<Text> all) {
    Map<String, Integer> having = new HashMap<>();
    all.forEach(text -> text.signs().forEach(sign -> having.merge(sign, 1, Integer::sum)));
    return (one, other) ->
        one.signs().stream()
                .filter(other.signs()::contains)
                .filter(sign -> having.getOrDefault(sign, 0) <= RARE)
                .limit(SHARED)
                .count()
            == SHARED;
  }

  private static List<Pair> pairs(Text text, Text other, Weights weights) {
    Map<String, Pair> pairs = new HashMap<>();
    for (double least : LEAST) {
      for (List<Place> row :
          new SideBySide(weights, least, least).rows(List.of(text.report(), other.report()))) {
        StatedFigure figure = of(row, 0);
        StatedFigure rival = of(row, 1);
        if (AlikeFigures.areOfOne(figure, text.year(), rival, other.year())) {
          Pair pair = new Pair(text, figure, other, rival, least);
          pairs.put(pair.told(), pair);
        }
      }
    }
    return List.copyOf(pairs.values());
  }

  private static StatedFigure of(List<Place> row, int report) {
    return row.stream()
        .filter(place -> place.report() == report)
        .findFirst()
        .orElseThrow()
        .figure();
  }

  /// The quantities that figures of two texts state, those that differ and the others.
  private static Map<Boolean, Long> wanted(List<Text> texts) {
    Set<String> seen = new HashSet<>();
    List<Boolean> differ = new ArrayList<>();
    for (Text text : texts) {
      for (StatedFigure figure : text.report().figures()) {
        List<StatedFigure> same = same(texts, text, figure);
        if (!same.isEmpty() && seen.add(text.thing() + " " + text.row(figure))) {
          differ.add(isApart(same));
        }
      }
    }
    return differ.stream().collect(Collectors.partitioningBy(one -> one, Collectors.counting()));
  }

  private static boolean isApart(List<StatedFigure> figures) {
    return figures.stream().anyMatch(one -> figures.stream().anyMatch(two -> !one.isLike(two)));
  }

  /// The figures of one quantity, if two texts or more state it.
  private static List<StatedFigure> same(List<Text> texts, Text text, StatedFigure figure) {
    int row = text.row(figure);
    List<StatedFigure> same = new ArrayList<>();
    int having = 0;
    for (Text other : texts) {
      List<StatedFigure> of =
          other.report().figures().stream()
              .filter(one -> row != NONE && other.row(one) == row)
              .filter(_ -> other.thing().equals(text.thing()))
              .toList();
      having += of.isEmpty() ? 0 : 1;
      same.addAll(of);
    }
    return having > 1 ? same : List.of();
  }

  /// Of pairs that agree the quantities are some of all: of three texts on one that differs two may
  /// agree.
  private static void tell(
      String what, List<Pair> pairs, Map<Boolean, Long> wanted, boolean tells) {
    System.err.println(what);
    long all = wanted.values().stream().mapToLong(one -> one).sum();
    for (double least : LEAST) {
      for (boolean differ : new boolean[] {true, false}) {
        List<Pair> given =
            pairs.stream()
                .filter(pair -> pair.least() >= least && pair.differs() == differ)
                .toList();
        List<Pair> right = given.stream().filter(Pair::isRight).toList();
        System.err.printf(
            "  %.1f %s: %d pairs given, %d right; %d quantities of %d%n",
            least,
            differ ? "differ" : "agree",
            given.size(),
            right.size(),
            right.stream().map(Pair::quantity).distinct().count(),
            differ ? wanted.getOrDefault(true, 0L) : all);
      }
    }
    if (tells) {
      pairs.stream()
          .filter(pair -> !pair.isRight())
          .forEach(pair -> System.err.println(pair.told()));
    }
  }
}
