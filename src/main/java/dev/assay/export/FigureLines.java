package dev.assay.export;

import dev.assay.export.Memo.By;
import dev.assay.fold.Outlets;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Reason;
import dev.assay.ledger.RowStanding;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.topic.Heading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a memo tells of figures: where sources differ, where they agree, and the rest; each entry
/// of the ledger in one line, its figures in the reader's language with how many sources give each.
///
/// @param untold figures that stand in the tables only
record FigureLines(List<Memo.Part> parts, int untold) {

  /// Lines under one heading.
  private static final int MOST = 30;

  FigureLines {
    parts = List.copyOf(parts);
  }

  /// How the words are found.
  record Wordings(PackWords words, Wording ledger, Outlets outlets) {}

  /// @param topic whose entries alone are told, if it is a thing; null for all
  static FigureLines of(
      List<LedgerEntry> entries,
      List<PackFigure> figures,
      @Nullable Heading topic,
      Wordings wordings) {
    Map<EntryId, List<PackFigure>> byEntry =
        figures.stream()
            .collect(
                Collectors.groupingBy(PackFigure::entry, LinkedHashMap::new, Collectors.toList()));
    List<Memo.Part> parts = new ArrayList<>();
    int told = 0;
    for (Verdict verdict : Verdict.values()) {
      List<LedgerEntry> some =
          entries.stream()
              .filter(entry -> entry.verdict() == verdict)
              .filter(entry -> byEntry.containsKey(entry.id()))
              .filter(entry -> isOf(topic, entry, byEntry.getOrDefault(entry.id(), List.of())))
              .limit(MOST)
              .toList();
      if (!some.isEmpty()) {
        List<Memo.Line> lines = new ArrayList<>();
        for (LedgerEntry entry : some) {
          List<PackFigure> all = byEntry.getOrDefault(entry.id(), List.of());
          List<PackFigure> shown = shown(all);
          told += shown.size();
          lines.add(line(entry, shown, all.size() - shown.size(), wordings));
        }
        parts.add(new Memo.Part(wordings.words().say("part." + verdict.word()), null, lines));
      }
    }
    return new FigureLines(parts, figures.size() - told);
  }

  /// A figure that one source alone gives is told if it is of the topic itself, and not of what
  /// else stands in a sentence with its name.
  private static boolean isOf(
      @Nullable Heading topic, LedgerEntry entry, List<PackFigure> figures) {
    return topic == null
        || !topic.isThing()
        || topic.isOf(entry)
        || entry.verdict() != Verdict.NONE
            && figures.stream()
                .anyMatch(figure -> topic.isNamedIn(figure.row().evidence().quote()));
  }

  /// Those that are compared, on which the verdict rests; all where none is.
  private static List<PackFigure> shown(List<PackFigure> figures) {
    List<PackFigure> compared =
        figures.stream()
            .filter(figure -> figure.row().standing() instanceof RowStanding.Compared)
            .toList();
    return compared.isEmpty() ? figures : compared;
  }

  private static Memo.Line line(
      LedgerEntry entry, List<PackFigure> shown, int apart, Wordings wordings) {
    PackWords words = wordings.words();
    String title = wordings.ledger().title(entry);
    String values = values(shown, wordings);
    boolean alone =
        entry.reason() instanceof Reason.OneFigure || entry.reason() instanceof Reason.OneVoice;
    String told =
        alone // as the heading says
            ? words.say("entry.alone", title, values)
            : words.say("entry", title, values, capital(wordings.ledger().reason(entry.reason())));
    return new Memo.Line(
        apart == 0 ? told : told + words.count("entry.apart", apart),
        shown.stream().map(PackFigure::quote).distinct().toList(),
        By.LEDGER);
  }

  private static String capital(String sentence) {
    int first = sentence.offsetByCodePoints(0, Math.min(1, sentence.length()));
    return sentence.substring(0, first).toUpperCase(Locale.ROOT) + sentence.substring(first);
  }

  /// Each figure once, that of most sources first.
  private static String values(List<PackFigure> shown, Wordings wordings) {
    Map<String, Set<String>> voices = new LinkedHashMap<>();
    for (PackFigure figure : shown) {
      Evidence evidence = figure.row().evidence();
      String voice =
          evidence.source().isEmpty()
              ? evidence.article().toString()
              : wordings.outlets().owner(evidence.source());
      voices
          .computeIfAbsent(wordings.ledger().value(evidence.claim()), _ -> new LinkedHashSet<>())
          .add(voice);
    }
    return voices.entrySet().stream()
        .sorted(Comparator.comparing(value -> -value.getValue().size()))
        .map(
            value ->
                value.getValue().size() == 1
                    ? value.getKey()
                    : wordings.words().say("value.voices", value.getKey(), value.getValue().size()))
        .collect(Collectors.joining(wordings.words().say("list")));
  }
}
