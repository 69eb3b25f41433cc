package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a text does with a figure behind which it does not stand as a fact: it asks for it, repeats
/// it of others whom it does not name, plans it, sets it as a goal or a limit, expects it, supposes
/// it, or gives it for several together. `lexicon/ledger/moods.tsv`. Immutable; safe for use by
/// many threads.
record Moods(List<Word> words) {

  enum Mood {
    ASKS(false),
    RUMOUR(false),
    PLANNED(true),
    GOAL(true),
    LIMIT(true),
    EXPECTED(true),
    IF(true),
    TOGETHER(true);

    /// Whether figures of it are of a kind of their own, and held against each other.
    private final boolean ofItsOwn;

    Mood(boolean ofItsOwn) {
      this.ofItsOwn = ofItsOwn;
    }

    boolean isOfItsOwn() {
      return ofItsOwn;
    }

    /// The id that it has as a part of a scope.
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
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

  /// @param mood empty for a word that leads back to what the text says itself
  record Word(Optional<Mood> mood, String text, Reach reach) {

    private static Stream<Word> of(LexiconFile.Row row) {
      Optional<Mood> mood =
          Optional.of(row.cell(0).toUpperCase(Locale.ROOT))
              .filter(word -> !word.equals("SAYS"))
              .map(Mood::valueOf);
      Reach reach = Reach.valueOf(row.cell(2).toUpperCase(Locale.ROOT));
      return Arrays.stream(row.cell(1).split(" \\| ")).map(word -> new Word(mood, word, reach));
    }

    /// Whether it reaches from `at` to the end of `before`, where the figure stands.
    private boolean reaches(String before, int at) {
      return reach == Reach.SENTENCE || Clause.isList(before.substring(at + text.length()));
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

  Moods {
    words = List.copyOf(words);
  }

  static Moods of(Lexicon lexicon) {
    return new Moods(lexicon.table("ledger/moods.tsv").rows().stream().flatMap(Word::of).toList());
  }

  static Moods none() {
    return new Moods(List.of());
  }

  /// What the text does with the figure of `evidence`; empty if it says it, or names who does.
  Optional<Mood> of(Evidence evidence) {
    Thing speaker = evidence.claim().speaker();
    boolean named = speaker != null && speaker.id() != null;
    return words.isEmpty()
        ? Optional.empty()
        : of(Clause.of(evidence)).filter(mood -> mood != Mood.RUMOUR || !named);
  }

  /// By the last of the words before the figure, or else one right behind it, or the sign of a
  /// question.
  Optional<Mood> of(Clause clause) {
    String before = clause.earlier() + clause.before();
    Word last = null;
    int at = -1;
    for (Word word : words) {
      int place = word.last(before);
      if (place >= 0 && end(word, place) > at && word.reaches(before, place)) {
        last = word;
        at = end(word, place);
      }
    }
    return last != null
        ? last.mood()
        : beside(clause).or(() -> Optional.of(Mood.ASKS).filter(_ -> clause.isAsked()));
  }

  /// Of two words that end at one place the longer counts.
  private static int end(Word word, int place) {
    return 1_000 * (place + word.text().length()) + Math.min(999, word.text().length());
  }

  private Optional<Mood> beside(Clause clause) {
    return words.stream()
        .filter(word -> word.reach() == Reach.BESIDE && word.last(clause.after()) >= 0)
        .findFirst()
        .flatMap(Word::mood);
  }

  /// `evidence` with its mood as a part of its scope, in the place of what was read of a plan: so
  /// that figures of one mood stand together and beside no fact.
  Evidence marked(Evidence evidence) {
    Optional<Mood> mood = of(evidence).filter(Mood::isOfItsOwn);
    if (mood.isEmpty()) {
      return evidence;
    }
    List<Claim.Part> parts = new ArrayList<>();
    for (Claim.Part part : evidence.claim().of()) {
      if (!Mood.PLANNED.id().equals(part.id()) && !mood.get().id().equals(part.id())) {
        parts.add(part);
      }
    }
    parts.add(new Claim.Part(Claim.Facet.OTHER, mood.get().id(), mood.get().id()));
    return evidence.of(parts);
  }
}
