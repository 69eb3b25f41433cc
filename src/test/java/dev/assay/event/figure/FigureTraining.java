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
import dev.assay.cite.Span;
import dev.assay.event.EventReader;
import dev.assay.event.figure.SideBySide.Place;
import dev.assay.event.figure.SideBySide.Report;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learns which figures of reports on one happening are of the same quantity, and prints
/// `lexicon/event-figures.tsv`; first, to standard error, how many rows are right where they were
/// not learned from: an eighth of the happenings at a time, and those that are held back. What is
/// `unread` is never learned from.
///
///     bench/figure_texts.py EVAL < bench/event-figures-news.tsv > news.jsonl
///     java -cp ... dev.assay.event.figure.FigureTraining bench/event-figures.jsonl news.jsonl > body
///
/// Each line is a happening: its reports, and the quantities that several of them state, each with
/// the words of its figure in each report, or with its place, and whether these differ. Titles are
/// not read: a desk compares none. With `-Dtells=true` all rows that are wrong or missed are told.
final class FigureTraining {

  private static final Learner.Settings SETTINGS = new Learner.Settings(20, 1, 3, 0.05);
  private static final double[] LEAST = {0.4, 0.5, 0.6, 0.7, 0.8};
  private static final int PARTS = 8;
  private static final int NONE = -1;

  /// @param rows for each figure the row that it belongs to, or [#NONE]
  private record Told(Report report, List<Integer> rows, List<String> written) {

    /// The same to a report on another happening.
    Told strange() {
      return new Told(report, Collections.nCopies(rows.size(), NONE), written);
    }
  }

  /// @param made whether its reports were written to learn from
  /// @param differ for each row whether its figures differ
  private record Happening(
      String id,
      boolean unread,
      boolean made,
      String languages,
      List<Told> reports,
      List<Boolean> differ) {}

  private final QuantityExtractor numbers = new QuantityExtractor(Lexicon.shipped());
  private final FigureReader reader;
  private final boolean tells;

  private FigureTraining(boolean tells) {
    TagMatcher names = new TagMatcher(Names.load(Lexicon.shipped()));
    this.reader =
        new FigureReader(Lexicon.shipped(), new EventReader(Lexicon.shipped(), () -> names));
    this.tells = tells;
  }

  public static void main(String[] files) throws IOException {
    FigureTraining training = new FigureTraining(Boolean.getBoolean("tells"));
    List<Happening> all = new ArrayList<>();
    for (String file : files) {
      Files.readAllLines(Path.of(file)).stream()
          .map(line -> training.happening(JsonMapper.shared().readTree(line)))
          .forEach(all::add);
    }
    List<Happening> read = all.stream().filter(each -> !each.unread()).toList();
    training.compare(read);
    Features names = Features.named();
    Weights weights = Learner.learn(choices(read, names), SETTINGS);
    training.measure("unread", all.stream().filter(Happening::unread).toList(), each -> weights);
    weights.lines(names, 0.005).forEach(System.out::println);
  }

  private void compare(List<Happening> read) {
    List<Weights> learned =
        IntStream.range(0, PARTS)
            .mapToObj(
                part -> Learner.learn(choices(without(part, read), Features.named()), SETTINGS))
            .toList();
    measure("learned from others", read, each -> learned.get(read.indexOf(each) % PARTS));
  }

  private static List<Happening> without(int part, List<Happening> read) {
    return IntStream.range(0, read.size())
        .filter(i -> i % PARTS != part)
        .mapToObj(read::get)
        .toList();
  }

  private Happening happening(JsonNode line) {
    List<Told> reports = new ArrayList<>();
    Set<String> languages = new HashSet<>();
    for (JsonNode text : line.path("texts")) {
      StringBuilder whole = new StringBuilder();
      text.path("paragraphs").forEach(paragraph -> whole.append(paragraph.asString()).append('\n'));
      Language language = Language.parse(text.path("lang").asString());
      languages.add(language.isChinese() ? "zh" : "en");
      List<TextReading> paragraphs =
          numbers.read(Article.ofLines(whole.toString(), language, null));
      List<StatedFigure> figures = reader.of(paragraphs);
      List<Integer> rows = new ArrayList<>();
      List<String> written = new ArrayList<>();
      for (StatedFigure figure : figures) {
        String paragraph = paragraphs.get(figure.paragraph() - 1).text();
        rows.add(row(line.path("rows"), text.path("id").asString(), paragraph, figure));
        written.add(figure.quantity().span().in(paragraph));
      }
      reports.add(new Told(new Report(language.isChinese(), "", figures), rows, written));
    }
    List<Boolean> differ = new ArrayList<>();
    for (JsonNode row : line.path("rows")) {
      differ.add(
          row.has("verdict")
              ? row.path("verdict").asString().equals("differ")
              : differ(reports, differ.size()));
    }
    return new Happening(
        line.path("id").asString(),
        line.path("part").asString().equals("unread"),
        line.path("made").asBoolean(true),
        languages.size() > 1 ? "both" : languages.iterator().next(),
        reports,
        differ);
  }

  /// Whether figures of a row cannot be one number.
  private static boolean differ(List<Told> reports, int row) {
    List<StatedFigure> figures =
        reports.stream()
            .flatMap(
                told ->
                    IntStream.range(0, told.rows().size())
                        .filter(i -> told.rows().get(i) == row)
                        .mapToObj(i -> told.report().figures().get(i)))
            .toList();
    return figures.stream().anyMatch(one -> figures.stream().anyMatch(other -> !one.isLike(other)));
  }

