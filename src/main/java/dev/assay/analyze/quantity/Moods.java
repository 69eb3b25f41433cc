package dev.assay.analyze.quantity;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the mood of a figure from the words around it: `lexicon/moods.tsv`. Immutable; safe for
/// use by many threads.
public final class Moods {

  /// Of a figure that no word governs but those of its own clause.
  public static final int UNGOVERNED = Integer.MAX_VALUE;

  /// A word that stands farther before a figure says nothing of it, but for those of the whole
  /// sentence: lists of hundreds of plans are not gone through again for each.
  private static final int MOST_BEFORE = 300;

  /// A figure that is no year: 2030年, "2030 target".
  private static final Pattern OTHER_FIGURE =
      Pattern.compile("(?<![0-9])(?!(?:19|20)[0-9]{2}(?:年|[ ']))[0-9]");

  private static final Pattern OWNING = Pattern.compile("['’]s\\b");

  private final WordTable<Word> words;
  private final boolean isEmpty;

  private Moods(Map<String, Word> words) {
    this.words = WordTable.forwards(words);
    this.isEmpty = words.isEmpty();
  }

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
  private record Word(Kind kind, Optional<Mood> mood, Reach reach) {

    private static Word of(LexiconFile.Row row) {
      Reach reach = Reach.valueOf(row.cell(2).toUpperCase(Locale.ROOT));
      return switch (row.cell(0)) {
        case "will" -> new Word(Kind.WILL, Optional.of(Mood.PLANNED), reach);
        case "done" -> new Word(Kind.DONE, Optional.empty(), reach);
        case "says" -> new Word(Kind.TELLS, Optional.empty(), reach);
        default -> new Word(Kind.TELLS, Optional.of(mood(row)), reach);
      };
    }

    private static Mood mood(LexiconFile.Row row) {
      return Mood.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
    }
  }

  /// A word and where it stands in a text.
  private record Place(Word word, int start, int end) {

    private static final String CLOSING = ",，;；";

    /// Whether it is said of a figure behind `before`. A plan is, from `governed` on, for all that
    /// its subject is to do.
    boolean reaches(String before, int governed) {
      boolean governs =
          word.reach() == Reach.CLAUSE && word.mood().filter(Mood::isAhead).isPresent();
      boolean near = before.length() - end <= MOST_BEFORE;
      return word.reach() == Reach.SENTENCE
          || near && (governs && start >= governed || isSaidIn(before.substring(end)));
    }

    /// Whether its clause, or a list that goes on behind it, ends in `behind`: where it closes its
    /// clause (锚定目标，) it is not said of the next.
    private static boolean isSaidIn(String behind) {
      String rest = behind.stripLeading();
      boolean closed = !rest.isEmpty() && CLOSING.indexOf(rest.charAt(0)) >= 0;
      return !closed && Clause.isList(behind);
    }
  }

  public static Moods of(Lexicon lexicon) {
    Map<String, Word> words = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("moods.tsv").rows()) {
      for (String word : row.cell(1).split(" \\| ")) {
        words.put(word, Word.of(row));
      }
    }
    return new Moods(words);
  }

  /// Takes every figure for a fact.
  public static Moods none() {
    return new Moods(Map.of());
  }

  /// Whether `word`, itself folded, tells a mood.
  public boolean holds(String word) {
    return places(word).stream()
        .anyMatch(place -> place.end() == word.length() && place.word().mood().isPresent());
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
    if (isEmpty) {
      return Optional.empty();
    }
    String before = clause.earlier() + clause.before();
    List<Place> reaching =
        places(before).stream().filter(place -> place.reaches(before, governed)).toList();
    Place told = last(Kind.TELLS, reaching);
    Place will = last(Kind.WILL, reaching);
    boolean says = told == null || told.word().mood().isEmpty();
    Place last = says && will != null && (told == null || will.end() > told.end()) ? will : told;
    if (last == null) {
      return beside(clause).or(() -> Optional.of(Mood.ASKS).filter(_ -> clause.isAsked()));
    }
    Place done = last(Kind.DONE, reaching);
    boolean undone =
        last.word().reach() == Reach.CLAUSE && done != null && done.start() > last.start();
    return last.word().mood().filter(mood -> !mood.isAhead() || !undone);
  }

  private static @Nullable Place last(Kind kind, List<Place> places) {
    return places.reversed().stream()
        .filter(place -> place.word().kind() == kind)
        .findFirst()
        .orElse(null);
  }

  /// By a word behind the figure, if no other figure stands between, whose it would be:
  /// 通胀率3.3%高于2%的目标.
  private Optional<Mood> beside(Clause clause) {
    return places(clause.after()).stream()
        .filter(place -> place.word().reach() == Reach.BESIDE)
        .findFirst()
        .filter(place -> !OTHER_FIGURE.matcher(clause.after().substring(0, place.start())).find())
        .flatMap(place -> place.word().mood());
  }

  /// The words of `text` in their order; a word within a longer one is none (预期 of 超预期), nor one
  /// that has something: the cost of "the plan's cost" is no plan, and Target a shop.
  private List<Place> places(String text) {
    char[] letters = text.toCharArray();
    List<Place> places = new ArrayList<>();
    int i = 0;
    while (i < letters.length) {
      WordTable.Match<Word> match = words.at(letters, i, letters.length);
      if (match != null && Clause.standsAt(text, i, text.substring(i, match.end()))) {
        if (!OWNING.matcher(text).region(match.end(), letters.length).lookingAt()) {
          places.add(new Place(match.value(), i, match.end()));
        }
        i = match.end();
      } else {
        i++;
      }
    }
    return places;
  }
}
