package dev.assay.analyze.quantity;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the mood of a figure from the words around it: `lexicon/moods.tsv`. Immutable; safe for
/// use by many threads.
public record Moods(List<Word> words) {

  /// Of a figure that no word governs but those of its own clause.
  public static final int UNGOVERNED = Integer.MAX_VALUE;

  /// How far a word is said.
  private enum Reach {
    /// For the figures of its own clause, and of a list that goes on behind it.
    CLAUSE,
    /// Also for those of the clauses after it.
    SENTENCE,
    /// For a figure before it in its clause too.
    BESIDE
  }

  /// What a word does.
  private enum Kind {
    /// It tells a mood, or leads back to what the text says itself.
    TELLS,
    /// It tells only that something is to be: it counts where no other word does.
    WILL,
    /// It leads back from what is not so yet.
    DONE
  }

  /// @param mood empty for a word that leads back
  record Word(Kind kind, Optional<Mood> mood, String text, Reach reach) {

    private static final String CLOSING = ",，;；";

    private static Stream<Word> of(LexiconFile.Row row) {
      Reach reach = Reach.valueOf(row.cell(2).toUpperCase(Locale.ROOT));
      Kind kind =
          switch (row.cell(0)) {
            case "will" -> Kind.WILL;
            case "done" -> Kind.DONE;
            default -> Kind.TELLS;
          };
      Optional<Mood> mood =
          switch (row.cell(0)) {
            case "will" -> Optional.of(Mood.PLANNED);
            case "done", "says" -> Optional.empty();
            default -> Optional.of(Mood.valueOf(row.cell(0).toUpperCase(Locale.ROOT)));
          };
      return Arrays.stream(row.cell(1).split(" \\| "))
          .map(word -> new Word(kind, mood, word, reach));
    }

    /// Whether it reaches from `at` to the end of `before`, where the figure stands. A plan is said
    /// for all that its subject is to do, from `governed` on.
    private boolean reaches(String before, int at, int governed) {
      return reach == Reach.SENTENCE
          || at >= governed && mood.filter(Mood::isAhead).isPresent()
          || isSaidIn(before.substring(at + text.length()));
    }

    /// Whether its clause, or a list that goes on behind it, ends in `behind`: where it closes its
    /// clause (锚定目标，) it is not said of the next.
    private static boolean isSaidIn(String behind) {
      String rest = behind.stripLeading();
      boolean closed = !rest.isEmpty() && CLOSING.indexOf(rest.charAt(0)) >= 0;
      return !closed && Clause.isList(behind);
    }

    /// Where it stands last in `text`; -1 if it does not.
    private int last(String text) {
      int at = text.lastIndexOf(this.text);
      while (at >= 0 && !Clause.standsAt(text, at, this.text)) {
        at = at == 0 ? -1 : text.lastIndexOf(this.text, at - 1);
      }
      return at;
    }
  }

  public Moods {
    words = List.copyOf(words);
  }

  public static Moods of(Lexicon lexicon) {
    return new Moods(lexicon.table("moods.tsv").rows().stream().flatMap(Word::of).toList());
  }

  public static Moods none() {
    return new Moods(List.of());
  }

  /// Whether `word`, itself folded, tells a mood.
  public boolean holds(String word) {
    return words.stream().anyMatch(one -> one.mood().isPresent() && one.text().equals(word));
  }

  /// What the text does with the figure of `clause`; empty if it says it.
  public Optional<Mood> of(Clause clause) {
    return of(clause, UNGOVERNED);
  }

  /// By the last of the words before the figure, or else one right behind it, or the sign of a
  /// question.
  ///
  /// @param governed from where in the sentence on what is planned is so for the figure: where its
  ///   subject stands, if the clauses between leave out their own
  public Optional<Mood> of(Clause clause, int governed) {
    String before = clause.earlier() + clause.before();
    Place told = last(Kind.TELLS, before, governed);
    Place will = last(Kind.WILL, before, governed);
    boolean says = told == null || told.word().mood().isEmpty();
    Place last = says && will != null && will.isBehind(told) ? will : told;
    if (last == null) {
      return beside(clause).or(() -> Optional.of(Mood.ASKS).filter(_ -> clause.isAsked()));
    }
    boolean done = last.word().reach() == Reach.CLAUSE && isDone(before, last);
    return last.word().mood().filter(mood -> !mood.isAhead() || !done);
  }

  /// A word and where it stands.
  private record Place(Word word, int at) {

    /// Of two words that end at one place the longer counts.
    boolean isBehind(@Nullable Place other) {
      int order = other == null ? 1 : Integer.compare(end(), other.end());
      return order > 0 || order == 0 && other != null && at < other.at;
    }

    private int end() {
      return at + word.text().length();
    }
  }

  private @Nullable Place last(Kind kind, String before, int governed) {
    Place last = null;
    for (Word word : words) {
      Place place = new Place(word, word.kind() == kind ? word.last(before) : -1);
      if (place.at() >= 0 && place.isBehind(last) && word.reaches(before, place.at(), governed)) {
        last = place;
      }
    }
    return last;
  }

  /// Whether the text says behind a plan that so much of it is so: 计划投资50亿元，已完成20亿元.
  private boolean isDone(String before, Place plan) {
    return words.stream()
        .filter(word -> word.kind() == Kind.DONE)
        .anyMatch(
            word -> {
              int at = word.last(before);
              return at > plan.at() && word.reaches(before, at, UNGOVERNED);
            });
  }

  private Optional<Mood> beside(Clause clause) {
    return words.stream()
        .filter(word -> word.reach() == Reach.BESIDE && word.last(clause.after()) >= 0)
        .findFirst()
        .flatMap(Word::mood);
  }
}
