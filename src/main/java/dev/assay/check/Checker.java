package dev.assay.check;

import dev.assay.analyze.Modifier;
import dev.assay.analyze.Quantity;
import dev.assay.analyze.QuantityExtractor;
import dev.assay.analyze.Tag;
import dev.assay.analyze.TimeExpression;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.check.ValueMatch.Fit;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks the numbers, dates, ranks and names of a sentence against the paragraphs it cites, in
/// Chinese, English or across the two. Linear in the texts; no model. Immutable; safe for use by
/// many threads; costly to make, so make one.
public final class Checker {

  /// How far before a number the verb of its growth may stand.
  private static final int GROWN_REACH = 16;

  private final QuantityExtractor extractor;
  private final ContextReader contexts;
  private final SourceNames names;
  private final CheckWords words = new CheckWords();
  private final Derivation derivation = new Derivation(words);

  /// A checker with the lexicon that Assay ships.
  public Checker() {
    this(new QuantityExtractor(), Names.load());
  }

  /// A checker that knows things by `names`, in either language.
  public Checker(QuantityExtractor extractor, Names names) {
    this.extractor = extractor;
    this.contexts = new ContextReader(names);
    this.names = new SourceNames(names);
  }

  /// The verdicts on `sentence`, which cites `paragraphs`; reasons in the language of `reader`.
  public SentenceCheck check(String sentence, List<String> paragraphs, Language reader) {
    return check(sentence, read(paragraphs, null), reader);
  }

  /// Reads the cited paragraphs once; `published` resolves what they tell from the day of writing.
  public Source read(List<String> paragraphs, @Nullable PublicationTime published) {
    return readCited(paragraphs.stream().map(text -> new Cited(text, null)).toList(), published);
  }

  /// The same for paragraphs with the lines above them.
  public Source readCited(List<Cited> paragraphs, @Nullable PublicationTime published) {
    return new Source(paragraphs, extractor, contexts, names, published);
  }

  /// The verdicts on `sentence`, which cites the paragraphs of `source`.
  public SentenceCheck check(String sentence, Source source, Language reader) {
    return new Pass(sentence, source, new Reasons(reader)).run();
  }

  /// One number of the sentence on its way to a verdict.
  private static final class Draft {
    final Quantity said;
    Verdict verdict = Verdict.UNSUPPORTED;
    @Nullable Fact fact;
    String reason = "";
    Context context = Context.EMPTY;
    Context clause = Context.EMPTY;

    Draft(Quantity said) {
      this.said = said;
    }

    void set(Verdict newVerdict, @Nullable Fact newFact, String newReason) {
      verdict = newVerdict;
      fact = newFact;
      reason = newReason;
    }
  }

  /// One sentence against one source.
  private final class Pass {

    private final String sentence;
    private final Source source;
    private final Reasons reasons;
    private final QuantityExtractor.Reading reading;

    Pass(String sentence, Source source, Reasons reasons) {
      this.sentence = sentence;
      this.source = source;
      this.reasons = reasons;
      this.reading =
          extractor.read(sentence, LanguageDetector.detect(sentence, Language.UNKNOWN), null);
    }

    SentenceCheck run() {
      List<Draft> drafts = new ArrayList<>();
      for (Quantity said : checkable()) {
        drafts.add(draft(said));
      }
      owners(drafts);
      List<NumberCheck> checks = new ArrayList<>();
      for (Draft draft : drafts) {
        Fact fact = draft.fact;
        checks.add(
            new NumberCheck(
                draft.said.span(),
                ReadAs.of(draft.said),
                draft.verdict,
                fact == null ? null : fact.evidence(),
                draft.reason));
      }
      for (TimeExpression time : reading.times()) {
        if (TimeMatch.isCheckable(time)) {
          checks.add(time(time));
        }
      }
      checks.sort(Comparator.comparingInt(check -> check.span().start()));
      return new SentenceCheck(checks, names());
    }

    /// The names of the sentence, each place of each in order.
    private List<NameCheck> names() {
      List<NameCheck> checks = new ArrayList<>();
      List<Tag> tags = names.inSentence(sentence);
      for (Tag tag : tags) {
        NameCheck.Standing standing = standing(tag, tags);
        for (Tag.Mention mention : tag.mentions()) {
          String reason = reasons.name(standing, mention.span().in(sentence));
          checks.add(new NameCheck(mention.span(), tag.entity(), standing, reason));
        }
      }
      checks.sort(Comparator.comparingInt(check -> check.span().start()));
      return checks;
    }