  /// The row of which a figure is, by the cells that it has for the report.
  private static int row(JsonNode rows, String report, String paragraph, StatedFigure figure) {
    for (int row = 0; row < rows.size(); row++) {
      for (JsonNode cell : rows.path(row).path("cells").path(report)) {
        if (cell.isArray() ? isAt(cell, figure) : isIn(cell.asString(), paragraph, figure)) {
          return row;
        }
      }
    }
    return NONE;
  }

  /// @param cell the number of a paragraph, and where the figure stands in it
  private static boolean isAt(JsonNode cell, StatedFigure figure) {
    return cell.path(0).asInt() == figure.paragraph()
        && figure.quantity().span().overlaps(new Span(cell.path(1).asInt(), cell.path(2).asInt()));
  }

  private static boolean isIn(String words, String paragraph, StatedFigure figure) {
    for (int at = paragraph.indexOf(words); at >= 0; at = paragraph.indexOf(words, at + 1)) {
      if (figure.quantity().span().overlaps(new Span(at, at + words.length()))) {
        return true;
      }
    }
    return false;
  }

  private static List<Choice> choices(List<Happening> happenings, Features names) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < happenings.size(); i++) {
      Happening happening = happenings.get(i);
      for (Told one : happening.reports()) {
        for (Told other : happening.reports()) {
          if (one != other) {
            choices.addAll(choices(happening.id(), one, other, names));
          }
        }
        for (Told other : happenings.get((i + 1) % happenings.size()).reports()) {
          choices.addAll(choices(happening.id(), one, other.strange(), names));
        }
      }
    }
    return choices;
  }

  private static List<Choice> choices(String page, Told one, Told other, Features names) {
    List<Choice> choices = new ArrayList<>();
    boolean across = one.report().chinese() != other.report().chinese();
    LikeFigures like =
        new LikeFigures(one.report().figures(), other.report().figures(), across, names);
    for (int i = 0; i < one.rows().size(); i++) {
      int row = one.rows().get(i);
      int[] rivals = like.rivals(i);
      boolean[] right = new boolean[rivals.length + 1];
      right[rivals.length] = true;
      for (int r = 0; r < rivals.length; r++) {
        right[r] = row != NONE && other.rows().get(rivals[r]) == row;
        right[rivals.length] &= !right[r];
      }
      if (rivals.length > 0) {
        choices.add(new Choice(page, like.candidates(i, rivals), right));
      }
    }
    return choices;
  }

  /// How many rows were given, are right, and should be; and the same of those that differ.
  private static final class Score {
    private final int[] rows = new int[3];
    private final int[] differing = new int[3];

    String told() {
      return told(rows) + "; differing " + told(differing);
    }

    private static String told(int[] score) {
      return "%d given, %d right of %d, P %.2f R %.2f"
          .formatted(
              score[0],
              score[1],
              score[2],
              score[1] / (double) score[0],
              score[1] / (double) score[2]);
    }
  }

  private void measure(
      String what, List<Happening> happenings, Function<Happening, Weights> weights) {
    for (double least : LEAST) {
      Map<String, Score> scores = new TreeMap<>();
      for (Happening happening : happenings) {
        String made = happening.made() ? "made " : "news ";
        for (String group : List.of(made + "all", made + happening.languages())) {
          score(
              happening,
              new SideBySide(weights.apply(happening), least, least),
              scores.computeIfAbsent(group, _ -> new Score()),
              tells && least == 0.6 && group.endsWith("all"));
        }
      }
      System.err.printf(
          "%s %.1f of strangers: %d%n", what, least, strangers(happenings, weights, least));
      scores.forEach(
          (group, score) ->
              System.err.println(what + " " + least + " " + group + ": " + score.told()));
    }
  }

  /// How many rows are made of reports on two happenings.
  private static int strangers(
      List<Happening> happenings, Function<Happening, Weights> weights, double least) {
    int rows = 0;
    for (int i = 0; i < happenings.size(); i++) {
      Happening other = happenings.get((i + 2) % happenings.size());
      for (Told one : happenings.get(i).reports()) {
        rows +=
            new SideBySide(weights.apply(other), least, least)
                .rows(List.of(one.report(), other.reports().getFirst().report()))
                .size();
      }
    }
    return rows;
  }

  private static void score(Happening happening, SideBySide side, Score score, boolean tells) {
    Set<Integer> found = new HashSet<>();
    for (List<Place> places : side.rows(happening.reports().stream().map(Told::report).toList())) {
      Set<Integer> rows = new HashSet<>();
      StringBuilder shown = new StringBuilder();
      for (Place place : places) {
        Told told = happening.reports().get(place.report());
        int at = told.report().figures().indexOf(place.figure());
        rows.add(told.rows().get(at));
        shown.append("  ").append(told.written().get(at));
      }
      boolean differ =
          places.stream()
              .anyMatch(one -> places.stream().anyMatch(two -> !one.figure().isLike(two.figure())));
      int row = rows.iterator().next();
      boolean right = rows.size() == 1 && row != NONE && found.add(row);
      score.rows[0]++;
      score.rows[1] += right ? 1 : 0;
      score.differing[0] += differ ? 1 : 0;
      score.differing[1] += differ && right && happening.differ().get(row) ? 1 : 0;
      if (tells && (!right || differ != happening.differ().get(row))) {
        System.err.println(happening.id() + (differ ? " differ" : " agree") + shown + " " + rows);
      }
    }
    score.rows[2] += happening.differ().size();
    score.differing[2] += (int) happening.differ().stream().filter(differ -> differ).count();
    if (tells) {
      IntStream.range(0, happening.differ().size())
          .filter(row -> !found.contains(row))
          .forEach(row -> System.err.println(happening.id() + " missed " + row));
    }
  }
}
