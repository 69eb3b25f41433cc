package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Stretch;
import org.jspecify.annotations.Nullable;

/// Whom "we" stands for: the one whose words they are, if the text names one body that speaks or
/// for which a named person speaks. "We" of the text itself is nobody.
final class FirstPersons {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Owners owners;
  private final Discourse discourse;

  FirstPersons(Grammar grammar, Discourse discourse) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.owners = new Owners(grammar);
    this.discourse = discourse;
  }

  /// Who says the words at `mark`, null if the text does not tell.
  @Nullable Thing at(int mark) {
    int quote = openQuote(sentence.at(mark).start());
    if (quote >= 0 && quote < sentence.span().start()) {
      return discourse.speaker(quote);
    }
    Thing before = before(mark);
    return before != null || quote < 0 ? before : behind(mark);
  }

  /// Where the quotation begins that `at` stands in, -1 if it stands in none.
  private int openQuote(int at) {
    String text = sentence.text().original;
    int open = Math.max(text.lastIndexOf('“', at), text.lastIndexOf('「', at));
    int close = Math.max(text.lastIndexOf('”', at), text.lastIndexOf('」', at));
    return open > close ? open : -1;
  }

  /// The last before `mark` of whom a verb of saying tells.
  @Nullable Thing before(int mark) {
    for (int i = mark - 1; i > 0; i--) {
      if (sentence.is(i, Role.SAY) && grammar.isVerb(i)) {
        Stretch subject = grammar.subjectOf(i);
        Stretch clause = grammar.clause(i);
        boolean dropped = subject.isEmpty() && clause.from() > 1;
        return body(dropped ? grammar.clause(clause.from() - 2) : subject);
      }
    }
    return null;
  }

  /// "...," said Amanda Lacaze, chief executive of Lynas.
  private @Nullable Thing behind(int mark) {
    for (int i = mark; i < sentence.size(); i++) {
      boolean closes = sentence.at(i).start() > closeQuote(mark);
      if (closes && sentence.is(i, Role.SAY)) {
        Stretch inverted = new Stretch(i + 1, sentence.size());
        int from = grammar.clause(i).from();
        return body(from < i ? new Stretch(from, i) : inverted);
      }
    }
    return null;
  }

  private int closeQuote(int mark) {
    String text = sentence.text().original;
    int close = text.indexOf('”', sentence.at(mark).start());
    return close < 0 ? sentence.span().end() : close;
  }

  /// The one body that the phrase names, or the one for which the person acts.
  private @Nullable Thing body(Stretch phrase) {
    Thing body = null;
    Thing person = null;
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (!sentence.isHolder(i)) {
        continue;
      }
      String kind = sentence.kind(i);
      if (kind.equals("person")) {
        person = sentence.thing(i);
      } else if (!isPlace(kind)) {
        if (body != null && !grammar.isChinese()) {
          return null;
        }
        body = body == null ? owners.holder(new Stretch(i, phrase.to())) : body;
      }
    }
    if (body != null) {
      return body;
    }
    return person == null ? owner(phrase) : country(person);
  }

  private static boolean isPlace(String kind) {
    return switch (kind) {
      case "country", "region", "province", "city", "state", "mine", "plant" -> true;
      default -> false;
    };
  }

  /// "China said": the country itself speaks.
  private @Nullable Thing owner(Stretch phrase) {
    boolean whole =
        phrase.to() == phrase.from() + 1 || sentence.is(phrase.to() - 1, Role.GOVERNMENT);
    return whole ? owners.holder(phrase) : null;
  }

  private @Nullable Thing country(Thing person) {
    Thing acts = sentence.lexicon().holders().government(person);
    return acts == null || person.id() == null || person.id().equals(acts.id()) ? null : acts;
  }
}
