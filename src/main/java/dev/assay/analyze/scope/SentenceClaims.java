package dev.assay.analyze.scope;

import dev.assay.analyze.choice.NounPhrases;
import dev.assay.analyze.choice.Reads;
import dev.assay.analyze.choice.RowTrust;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.Cue;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The claims of one sentence: the figures whose property and subject were weighed, with what
/// narrows each, when it holds, and who says so.
public final class SentenceClaims {

  /// Characters beside the phrase between a figure and its share: ", accounting for ... or".
  private static final int MOST_BETWEEN = 24;

  /// How far a phrase is trusted at least that words of the lexicon say.
  private static final double SAID = 0.9;

  /// From which trust on a phrase is told beside what the lexicon says.
  private static final double SURE = 0.5;

  /// How much of its trust is left to an old value whose new one is not read.
  private static final double OLD_ALONE = 0.5;

  /// What is told of once or, with a word for it, of each so long a time.
  private static final Set<Property> MAY_BE_EACH =
      Set.of(Property.COUNT, Property.AMOUNT, Property.INVESTMENT, Property.COST);

  /// What is told of a year where nothing else is said.
  private static final Set<Property> FLOWS =
      Set.of(
          Property.PRODUCTION,
          Property.CONSUMPTION,
          Property.CAPACITY,
          Property.EXPORTS,
          Property.IMPORTS,
          Property.REVENUE,
          Property.PROFIT,
          Property.VOLUME,
          Property.QUOTA);

  private final int paragraph;
  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Holders holders;
  private final Reads reads;
  private final Respective respective;
  private final Scopes scopes;
  private final NounPhrases phrases;
  private final Voices voices;
  private final ClaimTimes times;
  private final TimeFrame frame;
  private final List<Span> numbers;
  private final Ages ages;
  private final Map<Integer, Claim> byFigure = new HashMap<>();
  private final Set<Span> ageFigures = new HashSet<>();
  private @Nullable Claim previous;

  /// @param frame what the text before leaves the sentence of times; takes what it leaves the next
  public SentenceClaims(int paragraph, Grammar grammar, Reads reads, TimeFrame frame) {
    this.holders = grammar.sentence.lexicon().holders();
    this.paragraph = paragraph;
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.reads = reads;
    this.respective = new Respective(grammar.sentence);
    this.phrases = reads.phrases();
    this.scopes = new Scopes(grammar, respective, reads.phrases());
    this.voices = new Voices(grammar, reads.phrases());
    this.ages = new Ages(grammar, reads.phrases());
    this.frame = frame;
    this.times = new ClaimTimes(grammar, reads.phrases(), frame, respective);
    this.numbers =
        sentence.marks().stream()
            .filter(Mark.Number.class::isInstance)
            .map(mark -> new Span(mark.start(), mark.end()))
            .toList();
  }

  public void addTo(List<Claim> claims) {
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
    frame.takeClaims(claims.subList(first, claims.size()));
    List<Claim> all = claims.subList(first, claims.size()).stream().map(this::measured).toList();
    claims.subList(first, claims.size()).clear();
    for (int i = 0; i < all.size(); i++) {
      Claim claim = all.get(i).with(paired(all, i));
      if (reads.isEnough(claim.reading().trust())) {
        claims.add(claim);
      }
    }
  }

  /// How far a claim is to be trusted beside the others of its sentence: an old value and the new
  /// one, "from 10 % to 25 %", are told together, and an old one alone would be taken for what is.
  private static Claim.Reading paired(List<Claim> all, int number) {
    Claim claim = all.get(number);
    double trust = claim.reading().trust();
    double other = 0;
    for (int i = Math.max(0, number - 1); i < Math.min(all.size(), number + 2); i++) {
      Claim beside = all.get(i);
      if (isOld(beside) != isOld(claim) && beside.isReadAs(claim) && isAlike(beside, claim)) {
        other = Math.max(other, beside.reading().trust());
      }
    }
    double told = other > 0 || !isOld(claim) ? Math.max(trust, other) : trust * OLD_ALONE;
    return new Claim.Reading(told, claim.reading().subject());
  }

  private static boolean isOld(Claim claim) {
    return claim.of().stream().anyMatch(part -> "before".equals(part.id()));
  }

  private static boolean isAlike(Claim one, Claim other) {
    return one.quantity().map(Quantity::unit).equals(other.quantity().map(Quantity::unit));
  }

  /// The claim with the phrase for what is counted or measured, if its other parts do not say it,
  /// and as far to be trusted as all of that. Where words of the lexicon say it, it does little
  /// harm if the phrase is another.
  private Claim measured(Claim claim) {
    Reads.Read read = reads.at(claim.value().span().start());
    if (read == null) {
      return claim;
    }
    if (ageFigures.contains(claim.value().span())) {
      return aged(claim, read);
    }
    Span phrase = read.measurand();
    boolean lexical =
        tells(claim)
            && !claim.property().isOfItsPhrase()
            && claim.property() != Property.CHANGE; // what rose is no more than its phrase
    boolean said = phrase == null ? tells(claim) : phrases.isSaid(phrase, claim, !lexical);
    double whole = lexical || said && tells(claim) ? Math.max(SAID, read.whole()) : read.whole();
    boolean left =
        phrase == null || said || lexical && (read.whole() < SURE || isOfAnother(phrase, claim));
    Claim told = over(phrase == null || left ? claim : claim.of(parts(claim, phrase)));
    RowTrust.Said how = said(claim, phrase, said, left);
    double row = reads.trust(told, read, whole, how);
    double trust =
        how != RowTrust.Said.PHRASE && isKnown(told) ? Math.max(row, read.trust() * whole) : row;
    return based(told).with(new Claim.Reading(trust, read.place()));
  }