    private NameCheck.Standing standing(Tag tag, List<Tag> said) {
      String words = tag.mentions().getFirst().span().in(sentence);
      if (source.names(tag.entity()) || source.says(words)) {
        return NameCheck.Standing.NAMED;
      }
      boolean own = tag.type() == EntityType.PERSON || tag.type() == EntityType.COMPANY;
      return own || source.namesAnother(tag.entity(), said)
          ? NameCheck.Standing.MISSING
          : NameCheck.Standing.UNNAMED;
    }

    /// What the sentence states, and of what it only uses the places in a series and the results.
    private List<Quantity> checkable() {
      List<Quantity> all = new ArrayList<>(reading.quantities());
      for (Quantity weak : reading.weak()) {
        boolean series =
            weak.unit().equals(Units.ORDINAL)
                && weak.value().orElse(BigDecimal.ZERO).compareTo(BigDecimal.valueOf(4)) >= 0;
        if (series || weak.unit().equals(Units.SCORE)) {
          all.add(weak);
        }
      }
      all.sort(Comparator.comparingInt(quantity -> quantity.span().start()));
      return all;
    }

    private Draft draft(Quantity said) {
      Draft draft = new Draft(said);
      Fact best = null;
      Fit bestFit = Fit.NONE;
      for (Fact fact : source.facts) {
        Fit fit = ValueMatch.of(said, source.inUnitOf(said, fact));
        if (fit.compareTo(bestFit) < 0
            || fit == bestFit
                && fit != Fit.NONE
                && best != null
                && !best.stated()
                && fact.stated()) {
          best = fact;
          bestFit = fit;
        }
      }
      settle(draft, best, bestFit);
      return draft;
    }

    private void settle(Draft draft, @Nullable Fact best, Fit fit) {
      if (best != null && fit.carries()) {
        String words = source.words(best);
        switch (fit) {
          case EXACT ->
              draft.set(
                  Verdict.EXACT,
                  best,
                  isLoosened(draft.said, best.quantity())
                      ? reasons.loosened(words)
                      : reasons.exact(words));
          case CONVERTED ->
              draft.set(Verdict.CONVERTED, best, reasons.converted(words, shown(draft.said)));
          case ROUNDED -> draft.set(Verdict.ROUNDED, best, reasons.rounded(words));
          case MODIFIER, UNIT, NONE -> draft.set(Verdict.UNSUPPORTED, best, reasons.absent());
        }
        return;
      }
      if (isGrownMultiple(draft)
          || isSplitRange(draft)
          || isImpliedRank(draft)
          || isReversedScore(draft)
          || isYearOfSource(draft)) {
        return;
      }
      Optional<Derivation.Found> derived =
          fit == Fit.MODIFIER || fit == Fit.UNIT
              ? Optional.empty()
              : derivation.find(draft.said, sentence, source.facts);
      if (derived.isPresent()) {
        Derivation.Found found = derived.get();
        draft.set(
            Verdict.DERIVED,
            found.first(),
            reasons.derived(
                found.rule(), source.words(found.first()), source.words(found.second())));
      } else if (best != null) {
        draft.set(
            Verdict.UNSUPPORTED,
            best,
            fit == Fit.MODIFIER
                ? reasons.otherModifier(source.words(best))
                : reasons.otherUnit(source.words(best)));
      } else {
        Fact slipped = slipped(draft.said);
        if (slipped != null) {
          draft.set(Verdict.UNSUPPORTED, slipped, reasons.otherMagnitude(source.words(slipped)));
          return;
        }
        Fact nearest = nearest(draft.said);
        draft.set(
            Verdict.UNSUPPORTED,
            nearest,
            nearest == null ? reasons.absent() : reasons.nearest(source.words(nearest)));
      }
    }

    private boolean isLoosened(Quantity said, Quantity there) {
      return said.modifier() == Modifier.EXACT
          && there.modifier() != Modifier.EXACT
          && there.modifier() != Modifier.ABOUT;
    }

    private String shown(Quantity quantity) {
      return quantity
          .value()
          .map(value -> value.stripTrailingZeros().toPlainString() + " " + quantity.unit())
          .orElse(quantity.unit().code());
    }

