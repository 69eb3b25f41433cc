package dev.assay.brief.vet;

import dev.assay.brief.vet.Cue.Kind;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What stands directly beside a name: the office of its bearer (*director Tang Biyun*, *Theo
/// Marchbanks, an engineer,*) and what it does (*Calder refused a post*); or beside a number: what
/// it counts (*118 films*).
///
/// @param office keys of the words before it, or behind a comma that follows a name
/// @param deed keys of the words behind it
record Roles(Set<Long> office, Set<Long> deed) {

  private static final int MOST_WORDS = 4;

  /// So many letters, or half as many characters, may a word stand from the name.
  private static final int REACH = 36;

  private static final String COMMAS = ",，";
  private static final String STOPS = ".;:!?。；：！？“”\"\n";

  static Roles of(ReadText text, Figure name) {
    List<Term> terms = new ArrayList<>();
    List<Clause> clauses = Attachments.clausesOf(text, name);
    for (Clause clause : clauses) {
      for (Term term : clause.terms()) {
        boolean own = term.start() < name.end() && name.start() < term.end();
        if (!own && term.kind() != Term.Kind.PAIR && !isSpeech(clause, term)) {
          terms.add(term);
        }
      }
    }
    Set<Long> office = new HashSet<>();
    add(
        text,
        terms.stream().filter(t -> t.end() <= name.start()).toList().reversed(),
        name,
        office);
    Set<Long> deed = new HashSet<>();
    boolean apposed =
        !isNumber(name)
            && name.end() < text.text().length()
            && text.text().charAt(name.end()) == ',';
    add(
        text,
        terms.stream().filter(t -> t.start() >= name.end()).toList(),
        name,
        apposed ? office : deed);
    return new Roles(office, deed);
  }

  /// Who speaks is no office and no deed: all do.
  private static boolean isSpeech(Clause clause, Term term) {
    return clause.cues().stream()
        .anyMatch(
            cue ->
                (cue.is(Kind.SAID) || cue.is(Kind.SOURCE))
                    && cue.start() < term.end()
                    && term.start() < cue.end());
  }

  /// Adds the keys of the nearest words up to another name, a figure or a second comma.
  private static void add(ReadText text, List<Term> terms, Figure name, Set<Long> keys) {
    int words = 0;
    for (Term term : terms) {
      if (words == MOST_WORDS || !reaches(text, term, name)) {
        return;
      }
      if (term.kind() == Term.Kind.FIGURE || Namesakes.isRead(term)) {
        return;
      }
      Arrays.stream(term.keys()).forEach(keys::add);
      words++;
    }
  }

  private static boolean isNumber(Figure figure) {
    return (figure.key() & Term.FIGURE) != 0;
  }

  private static boolean reaches(ReadText text, Term term, Figure name) {
    boolean behind = term.start() >= name.end();
    String between =
        behind
            ? text.text().substring(name.end(), term.start())
            : text.text().substring(term.end(), name.start());
    long han = between.chars().filter(c -> HanScript.isHan((char) c)).count();
    long commas = between.chars().filter(c -> COMMAS.indexOf(c) >= 0).count();
    return between.length() + han <= REACH
        && commas <= (han == 0 && !isNumber(name) ? 1 : 0)
        && between.chars().noneMatch(c -> STOPS.indexOf(c) >= 0);
  }
}
