package dev.assay.analyze.claim;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.AmountText;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.PhraseTable;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says a claim in the language of a reader, whatever the language of its text: 中国稀土精炼占比近九成 is
/// `China, share of rare earth refining` and `nearly 90%`.
///
/// Things that a pack knows have their label in the reader's language, words of a scope theirs from
/// `lexicon/claim-text.tsv`; what neither knows keeps the source's words. Nothing is translated.
/// Immutable; safe for use by many threads; costly to make, so make one for each language.
public final class ClaimText {

  private static final String WORLD = "world";
  private static final String END = "\u0000";
  private static final Pattern LATIN_WORD = Pattern.compile("(?<![A-Za-z])[a-z]{3,}");

  private final Names names;
  private final Language language;
  private final PhraseTable phrases;
  private final AmountText amounts;
  private final TimeText times;
  private final PropertyWords measurements;

  /// The words for readers of `language`: Chinese in one of its scripts, or else English.
  public ClaimText(Names names, Language language) {
    this.names = names;
    this.language = language;
    this.phrases = PhraseTable.of(names.lexicon().table("claim-text.tsv"), language);
    this.amounts = new AmountText(language);
    this.times = new TimeText(phrases, language.isChinese());
    this.measurements = PropertyWords.of(names.lexicon());
  }

  public Language language() {
    return language;
  }

  /// The whole claim in one line: `China, share of rare earth refining, 2024: nearly 90%`.
  public String line(Claim claim) {
    return about(claim) + (language.isChinese() ? "：" : ": ") + value(claim);
  }

  /// What the figure is of, with the time that the text states: `China, exports to the United
  /// States, September 2025`.
  public String about(Claim claim) {
    String said = phrases.say("comma", thing(claim.entity()), measure(claim));
    String time = claim.time() == null ? "" : time(claim.time());
    return time.isEmpty() ? said : phrases.say("comma", said, time);
  }

  /// The property with its scope: `share of rare earth refining`, 稀土精炼占比.
  public String measure(Claim claim) {
    Optional<Part> measurand = measurand(claim);
    String other =
        joined(claim, part -> part.facet() == Facet.OTHER && !measurand.equals(Optional.of(part)));
    String party = joined(claim, Facet.PARTY);
    String place = place(claim);
    String counterpart = counterpart(claim);
    String core = core(claim);
    String all =
        language.isChinese() ? counterpart + place + core : spaced(core, counterpart, place);
    String whose = party.isEmpty() ? all : phrases.say("comma", all, party);
    return other.isEmpty() ? whose : phrases.say("comma", whose, other);
  }

  private static String spaced(String... words) {
    return String.join(" ", List.of(words).stream().filter(word -> !word.isEmpty()).toList());
  }

  private String core(Claim claim) {
    String property = claim.property().word();
    Optional<String> told = measurand(claim).map(this::part);
    if (told.isPresent()) {
      return measurements.names(claim.property(), told.get())
          ? told.get()
          : phrases.say("of." + property, told.get());
    }
    String scope = scope(claim);
    Optional<String> kind = kind(claim);
    if (kind.isPresent()) {
      return scope.isEmpty() ? kind.get() : phrases.say("kind." + property, kind.get(), scope);
    }
    if (isMoney(claim)) {
      Optional<String> sum = phrases.phrase("money." + property);
      if (sum.isPresent()) {
        return language.isChinese() ? scope + sum.get() : spaced(scope, sum.get());
      }
    }
    return scope.isEmpty() ? property(claim.property()) : phrases.say("of." + property, scope);
  }

  /// What stands for the name of the property: `net profit to shareholders`.
  private Optional<String> kind(Claim claim) {
    return claim.of().stream()
        .filter(part -> isKind(claim.property(), part))
        .map(this::part)
        .findFirst();
  }

  /// What a figure counts or measures in the source's words, if the lexicon has none for it.
  private static Optional<Part> measurand(Claim claim) {
    return claim.of().stream()
        .filter(part -> part.facet() == Facet.OTHER && part.id() == null)
        .findFirst();
  }

  private static boolean isKind(Property property, Part part) {
    String id = part.id();
    return part.facet() == Facet.MEASURE
        && id != null
        && (property == Property.PROFIT && id.startsWith("profit ")
            || property == Property.AMOUNT && id.equals(Claim.AGE));
  }