    /// A range of the sentence whose ends the source states apart: from 84 % to 125 %.
    private boolean isSplitRange(Draft draft) {
      Quantity said = draft.said;
      BigDecimal low = said.low();
      BigDecimal high = said.high();
      if (said.modifier() != Modifier.RANGE || low == null || high == null) {
        return endOfRange(draft);
      }
      Fact first = null;
      Fact second = null;
      for (Fact fact : source.facts) {
        first =
            first == null && ValueMatch.of(point(said, low), fact.quantity()).carries()
                ? fact
                : first;
        second =
            second == null && ValueMatch.of(point(said, high), fact.quantity()).carries()
                ? fact
                : second;
      }
      if (first == null || second == null) {
        return false;
      }
      draft.set(
          Verdict.EXACT, first, reasons.exact(source.words(first) + "…" + source.words(second)));
      return true;
    }

    /// An end of a range of the source, where the sentence states the other end as well.
    private boolean endOfRange(Draft draft) {
      BigDecimal value = draft.said.value().orElse(null);
      if (value == null) {
        return false;
      }
      for (Fact fact : source.facts) {
        Quantity there = fact.quantity();
        BigDecimal low = there.low();
        BigDecimal high = there.high();
        if (there.modifier() == Modifier.RANGE
            && there.unit().equals(draft.said.unit())
            && low != null
            && high != null) {
          BigDecimal other =
              ValueMatch.isEqual(low, value) ? high : ValueMatch.isEqual(high, value) ? low : null;
          if (other != null && saysToo(other, draft.said)) {
            draft.set(Verdict.EXACT, fact, reasons.exact(source.words(fact)));
            return true;
          }
        }
      }
      return false;
    }

    private boolean saysToo(BigDecimal value, Quantity said) {
      return reading.quantities().stream()
          .anyMatch(
              other ->
                  other.value().isPresent()
                      && ValueMatch.isEqual(other.value().get(), value)
                      && other.unit().equals(said.unit()));
    }

    private static Quantity point(Quantity said, BigDecimal value) {
      return new Quantity(said.span(), value, value, said.unit(), Modifier.EXACT, said.precision());
    }

    /// 增长1倍 is two times what it was, and a growth of 100 %.
    private boolean isGrownMultiple(Draft draft) {
      if (!draft.said.unit().equals(Units.TIMES) && !draft.said.unit().equals(Units.PERCENT)) {
        return false;
      }
      BigDecimal said = growth(draft.said, sentence);
      for (Fact fact : source.facts) {
        Quantity there = fact.quantity();
        boolean multiples =
            draft.said.unit().equals(Units.TIMES) || there.unit().equals(Units.TIMES);
        if (multiples
            && (there.unit().equals(Units.TIMES) || there.unit().equals(Units.PERCENT))
            && there.value().isPresent()
            && fact.stated()) {
          BigDecimal other = growth(there, source.paragraphs.get(fact.paragraph()));
          if (said != null
              && other != null
              && ValueMatch.isEqual(said, other)
              && ValueMatch.fits(draft.said.modifier(), there.modifier())) {
            draft.set(
                Verdict.CONVERTED, fact, reasons.converted(source.words(fact), shown(draft.said)));
            return true;
          }
        }
      }
      return false;
    }

    /// What the quantity makes of one: 3 for three times, 2 for a growth of one time or of 100 %.
    private @Nullable BigDecimal growth(Quantity quantity, String text) {
      BigDecimal value = quantity.value().orElse(null);
      if (value == null) {
        return null;
      }
      int start = quantity.span().start();
      boolean to = words.reached.endsAt(text, start);
      boolean grown = words.grown.isIn(text, Math.max(0, start - GROWN_REACH), start);
      if (quantity.unit().equals(Units.PERCENT)) {
        return grown && !to ? value.movePointLeft(2).add(BigDecimal.ONE) : null;
      }
      boolean numeric =
          text.charAt(quantity.span().end() - 1) == '倍'
              && !quantity.span().in(text).startsWith("翻");
      return grown && !to && numeric ? value.add(BigDecimal.ONE) : value;
    }

    /// The first of a list leads it, and those that follow are second and third.
    private boolean isImpliedRank(Draft draft) {
      if (!draft.said.unit().equals(Units.RANK)) {
        return false;
      }
      boolean first = draft.said.value().orElse(BigDecimal.ZERO).compareTo(BigDecimal.ONE) == 0;
      for (String paragraph : source.paragraphs) {
        if ((first ? words.first : words.following).isIn(paragraph)) {
          draft.set(Verdict.DERIVED, null, reasons.implied());
          return true;
        }
      }
      return false;
    }

    private boolean isReversedScore(Draft draft) {
      if (!draft.said.unit().equals(Units.SCORE)) {
        return false;
      }
      String said = reversed(draft.said);
      for (Fact fact : source.facts) {
        if (fact.quantity().unit().equals(Units.SCORE)
            && fact.quantity().value().orElseThrow().toPlainString().equals(said)) {
          draft.set(Verdict.EXACT, fact, reasons.exact(source.words(fact)));
          return true;
        }
      }
      return isClock(draft);
    }

