package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Runs of capitalised words in English text, with small words between them (`Bank of Nova
/// Scotia`): what may be names.
final class CapitalRuns {

  /// A run in a text and what it may be.
  record Run(Span span, EntityType guess) {}

  /// Longer runs are headings, not names.
  private static final int LONGEST_RUN = 6;

  /// With more than this share of capitals among its words a text is written as a title.
  private static final double TITLE_CASE = 0.6;

  private static final int SHORTEST_TITLE = 4;

  private final CandidateWords words;

  CapitalRuns(CandidateWords words) {
    this.words = words;
  }

  /// The runs of `text`; one that holds a known name only if its last word says what it is.
  List<Run> in(String text, BitSet known) {
    List<Span> all = words(text);
    if (isTitle(text, all)) {
      return List.of();
    }
    List<Run> runs = new ArrayList<>();
    List<Span> run = new ArrayList<>();
    for (Span word : all) {
      boolean joins =
          run.isEmpty() || text.substring(run.getLast().end(), word.start()).equals(" ");
      if (!joins) {
        close(run, text, known, runs);
      }
      String written = word.in(text);
      if (isCapitalised(written) && !words.isNoName(written)) {
        run.add(word);
      } else if (!run.isEmpty() && (words.joins(written) || goesOn(run, written, text))) {
        run.add(word);
      } else {
        close(run, text, known, runs);
      }
    }
    close(run, text, known, runs);
    return runs;
  }

  private static boolean isTitle(String text, List<Span> words) {
    if (text.isEmpty() || ".?!”\"".indexOf(text.charAt(text.length() - 1)) >= 0) {
      return false;
    }
    long capitals = words.stream().filter(word -> isCapitalised(word.in(text))).count();
    return words.size() >= SHORTEST_TITLE && capitals > TITLE_CASE * words.size();
  }

  private void close(List<Span> run, String text, BitSet known, List<Run> runs) {
    while (!run.isEmpty() && !isCapitalised(run.getLast().in(text))) {
      run.removeLast();
    }
    boolean whole = run.size() > 1 || run.size() == 1 && !beginsSentence(text, run.getFirst());
    if (whole && run.size() <= LONGEST_RUN) {
      run(run, text, known).ifPresent(runs::add);
    }
    run.clear();
  }

  private Optional<Run> run(List<Span> run, String text, BitSet known) {
    Span span = new Span(run.getFirst().start(), run.getLast().end());
    Optional<EntityType> end =
        isBody(run, text) ? Optional.of(EntityType.ORGANISATION) : end(run, text);
    if (isPart(text, span)) {
      return Optional.empty();
    }
    boolean holdsKnown = !known.get(span.start(), span.end()).isEmpty();
    if (holdsKnown && (end.isEmpty() || isKnownButForItsEnd(run, text, known))) {
      return Optional.empty();
    }
    return Optional.of(new Run(span, end.orElseGet(() -> guess(run, text))));
  }

  /// `Trump Administration` is a known name and a common word.
  private boolean isKnownButForItsEnd(List<Span> run, String text, BitSet known) {
    return run.subList(0, run.size() - 1).stream()
        .allMatch(word -> known.get(word.start()) || words.joins(word.in(text)));
  }

  private Optional<EntityType> end(List<Span> run, String text) {
    return run.size() > 1 ? words.end(run.getLast().in(text)) : Optional.empty();
  }

  /// `Department of Health`: what it begins with says what it is.
  private boolean isBody(List<Span> run, String text) {
    return run.size() > 2
        && words.begins(run.getFirst().in(text))
        && run.get(1).in(text).equals("of");
  }

  /// `Office of Management and Budget` goes on where other names end.
  private boolean goesOn(List<Span> run, String written, String text) {
    return written.equals("and") && isBody(run, text);
  }

  /// The second half of `Biden-Harris` or `ISIS-K` is none.
  private static boolean isPart(String text, Span span) {
    return span.start() > 0 && text.charAt(span.start() - 1) == '-'
        || span.end() + 1 < text.length()
            && text.charAt(span.end()) == '-'
            && Character.isUpperCase(text.charAt(span.end() + 1));
  }

  private EntityType guess(List<Span> run, String text) {
    Span first = run.getFirst();
    boolean titled = words.isTitle(wordBefore(text, first.start()));
    boolean full = run.size() == 2 && run.stream().noneMatch(word -> isAllCapitals(word.in(text)));
    return titled || full ? EntityType.PERSON : EntityType.ORGANISATION;
  }

  private static String wordBefore(String text, int start) {
    int end = start;
    while (end > 0 && " .,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  private static boolean beginsSentence(String text, Span word) {
    int before = word.start() - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || ".!?:;\"“‘(•-–—|".indexOf(text.charAt(before)) >= 0;
  }

  private static boolean isCapitalised(String word) {
    return word.length() > 1 && Character.isUpperCase(word.charAt(0));
  }

  private static boolean isAllCapitals(String word) {
    return word.chars().noneMatch(Character::isLowerCase);
  }

  private static List<Span> words(String text) {
    List<Span> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(new Span(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isLetter(char c) {
    return Character.isLetterOrDigit(c) && !HanScript.isHan(c) || c == '&';
  }
}
