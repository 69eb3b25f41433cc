package dev.assay.brief.vet;

import dev.assay.analyze.name.Transcriptions;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the names of a sentence by their sound in lines of the other script where nobody read a
/// name: the 卢一鸣 of Lu Yiming, the Dunmere of 邓米尔. Immutable.
final class UnreadNames {

  private static final int MOST_WORDS = 4;
  private static final int FEWEST_LETTERS = 4;

  /// A longer line is not searched: each name is held against every place of it.
  private static final int LONGEST_LINE = 8_000;

  private UnreadNames() {}

  /// `line` with those of `names`, which stand in `sentence`, that it has.
  static ReadText found(ReadText line, ReadText sentence, List<Figure> names) {
    if (line.text().length() > LONGEST_LINE || names.isEmpty()) {
      return line;
    }
    String folded = new String(Folding.letters(line.text()));
    List<Figure> all = new ArrayList<>(line.names());
    for (Figure name : names) {
      place(folded, line.text(), Namesakes.words(sentence, name))
          .filter(span -> all.stream().noneMatch(each -> isWithin(each, span)))
          .map(span -> new Figure(span.start(), span.end(), name.kind(), name.key(), name.key(), 0))
          .ifPresent(all::add);
    }
    all.sort(Comparator.comparingInt(Figure::start));
    return new ReadText(line.text(), line.clauses(), line.figures(), all);
  }

  private static boolean isWithin(Figure name, Span span) {
    return name.start() < span.end() && span.start() < name.end();
  }

  private static Optional<Span> place(String folded, String line, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return HanScript.isHan(name.charAt(0)) ? transcribed(line, name) : spelled(folded, name);
  }

  /// Where characters are spelled as all of `latin`, or as its longest word that some are.
  private static Optional<Span> spelled(String folded, String latin) {
    String letters = latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
    List<String> words = new ArrayList<>(List.of(letters.split(" ")));
    words.sort(Comparator.comparingInt(String::length).reversed());
    words.addFirst(letters.replace(" ", ""));
    for (String word : words) {
      for (int i = 0; word.length() >= FEWEST_LETTERS && i < folded.length(); i++) {
        int end = HanScript.isHan(folded.charAt(i)) ? Sounds.spelledEnd(word, folded, i) : -1;
        if (end > 0) {
          return Optional.of(new Span(i, end));
        }
      }
    }
    return Optional.empty();
  }

  /// The words with a capital that sound like all of `han`.
  private static Optional<Span> transcribed(String line, String han) {
    for (Span capitals : Transcriptions.capitals(line)) {
      List<Span> words = words(line, capitals);
      for (int from = 0; from < words.size(); from++) {
        for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
          Span span = new Span(words.get(from).start(), words.get(to).end());
          String name = span.in(line).replaceAll("['’]s?$", "");
          if (name.length() >= FEWEST_LETTERS && Transcriptions.isOne(name, han)) {
            return Optional.of(span);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Span> words(String line, Span row) {
    List<Span> words = new ArrayList<>();
    int start = row.start();
    for (int i = row.start(); i <= row.end(); i++) {
      if (i == row.end() || line.charAt(i) == ' ') {
        words.add(new Span(start, i));
        start = i + 1;
      }
    }
    return words;
  }
}