    private static String reversed(Quantity score) {
      String[] sides = score.value().orElseThrow().toPlainString().split("\\.");
      return Integer.parseInt(sides[1]) + "." + "%03d".formatted(Integer.parseInt(sides[0]));
    }

    /// 8:30 may be a time of day that only the source tells as one.
    private boolean isClock(Draft draft) {
      String[] sides = draft.said.value().orElseThrow().toPlainString().split("\\.");
      int minute = 60 * Integer.parseInt(sides[0]) + Integer.parseInt(sides[1]);
      if (source.times.stream().anyMatch(time -> time.minute() == minute)) {
        draft.set(Verdict.EXACT, null, reasons.exact(draft.said.span().in(sentence)));
        return true;
      }
      return false;
    }

    /// A bare number that the source reads as a year.
    private boolean isYearOfSource(Draft draft) {
      BigDecimal value = draft.said.value().orElse(null);
      boolean bare =
          draft.said.unit().equals(Units.COUNT)
              && value != null
              && value.stripTrailingZeros().scale() <= 0;
      if (bare
          && source.times.stream()
              .anyMatch(
                  time ->
                      time.yearStated() && BigDecimal.valueOf(time.year()).compareTo(value) == 0)) {
        draft.set(Verdict.EXACT, null, reasons.exact(draft.said.span().in(sentence)));
        return true;
      }
      return false;
    }

    /// The number of the same unit with the same digits and another magnitude: 90 for 9 billion.
    private @Nullable Fact slipped(Quantity said) {
      BigDecimal value = said.value().orElse(null);
      for (Fact fact : source.facts) {
        BigDecimal there = fact.quantity().value().orElse(null);
        if (value != null
            && there != null
            && fact.stated()
            && fact.quantity().unit().equals(said.unit())
            && value.signum() != 0
            && digits(value).equals(digits(there))) {
          return fact;
        }
      }
      return null;
    }

    private static BigInteger digits(BigDecimal value) {
      return value.stripTrailingZeros().unscaledValue();
    }

    /// The number of the same unit that is closest in value.
    private @Nullable Fact nearest(Quantity said) {
      BigDecimal value = said.value().orElse(said.low());
      Fact best = null;
      double least = 1.0;
      for (Fact fact : source.facts) {
        BigDecimal there = fact.quantity().value().orElse(null);
        if (value == null
            || there == null
            || !fact.stated()
            || !fact.quantity().unit().convertsTo(said.unit())) {
          continue;
        }
        double one = value.multiply(said.unit().factor()).doubleValue();
        double other = there.multiply(fact.quantity().unit().factor()).doubleValue();
        double away =
            Math.abs(one - other) / Math.max(Math.abs(one), Math.max(Math.abs(other), 1e-9));
        if (away < least) {
          least = away;
          best = fact;
        }
      }
      return best;
    }

    // ---- which thing a number belongs to
    // ---------------------------------------------------------

    /// Marks exchanged and misplaced numbers as unsupported.
    private void owners(List<Draft> drafts) {
      if (source.facts.size() < 2 || drafts.isEmpty() || source.says(sentence)) {
        return;
      }
      List<Quantity> all = drafts.stream().map(draft -> draft.said).toList();
      List<ContextReader.Place> places = Source.places(all);
      char[] folded = ContextReader.fold(sentence);
      for (int i = 0; i < drafts.size(); i++) {
        Draft draft = drafts.get(i);
        if (draft.verdict != Verdict.UNSUPPORTED
            && draft.fact != null
            && rivals(draft).size() > 1) {
          draft.context = contexts.read(folded, places, i);
          draft.clause = contexts.readClause(folded, places, i);
          bestOwner(draft);
        }
      }
      for (int i = 0; i < drafts.size(); i++) {
        for (int k = i + 1; k < drafts.size(); k++) {
          swapped(drafts.get(i), drafts.get(k));
        }
      }
      for (Draft draft : drafts) {
        misplaced(draft, drafts);
      }
    }

    private List<Fact> rivals(Draft draft) {
      return source.facts.stream()
          .filter(
              fact ->
                  fact.stated() && fact.quantity().unit().kind().equals(draft.said.unit().kind()))
          .toList();
    }

