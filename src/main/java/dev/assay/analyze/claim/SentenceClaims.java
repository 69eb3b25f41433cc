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
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The claims of one sentence: the figures whose property and subject were weighed, with what
/// narrows each, when it holds, and who says so.
final class SentenceClaims {

  /// Characters beside the phrase between a figure and its share: ", accounting for ... or".
  private static final int MOST_BETWEEN = 24;

  /// How far a phrase is trusted at least that words of the lexicon say.
  private static final double SAID = 0.9;

  /// From which trust on a phrase is told beside what the lexicon says.
  private static final double SURE = 0.5;

  private final int paragraph;
  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Holders holders;
  private final Reads reads;
  private final Respective respective;
  private final Scopes scopes;
  private final NounPhrases phrases;
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
    this.phrases = reads.phrases();
    this.scopes = new Scopes(grammar, respective, reads.phrases());
    this.voices = new Voices(grammar);
  }

  void addTo(List<Claim> claims) {
    int first = claims.size();
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
    List<Claim> told = new ArrayList<>();
    for (Claim claim : claims.subList(first, claims.size())) {
      Claim measured = measured(claim);
      if (reads.isEnough(measured.property(), measured.reading().trust())) {
        told.add(measured);
      }
    }
    claims.subList(first, claims.size()).clear();
    claims.addAll(told);
  }

  /// The claim with the phrase for what is counted or measured, if its other parts do not say it,
  /// and as far to be trusted as all of that. Where words of the lexicon say it, it does little
  /// harm if the phrase is another.
  private Claim measured(Claim claim) {
    Reads.Read read = reads.at(claim.value().span().start());
    if (read == null) {
      return claim;
    }
    Span phrase = read.measurand();
    boolean lexical =
        tells(claim)
            && !claim.property().isOfItsPhrase()
            && claim.property() != Property.CHANGE; // what rose is no more than its phrase
    boolean said = phrase == null ? tells(claim) : phrases.isSaid(phrase, claim, !lexical);
    double whole = lexical || said && tells(claim) ? Math.max(SAID, read.whole()) : read.whole();
    Claim trusted = claim.with(new Claim.Reading(read.trust() * whole, read.place()));
    if (phrase == null || said || lexical && (read.whole() < SURE || isOfAnother(phrase, claim))) {
      return trusted;
    }
    return trusted.of(parts(claim, phrase));
  }

  /// Whether a phrase has none of the words for the step or the measure of its claim: it is that of
  /// the figure beside it, or tells of them what needs not be said.
  private boolean isOfAnother(Span phrase, Claim claim) {
    String words = phrase.in(sentence.text().original);
    List<Part> told =
        claim.of().stream()
            .filter(
                part -> part.facet() == Claim.Facet.STAGE || part.facet() == Claim.Facet.MEASURE)
            .toList();
    return !told.isEmpty() && told.stream().noneMatch(part -> words.contains(part.words()));
  }

  /// Whether a material, a step or a measure that the lexicon knows says what the figure is of, or
  /// its property alone does.
  private static boolean tells(Claim claim) {
    return claim.property() == Property.REVENUE
        || claim.property() == Property.PROFIT
        || claim.of().stream().anyMatch(part -> part.facet().saysOfWhat());
  }

  private List<Part> parts(Claim claim, Span phrase) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Claim.Facet.OTHER, null, phrase.in(sentence.text().original)));
    Span part =
        claim.property() == Property.SHARE ? partBefore(phrase, claim.value().span()) : null;
    if (part != null) {
      parts.add(new Part(Claim.Facet.OTHER, null, part.in(sentence.text().original)));
    }
    parts.addAll(claim.of());
    parts.sort(Comparator.comparing(Part::facet));
    return parts;
  }

  /// What is a share of the whole that a phrase tells, if the figure right before is of it:
  /// 资金净流入9万元，占成交额8%.
  private @Nullable Span partBefore(Span whole, Span share) {
    Span before = null;
    for (Mark mark : sentence.marks()) {
      before =
          mark instanceof Mark.Number && mark.start() < share.start()
              ? new Span(mark.start(), mark.end())
              : before;
    }
    Reads.Read read = before == null ? null : reads.at(before.start());
    Span part = read == null ? null : read.measurand();
    if (before == null || part == null || part.equals(whole)) {
      return null;
    }
    if (before.end() > whole.start() || whole.end() > share.start()) {
      return null;
    }
    int rest = whole.start() - before.end() + share.start() - whole.end();
    return rest <= MOST_BETWEEN ? part : null;
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
