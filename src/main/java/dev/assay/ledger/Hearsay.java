package dev.assay.ledger;

import dev.assay.analyze.name.Thing;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a text stands behind a figure at all, or only asks for it or repeats it of others whom
/// it does not name. `lexicon/ledger/hearsay.tsv`. Immutable; safe for use by many threads.
record Hearsay(List<Word> words) {

  /// What a text does with a figure behind which it does not stand.
  enum Kind {
    ASKS,
    RUMOUR
  }

  /// @param kind empty for a word that leads back to what the text says itself
  /// @param far whether it is said for the clauses behind its own too
  record Word(Optional<Kind> kind, String text, boolean far) {

    private static Word of(LexiconFile.Row row) {
      String kind = row.cell(0);
      return new Word(
          kind.equals("says")
              ? Optional.empty()
              : Optional.of(Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
          row.cell(1),
          row.cell(2).equals("sentence"));
    }

    /// Whether it reaches from `at` to the end of `before`, where the figure stands.
    private boolean reaches(String before, int at) {
      return far || Clause.isList(before.substring(at + text.length()));
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

  Hearsay {
    words = List.copyOf(words);
  }

  static Hearsay of(Lexicon lexicon) {
    return new Hearsay(lexicon.table("ledger/hearsay.tsv").rows().stream().map(Word::of).toList());
  }

  static Hearsay none() {
    return new Hearsay(List.of());
  }

  /// What the text does with the figure of `evidence`; empty if it says it, or names who does.
  Optional<Kind> of(Evidence evidence) {
    Thing speaker = evidence.claim().speaker();
    boolean named = speaker != null && speaker.id() != null;
    return words.isEmpty()
        ? Optional.empty()
        : of(Clause.of(evidence)).filter(kind -> kind == Kind.ASKS || !named);
  }

  /// By the last of the words before the figure, or else by the sign of a question.
  Optional<Kind> of(Clause clause) {
    String before = clause.earlier() + clause.before();
    Word last = null;
    int at = -1;
    for (Word word : words) {
      int place = word.last(before);
      if (place > at && word.reaches(before, place)) {
        last = word;
        at = place;
      }
    }
    return last != null ? last.kind() : Optional.of(Kind.ASKS).filter(_ -> clause.isAsked());
  }
}