    /// Of several places that have the number, the one with the words of the sentence.
    private void bestOwner(Draft draft) {
      List<Fact> rivals = rivals(draft);
      List<Context> all = rivals.stream().map(Fact::context).toList();
      Fact own = draft.fact;
      if (own == null) {
        return;
      }
      float best = draft.context.shared(own.context(), all);
      Fit fit = ValueMatch.of(draft.said, own.quantity());
      for (Fact rival : rivals) {
        if (!rival.equals(own) && ValueMatch.of(draft.said, rival.quantity()) == fit) {
          float shared = draft.context.shared(rival.context(), all);
          if (shared > best) {
            best = shared;
            draft.fact = rival;
          }
        }
      }
    }

    private void swapped(Draft one, Draft other) {
      Fact first = one.fact;
      Fact second = other.fact;
      boolean kin = one.said.unit().kind().equals(other.said.unit().kind());
      if (!kin
          || first == null
          || second == null
          || first.equals(second)
          || one.verdict == Verdict.UNSUPPORTED
          || other.verdict == Verdict.UNSUPPORTED) {
        return;
      }
      if (ValueMatch.of(one.said, second.quantity()).carries()
          || ValueMatch.of(other.said, first.quantity()).carries()) {
        return;
      }
      List<Context> all = rivals(one).stream().map(Fact::context).toList();
      if (Owners.isSwapped(one.context, other.context, first.context(), second.context(), all)) {
        one.set(Verdict.UNSUPPORTED, first, reasons.otherOwner(source.words(second)));
        other.set(Verdict.UNSUPPORTED, second, reasons.otherOwner(source.words(first)));
      }
    }

    private void misplaced(Draft draft, List<Draft> drafts) {
      Fact own = draft.fact;
      if (own == null || draft.verdict == Verdict.UNSUPPORTED || draft.verdict == Verdict.DERIVED) {
        return;
      }
      List<Fact> rivals = rivals(draft);
      List<Context> all = rivals.stream().map(Fact::context).toList();
      for (Fact rival : rivals) {
        boolean other =
            !rival.equals(own) && !ValueMatch.of(draft.said, rival.quantity()).carries();
        boolean twice = drafts.stream().anyMatch(each -> each != draft && own.equals(each.fact));
        boolean taken =
            drafts.stream()
                .anyMatch(
                    each ->
                        each != draft
                            && rival.equals(each.fact)
                            && each.verdict != Verdict.UNSUPPORTED);
        boolean nearer =
            draft.clause.shared(own.context(), all) > draft.clause.shared(rival.context(), all);
        if (other
            && !taken
            && !nearer
            && Owners.isMisplaced(draft.context, own.context(), rival.context(), all, twice)) {
          draft.set(Verdict.UNSUPPORTED, own, reasons.otherOwner(source.words(rival)));
          return;
        }
      }
    }

    // ---- times
    // -----------------------------------------------------------------------------------

    private NumberCheck time(TimeExpression said) {
      int at = TimeMatch.find(said, source.times);
      if (at >= 0) {
        TimeExpression other = YearSpans.otherEnd(said, reading.times(), sentence, source);
        if (other != null) {
          return new NumberCheck(
              said.span(), ReadAs.of(said), Verdict.UNSUPPORTED, null, reasons.absentTime());
        }
        TimeExpression there = source.times.get(at);
        int paragraph = source.timeParagraphs.get(at);
        String words = there.span().in(source.paragraphs.get(paragraph));
        return new NumberCheck(
            said.span(),
            ReadAs.of(said),
            Verdict.EXACT,
            new NumberCheck.Evidence(paragraph, there.span()),
            reasons.exact(words));
      }
      Fact number = yearAsNumber(said);
      if (number != null) {
        return new NumberCheck(
            said.span(),
            ReadAs.of(said),
            Verdict.EXACT,
            number.evidence(),
            reasons.exact(source.words(number)));
      }
      return new NumberCheck(
          said.span(), ReadAs.of(said), Verdict.UNSUPPORTED, null, reasons.absentTime());
    }

    /// A year that the source writes without a sign that it is one: 2015赛季.
    private @Nullable Fact yearAsNumber(TimeExpression said) {
      if (said.grain() != TimeExpression.Grain.YEAR) {
        return null;
      }
      for (Fact fact : source.facts) {
        boolean year =
            fact.quantity().unit().equals(Units.COUNT)
                && fact.quantity()
                        .value()
                        .orElse(BigDecimal.ZERO)
                        .compareTo(BigDecimal.valueOf(said.year()))
                    == 0;
        if (year) {
          return fact;
        }
      }
      return null;
    }
  }
}