  private Claim aged(Claim claim, Reads.Read read) {
    Claim told = ages.told(claim);
    double trust = reads.trust(told, read, Math.max(SAID, read.whole()), RowTrust.Said.LEXICAL);
    return told.with(new Claim.Reading(trust, read.place()));
  }

  private static RowTrust.Said said(
      Claim claim, @Nullable Span phrase, boolean said, boolean left) {
    if (!left) {
      return RowTrust.Said.PHRASE;
    }
    if (said && phrase != null) {
      return RowTrust.Said.SAID;
    }
    return tells(claim) ? RowTrust.Said.LEXICAL : RowTrust.Said.NOTHING;
  }

  /// Whether the lexicon knows all that a claim is of, its thing, its material and, if its property
  /// leaves that open, the step or the measure: the words around it then say little more, and how
  /// sure its parts are is enough.
  private static boolean isKnown(Claim claim) {
    boolean open =
        switch (claim.property()) {
          case SHARE, RANK, CHANGE, COUNT, AMOUNT -> true;
          default -> false;
        };
    return claim.entity().id() != null
        && has(claim, Claim.Facet.MATERIAL)
        && (!open || has(claim, Claim.Facet.STAGE) || has(claim, Claim.Facet.MEASURE));
  }

  private static boolean has(Claim claim, Claim.Facet facet) {
    return claim.of().stream().anyMatch(part -> part.facet() == facet);
  }

  /// The claim with the time over which something changed or was counted, if the text says it by
  /// its length.
  private Claim over(Claim claim) {
    boolean adds = claim.property() == Property.CHANGE || isToldByTime(claim);
    Span period = adds ? phrases.period(claim.value().span()) : null;
    if (period == null) {
      return claim;
    }
    List<Part> parts = new ArrayList<>(claim.of());
    parts.add(new Part(Claim.Facet.OTHER, null, period.in(sentence.text().original)));
    return claim.of(parts);
  }

  /// The claim with what its number means beside the amount: against what it rose or fell, year on
  /// year, or in which time so much is, each week.
  private Claim based(Claim claim) {
    int number = numbers.indexOf(claim.value().span());
    String basis =
        number < 0
            ? null
            : basis(claim, sentence.lexicon().bases().read(sentence.text().chars, numbers, number));
    if (basis == null) {
      return claim;
    }
    List<Part> parts = new ArrayList<>(claim.of());
    parts.add(new Part(Claim.Facet.OTHER, basis, basis));
    return claim.of(parts);
  }

  /// A flow is told for a year anyway.
  private static @Nullable String basis(Claim claim, Basis basis) {
    if (claim.property() == Property.CHANGE) {
      return basis.againstId();
    }
    String each = basis.each();
    boolean told =
        each != null
            && isToldByTime(claim)
            && !(each.equals("year") && FLOWS.contains(claim.property()))
            && !says(claim, each);
    return told ? "each." + each : null;
  }

  /// Whether as much may be in a year or in a week. What rose or has a share in a year's output is
  /// told by other words.
  private static boolean isToldByTime(Claim claim) {
    boolean rate = claim.quantity().filter(one -> one.unit().code().indexOf('/') >= 0).isPresent();
    return !rate && (FLOWS.contains(claim.property()) || MAY_BE_EACH.contains(claim.property()));
  }

  /// Whether the words for what is counted say it: loads a day.
  private static boolean says(Claim claim, String each) {
    return claim.of().stream()
        .map(Part::words)
        .anyMatch(words -> words.contains(each) || words.contains("每") || words.contains("均"));
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
    Span done =
        claim.property() == Property.COUNT
            ? phrases.done(claim.value().span(), phrase, sentence.lexicon().words(Cue.HAVING))
            : null;
    if (done != null) {
      parts.add(new Part(Claim.Facet.OTHER, null, done.in(sentence.text().original)));
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
      case REVENUE, PROFIT, CHANGE, PURITY, IMPORT_RELIANCE, RATE, VOLUME, ALIKE -> false;
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
    boolean age = ages.isAge(read, number);
    if (age) {
      ageFigures.add(number.quantity().span());
    }
    Property property = age ? Property.AMOUNT : read.property();
    Chosen chosen = new Chosen(property, falls ? -1 : 1, word(setting, property));
    return new Claim(
        subject,
        property,
        scope(setting, chosen, new Scopes.Owner(subject, reads.phrases().around(read.place()))),
        times.of(setting, read.place()),
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
