package dev.assay.analyze.measure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.measure.MeasurePatterns.Sold;
import dev.assay.analyze.measure.SignedSentence.Mark;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The figures of one sentence that are told of a measure.
final class MeasuredSentence {

  /// What a figure is told of stands near to it.
  private static final int LONGEST_BEFORE = 240;

  private static final BigDecimal FEW = BigDecimal.valueOf(20);

  private static final Pattern SPEAKER =
      Pattern.compile(
          "according to (?:(?:figures|data|estimates) (?:from|by|published by|of) )?"
              + "([^,;\uE000\uE001]{2,50}?)(?= on \uE001| on [a-z]+day|[,.;]|$)"
              + "|, ([^,;\uE000\uE001]{2,50}?) (?:said|says|reported|announced)\\b");

  private final SignedSentence signed;
  private final String text;
  private final TextReading reading;
  private final Span sentence;
  private final MeasurePatterns patterns;
  private final boolean isChinese;
  private final SentenceOwners owners;
  private final SentenceTimes times;

  /// What was read of a figure.
  ///
  /// @param from where what names the measure begins
  record Told(Measure measure, Thing thing, List<Claim.Part> of, Mark number, int from) {}

  /// @param named those that the article has named by now
  MeasuredSentence(
      SignedSentence signed,
      TextReading reading,
      Span sentence,
      MeasurePatterns patterns,
      boolean isChinese,
      Owners named) {
    this.signed = signed;
    this.text = signed.text();
    this.reading = reading;
    this.sentence = sentence;
    this.patterns = patterns;
    this.isChinese = isChinese;
    this.owners = new SentenceOwners(signed, reading.text(), patterns, isChinese, named);
    this.times = new SentenceTimes(signed, patterns, isChinese);
  }

  /// Adds the claims to `claims`.
  ///
  /// @param last what was read last in the sentence before, of which this may give a part (其中)
  /// @return what was read last here
  @Nullable Told read(@Nullable Told last, List<Claim> claims) {
    Matcher again = patterns.again().matcher(text);
    boolean goesOn = again.find();
    Told before = goesOn ? last : null;
    int behind = goesOn ? again.end() : 0;
    for (Mark number : signed.numbers()) {
      Optional<Told> told = named(number).or(() -> sold(number));
      if (told.isEmpty() && before != null) {
        told = onward(before, behind, number);
      }
      told.map(this::claim).ifPresent(claims::add);
      before = told.orElse(before != null && isAlike(before, number) ? null : before);
      behind = number.at() + 1;
    }
    return before;
  }

  private Optional<Told> named(Mark number) {
    int from = Math.max(0, number.at() - LONGEST_BEFORE);
    Matcher found = patterns.named().matcher(text);
    if (!patterns.isNamed(found, text, from, number.at())
        || !isChinese && patterns.moved().matcher(found.group(3)).find()) {
      return Optional.empty();
    }
    String word = found.group(1);
    return fitting(word, number)
        .flatMap(
            measure ->
                owners
                    .of(measure, found)
                    .map(
                        owned ->
                            new Told(
                                measure,
                                owned.thing(),
                                with(measure.part(word), owned.of()),
                                number,
                                found.start(1))));
  }

  private Optional<Measure> fitting(String word, Mark number) {
    return patterns.byWord().getOrDefault(word, List.of()).stream()
        .filter(measure -> canBe(measure, number))
        .findFirst();
  }

  /// Whether a figure can be one of the measure. "Production of five technologies", "sold three
  /// plants": so few things are what the text goes on to name.
  private static boolean canBe(Measure measure, Mark number) {
    Quantity quantity = (Quantity) number.what();
    UnitFamily family = UnitFamily.of(quantity.unit());
    boolean few =
        family == UnitFamily.COUNT
            && quantity.value().filter(value -> value.compareTo(FEW) < 0).isPresent();
    return !few && measure.units().contains(family);
  }

  private static List<Claim.Part> with(List<Claim.Part> one, List<Claim.Part> other) {
    List<Claim.Part> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private Optional<Told> sold(Mark number) {
    String before = text.substring(Math.max(0, number.at() - LONGEST_BEFORE), number.at());
    String behind = text.substring(number.at() + 1);
    for (Sold sold : patterns.sold()) {
      Matcher verb = sold.before().matcher(before);
      if (canBe(sold.measure(), number) && verb.find() && isCounted(sold, number, behind)) {
        int at = number.at() - before.length() + verb.start();
        return owners
            .seller(sold.measure(), at)
            .map(
                thing ->
                    new Told(
                        sold.measure(),
                        thing,
                        with(sold.measure().part(verb.group(1)), counted(number)),
                        number,
                        at));
      }
    }
    return Optional.empty();
  }

  private boolean isCounted(Sold sold, Mark number, String behind) {
    return sold.counted().matcher(behind).find()
        || !sold.isAny() && sold.counted().matcher(unit(number) + behind).find();
  }

  /// The word for what is counted, if it was read as the unit: " tonnes", " teu".
  private String unit(Mark number) {
    Quantity quantity = (Quantity) number.what();
    String words = new String(Folding.fold(number.span().in(reading.text())));
    int space = words.lastIndexOf(' ');
    return space < 0 || UnitFamily.of(quantity.unit()) == UnitFamily.COUNT
        ? ""
        : words.substring(space);
  }

  /// The material or product right behind a count.
  private List<Claim.Part> counted(Mark number) {
    return owners.materials(number.at() + 1, Math.min(text.length(), number.at() + 3));
  }

  /// The next figure of the same measure, at a time of its own.
  ///
  /// @param behind where the figure before it ends
  private Optional<Told> onward(Told before, int behind, Mark number) {
    String between = text.substring(behind, number.at());
    boolean timed = isChinese ? between.indexOf(SignedSentence.TIME) >= 0 : isTimed(behind, number);
    return timed && isAlike(before, number) && patterns.onward().matcher(between).matches()
        ? Optional.of(new Told(before.measure(), before.thing(), before.of(), number, behind))
        : Optional.empty();
  }

  /// Whether an English figure has a time right behind it, or one that begins the sentence.
  private boolean isTimed(int behind, Mark number) {
    boolean begins = signed.within(SignedSentence.NUMBER, 0, behind).isEmpty();
    return times.behind(number).isPresent()
        || begins && !signed.within(SignedSentence.TIME, 0, behind).isEmpty();
  }

  private static boolean isAlike(Told before, Mark number) {
    Quantity one = (Quantity) before.number().what();
    return one.unit().equals(((Quantity) number.what()).unit());
  }

  private Claim claim(Told told) {
    Optional<Thing> speaker = speaker(told);
    return new Claim(
        told.thing(),
        told.measure().property(),
        told.of(),
        times.of(told.from(), told.number()).orElse(null),
        new Claim.Value.Figure((Quantity) told.number().what()),
        reading.paragraph(),
        sentence,
        speaker.orElse(null),
        speaker.isPresent() ? Claim.Stance.REPORTED : Claim.Stance.ASSERTED,
        new Claim.Reading(MeasureReader.TRUST, null));
  }

  /// Who says so behind an English figure: "the port authority said", "according to the board".
  private Optional<Thing> speaker(Told told) {
    Matcher behind = SPEAKER.matcher(text).region(told.number().at(), text.length());
    if (isChinese || !behind.find()) {
      return Optional.empty();
    }
    int group = behind.group(1) == null ? 2 : 1;
    String words = signed.words(behind.start(group), behind.end(group), reading.text());
    return Optional.of(new Thing(null, words));
  }
}
