package dev.assay.analyze.claim;

import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Holders;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.text.FoldedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The claims of one sentence: the figures whose property and subject were weighed, with what
/// narrows each, when it holds, and who says so.
final class SentenceClaims {

  private final int paragraph;
  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Holders holders;
  private final Reads reads;
  private final Respective respective;
  private final Scopes scopes;
  private final Voices voices;
  private final Map<Integer, Claim> byFigure = new HashMap<>();
  private @Nullable Claim previous;

  SentenceClaims(int paragraph, Grammar grammar, Reads reads) {
    this.holders = grammar.sentence.lexicon().holders();
    this.paragraph = paragraph;
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.reads = reads;
    this.respective = new Respective(grammar.sentence);
    this.scopes = new Scopes(grammar, respective, reads.phrases());
    this.voices = new Voices(grammar);
  }

  void addTo(List<Claim> claims) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i) instanceof Mark.Number number) {
        Reads.Read read = reads.at(number.start());
        if (read != null && canHave(read.subject(), read.property())) {
          Claim claim = claim(grammar.setting(i), number, read);
          if (previous != null) {
            claims.set(claims.size() - 1, Inherited.ranked(previous, claim));
          }
          claims.add(claim);
          byFigure.put(i, claim);
          previous = claim;
        }
      }
    }
  }

  /// A person who tells of an output or a rise is not the one who has it.
  private static boolean canHave(Thing subject, Property property) {
    if (!subject.kind().equals("person")) {
      return true;
    }
    return switch (property) {
      case SHARE, COUNT, AMOUNT, TARIFF, QUOTA, DATE, INVESTMENT, DURATION, COST -> true;
      case RESERVES, PRODUCTION, CAPACITY, CONSUMPTION, EXPORTS, IMPORTS, PRICE, RANK -> false;
      case REVENUE, PROFIT, CHANGE, PURITY, IMPORT_RELIANCE, RATE, VOLUME -> false;
    };
  }

  /// Whose it is by tables: 金价 is of gold; a tariff is the country's for which a person or an
  /// authority makes laws, or whose tariff is called so.
  private Thing subject(Reads.Read read) {
    Thing subject = read.subject();
    String words = FoldedText.fold(subject.words());
    Optional<String> id = Optional.ofNullable(subject.id()).or(() -> holders.priced(words));
    if (read.property() == Property.TARIFF) {
      id = id.map(holders::government).or(() -> holders.tariff(words).map(Holders.Tariff::id));
    }
    return new Thing(id.orElse(null), subject.words());
  }

  private Claim claim(Setting setting, Mark.Number number, Reads.Read read) {
    Thing subject = subject(read);
    Thing speaker = voices.speaker(setting);
    Stance stance = voices.stance(setting, speaker);
    boolean falls = read.falls() || isNegative(number);
    Chosen chosen = new Chosen(read.property(), falls ? -1 : 1, word(setting, read.property()));
    return new Claim(
        subject,
        read.property(),
        scope(setting, chosen, new Scopes.Owner(subject, reads.phrases().around(read.place()))),
        ClaimTimes.of(grammar, setting),
        new Value.Figure(falls ? negative(number.quantity()) : number.quantity()),
        paragraph,
        sentence.span(),
        speaker,
        stance,
        new Claim.Reading(read.trust(), read.place()));
  }

  /// The nearest noun in structure that names the property, or a word for a change, -1 if none
  /// does.
  private int word(Setting setting, Property property) {
    Stretch verb = new Stretch(Math.max(0, setting.verb()), setting.verb() + 1);
    for (Stretch place :
        List.of(setting.own(), setting.before(), verb, setting.behind(), setting.subject())) {
      for (int i = place.to() - 1; i >= place.from(); i--) {
        if (names(sentence.at(i), property)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean names(Mark mark, Property property) {
    return mark instanceof Mark.Word word
        && word.meanings().stream()
            .filter(meaning -> meaning.role() != ClaimWord.Role.VERB)
            .map(ClaimWord::property)
            .anyMatch(property::equals);
  }

  private List<Part> scope(Setting setting, Chosen chosen, Scopes.Owner owner) {
    Thing subject = owner.thing();
    List<Part> stated = scopes.of(setting, chosen, owner);
    if (scopes.hasContent(setting)) {
      return stated;
    }
    Claim dealt = byFigure.get(respective.earlier(setting.figure()));
    if (dealt != null) {
      return Inherited.dealt(stated, chosen.property(), subject, dealt);
    }
    return setting.isList()
        ? Inherited.item(stated, chosen.property(), subject, previous)
        : Inherited.scope(stated, chosen.property(), subject, previous);
  }

  /// A loss written as -948.35万元.
  private boolean isNegative(Mark.Number number) {
    FoldedText text = sentence.text();
    int before = number.start() - 1;
    return text.at(before) == '-' && text.isHan(before - 1) && number.family() == UnitFamily.MONEY;
  }

  private static Quantity negative(Quantity quantity) {
    boolean told = quantity.low() != null && quantity.low().signum() < 0;
    return told
        ? quantity
        : new Quantity(
            quantity.span(),
            quantity.high() == null ? null : quantity.high().negate(),
            quantity.low() == null ? null : quantity.low().negate(),
            quantity.unit(),
            quantity.modifier(),
            quantity.precision());
  }
}
