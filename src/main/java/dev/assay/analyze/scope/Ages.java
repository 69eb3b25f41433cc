package dev.assay.analyze.scope;

import dev.assay.analyze.choice.NounPhrases;
import dev.assay.analyze.choice.Reads;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;

/// The figures of one sentence that tell how old one person is: the person is named, or a word
/// describes them, and the clause tells of no other measure of years.
final class Ages {

  private static final String OPENS = ",(，（";
  private static final String CLOSES = ",.;)，。；）";

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final FoldedText text;
  private final NounPhrases phrases;

  /// @param phrases of the same text
  Ages(Grammar grammar, NounPhrases phrases) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.text = sentence.text();
    this.phrases = phrases;
  }

  /// Whether a figure is an age: it is called so, or is an amount of years without a word for them
  /// ("Reid, 33, said").
  boolean isAge(Reads.Read read, Mark.Number number) {
    Quantity quantity = number.quantity();
    boolean told =
        switch (read.property()) {
          case AMOUNT -> isCalled(number.end()) || isBare(quantity);
          case DURATION -> isCalled(number.end());
          default -> false;
        };
    return told
        && quantity.value().isPresent()
        && isPerson(read.place())
        && !isOfOtherMeasure(number);
  }

  private boolean isCalled(int end) {
    return sentence.lexicon().words(Cue.AGED).isBefore(text, end);
  }

  private boolean isBare(Quantity quantity) {
    return quantity.unit().code().equals("year")
        && quantity.span().in(text.original).chars().noneMatch(Character::isLetter);
  }

  private boolean isPerson(Span subject) {
    return phrases.isPerson(subject)
        || sentence.lexicon().words(Cue.PERSON).isBefore(text, subject.end());
  }

  private boolean isOfOtherMeasure(Mark.Number number) {
    Stretch clause = grammar.clause(sentence.marks().indexOf(number));
    return sentence
        .lexicon()
        .words(Cue.OF_YEARS)
        .isWithin(text, sentence.at(clause.from()).start(), sentence.at(clause.to() - 1).end());
  }

  /// The claim of an age says whose it is and how far it is so. Of one that stands beside its
  /// person (", 33,", 45岁的) the clause tells neither denial nor plan: they are of its verb.
  Claim told(Claim claim) {
    Span figure = claim.value().span();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Facet.MEASURE, Claim.AGE, figure.in(text.original)));
    if (!isBeside(figure)) {
      claim.of().stream().filter(Ages::isMood).forEach(parts::add);
      return claim.of(parts);
    }
    Stance stance = claim.speaker() == null ? Stance.ASSERTED : Stance.REPORTED;
    return claim.of(parts).with(claim.stance() == Stance.DENIED ? stance : claim.stance());
  }

  private boolean isBeside(Span figure) {
    char before = text.at(text.skipSpacesBack(figure.start()) - 1);
    char behind = text.at(figure.end());
    boolean apart = OPENS.indexOf(before) >= 0 && CLOSES.indexOf(behind) >= 0;
    return apart || behind == '的' || figure.in(text.original).endsWith("-old");
  }

  private static boolean isMood(Part part) {
    return part.facet() == Facet.OTHER && part.id() != null;
  }
}