  private static boolean isMoney(Claim claim) {
    return claim.quantity().filter(quantity -> quantity.unit().isMoney()).isPresent();
  }

  /// Material, step and measure, one after the other, each once.
  private String scope(Claim claim) {
    List<Part> parts =
        Stream.of(Facet.MATERIAL, Facet.STAGE, Facet.MEASURE)
            .flatMap(facet -> claim.of().stream().filter(part -> part.facet() == facet))
            .filter(part -> !repeats(claim, part))
            .toList();
    boolean nounFollows = !phrases.say("of." + claim.property().word(), END).endsWith(END);
    SequencedSet<String> words = new LinkedHashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      String word = last && !nounFollows ? part(parts.get(i)) : attribute(parts.get(i));
      boolean steps =
          i > 0
              && parts.get(i).facet() == parts.get(i - 1).facet()
              && (parts.get(i).facet() == Facet.STAGE
                  || isNamed(parts.get(i)) && isNamed(parts.get(i - 1)))
              && !words.contains(word);
      words.add(steps ? phrases.say("and", words.removeLast(), word) : word);
    }
    String scope = String.join(language.isChinese() ? "" : " ", words);
    return claim.of().stream().anyMatch(ClaimText::isWorld)
        ? phrases.say(WORLD, scope).strip()
        : scope;
  }

  /// One of several things that have names, not a word that narrows the next.
  private static boolean isNamed(Part part) {
    return part.facet() == Facet.MATERIAL && part.id() != null && part.id().indexOf(':') > 0;
  }

  /// Whether the name or the property says it already: "import reliance" does of imports.
  private boolean repeats(Claim claim, Part part) {
    return part(part).equals(thing(claim.entity()))
        || part(part).equals(property(claim.property()))
        || isKind(claim.property(), part)
        || claim.property() == Property.IMPORT_RELIANCE && "imports".equals(part.id());
  }

  private static boolean isWorld(Part part) {
    return part.facet() == Facet.PLACE && WORLD.equals(part.id());
  }

  /// A name as it stands before another noun: `rare earth` of `rare earths`, if it is so called.
  private String attribute(Part part) {
    String label = part(part);
    if (language.isChinese() || !label.endsWith("s")) {
      return label;
    }
    String single = label.substring(0, label.length() - 1);
    return entity(part.id()).stream()
            .flatMap(entity -> entity.aliases().stream())
            .map(Alias::text)
            .anyMatch(single::equals)
        ? single
        : label;
  }

  private String place(Claim claim) {
    String places = beyondMeasurand(claim, Facet.PLACE);
    return places.isEmpty() ? "" : phrases.say("place", places);
  }

  /// The parts of `facet` that the words for what is measured do not say in the reader's language:
  /// no Fiji with new solar projects in Fiji.
  private String beyondMeasurand(Claim claim, Facet facet) {
    String told = measurand(claim).map(Part::words).filter(words -> !isForeign(words)).orElse("");
    return joined(claim, part -> part.facet() == facet && !told.contains(part.words()));
  }

  private String counterpart(Claim claim) {
    String others = beyondMeasurand(claim, Facet.COUNTERPART);
    String key = "counterpart." + flow(claim);
    return others.isEmpty()
        ? ""
        : phrases.say(phrases.phrase(key).isPresent() ? key : "counterpart.other", others);
  }

  /// What goes between the two sides: the measure of a change or a share, else the property.
  private static String flow(Claim claim) {
    return claim.of().stream()
        .filter(part -> part.facet() == Facet.MEASURE && part.id() != null)
        .filter(part -> !isKind(claim.property(), part))
        .map(part -> String.valueOf(part.id()))
        .findFirst()
        .orElse(claim.property().word());
  }

  private String joined(Claim claim, Facet facet) {
    return joined(claim, part -> part.facet() == facet);
  }

  private String joined(Claim claim, Predicate<Part> wanted) {
    List<String> parts =
        claim.of().stream()
            .filter(wanted)
            .filter(part -> !isWorld(part) && !repeats(claim, part))
            .map(this::part)
            .distinct()
            .toList();
    return String.join(language.isChinese() ? "、" : ", ", parts);
  }

  /// The label of a thing.
  public String thing(Thing thing) {
    return label(thing.id(), thing.words());
  }

  /// The label of a part of a scope.
  public String part(Part part) {
    return label(part.id(), part.words());
  }

  private String label(@Nullable String id, String otherwise) {
    if (id == null) {
      return otherwise;
    }
    return phrases
        .phrase("scope." + id)
        .or(() -> entity(id).map(entity -> entity.label(language)))
        .orElse(otherwise);
  }

  private Optional<NamedEntity> entity(@Nullable String id) {
    return id == null ? Optional.empty() : names.entity(id);
  }

  /// The property alone: `share`, 占比.
  public String property(Property property) {
    return phrases.say("property." + property.word());
  }

  /// The figure with its modifier and unit: `nearly 90%`, 近90%, `down 12%`, 85亿美元.
  public String value(Claim claim) {
    String value =
        switch (claim.value()) {
          case Claim.Value.Moment(TimeExpression time) -> time(time);
          case Claim.Value.Figure(Quantity quantity) ->
              switch (claim.property()) {
                case CHANGE -> change(quantity);
                case RANK -> rank(quantity);
                case AMOUNT -> kind(claim).isPresent() ? age(quantity) : amount(quantity);
                default -> amount(quantity);
              };
        };
    return claim.stance() == Stance.DENIED ? phrases.say("denied", value) : value;
  }

  /// The figure, and after it the words of a source that a reader of this language cannot read:
  /// `540,000 t (54万吨)`. `text` is that of the claim's paragraph.
  public String value(Claim claim, String text) {
    String written = claim.value().span().in(text).strip();
    return isForeign(written) ? phrases.say("gloss", value(claim), written) : value(claim);
  }

  private String rank(Quantity quantity) {
    return quantity
        .value()
        .map(rank -> phrases.say("rank", rank.toPlainString()))
        .orElseGet(() -> amount(quantity));
  }

  /// An age in years has a word of its own in Chinese: 33岁, and none in English.
  private String age(Quantity quantity) {
    return quantity.unit().code().equals("year")
        ? phrases.say("age.years", amount(quantity, "count"))
        : amount(quantity);
  }

  private String change(Quantity quantity) {
    if (quantity.unit().code().equals("times")) {
      return amount(quantity); // doubled and 增长两倍 are not the same: the number alone is told
    }
    boolean falls = signum(quantity) < 0;
    return phrases.say(
        falls ? "change.down" : "change.up", amount(falls ? size(quantity) : quantity));
  }

  private static int signum(Quantity quantity) {
    BigDecimal high = quantity.high();
    BigDecimal low = quantity.low();
    return high != null ? high.signum() : low != null ? low.signum() : 0;
  }

  private static Quantity size(Quantity fall) {
    BigDecimal low = fall.low();
    BigDecimal high = fall.high();
    return new Quantity(
        fall.span(),
        high == null ? null : high.negate(),
        low == null ? null : low.negate(),
        fall.unit(),
        fall.modifier(),
        fall.precision());
  }

  /// A quantity with its modifier: `about 3 times`, 超过70%.
  public String amount(Quantity quantity) {
    return amount(quantity, quantity.unit().code());
  }

  private String amount(Quantity quantity, String code) {
    BigDecimal low = quantity.low();
    BigDecimal high = quantity.high();
    String amount =
        low == null || high == null || low.compareTo(high) == 0
            ? amounts.amount(low == null ? Optional.ofNullable(high).orElseThrow() : low, code)
            : amounts.range(low, high, code);
    return phrases.say("modifier." + quantity.modifier().word(), amount);
  }

  /// A time: `October 2025`; empty if the text leaves open of which year a part is meant.
  public String time(TimeExpression time) {
    return times.say(time);
  }

  /// Whether `words` are in a script that a reader of this language may not read: Chinese
  /// characters for others than readers of Chinese, words in small Latin letters for these.
  public boolean isForeign(String words) {
    return language.isChinese()
        ? LATIN_WORD.matcher(words).find()
        : words.chars().anyMatch(c -> HanScript.isHan((char) c));
  }
}
