package dev.assay.analyze.choice;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.cite.Span;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How far a claim can be trusted in all that it says: subject, phrase, scope, time and speaker, as
/// one row of a table that is read without its text. Of one text.
public final class RowTrust {

  /// Up to such a number something is often told in passing: "three ways".
  private static final int SMALL = 12;

  private final WordedText text;
  private final Weights weights;
  private final Features like;
  private final String language;
  private final List<Row> rows = new ArrayList<>();
  private final EnglishSigns signs;

  /// A claim with what can be seen of it.
  public record Row(Claim claim, Features features) {}

  /// How what is counted or measured is told.
  public enum Said {
    /// By a phrase of the text.
    PHRASE,
    /// By property and parts that the lexicon knows, which say all of the phrase.
    SAID,
    /// By these, whatever the phrase is.
    LEXICAL,
    /// Not at all.
    NOTHING
  }

  /// @param like a bag for the purpose: with names to learn, bare to read
  RowTrust(WordedText text, Weights weights, Features like) {
    this.text = text;
    this.weights = weights;
    this.like = like;
    this.language = text.isChinese ? "zh" : "en";
    this.signs = new EnglishSigns(text);
  }

  /// The rows that were weighed, if the bag is one to learn with.
  public List<Row> rows() {
    return rows;
  }

  /// The probability that all of it is right.
  ///
  /// @param whole the probability that the phrase is
  double of(Claim claim, Reads.Read read, double whole, Said said) {
    Features features = features(claim, read, whole, said);
    if (like.hasNames()) {
      rows.add(new Row(claim, features));
    }
    return weights.probabilities(FigureReader.trusted(features))[0];
  }

  private Features features(Claim claim, Reads.Read read, double whole, Said said) {
    Features bag = Features.like(like);
    bag.add("V");
    bag.add("V.lang", language);
    Choices.steps(bag, "V.p", read.trust() * whole);
    Choices.steps(bag, "V.p." + language, read.trust() * whole);
    Choices.steps(bag, "V.t", read.trust());
    Choices.steps(bag, "V.w", whole);
    Property property = claim.property();
    bag.add("V.prop", property.word());
    bag.add("V.proplang", property.word(), language);
    bag.add("V.said", said.name(), language);
    bag.add("V.saidprop", said.name(), property.word());
    subject(bag, claim, read);
    value(bag, claim);
    phrase(bag, claim, read, said);
    whole(bag, claim, read);
    int at = text.firstFrom(claim.value().span().start());
    between(bag, at, text.phrase(read.place()));
    sentence(bag, claim, at);
    for (Part part : claim.of()) {
      bag.add("V.of", part.facet().word());
      bag.add("V.ofprop", part.facet().word(), property.word());
    }
    scope(bag, claim, read.trust() * whole);
    bag.add("V.parts", String.valueOf(Math.min(5, claim.of().size())));
    if (!text.isChinese) {
      signs.add(bag, claim.sentence(), text.phrase(read.place()), at);
    }
    return bag.distinct();
  }

  /// Which parts of it the lexicon knows.
  private void scope(Features bag, Claim claim, double parts) {
    boolean material = claim.of().stream().anyMatch(part -> part.facet() == Facet.MATERIAL);
    boolean told =
        claim.of().stream()
            .anyMatch(part -> part.facet() == Facet.STAGE || part.facet() == Facet.MEASURE);
    String known =
        (claim.entity().id() == null ? "-" : "k") + (material ? "m" : "-") + (told ? "s" : "-");
    bag.add("V.scope", known, language);
    bag.add("V.scopeprop", known, claim.property().word());
    Choices.steps(bag, "V.p." + known, parts);
  }

  private void subject(Features bag, Claim claim, Reads.Read read) {
    String id = claim.entity().id();
    bag.add("V.kind", id == null ? "-" : NamedEntity.kindOf(id));
    bag.add("V.known", String.valueOf(id != null), language);
    Phrase holder = text.phrase(read.place());
    int words = holder.last() - holder.first() + 1;
    bag.add("V.subjwords", String.valueOf(Math.min(5, words)), language);
    made(bag, "V.subj", holder);
    bag.add("V.subjpart", text.part(holder.head()), language);
    bag.add("V.subjcue", text.cue(holder.head()));
    bag.add("V.telling", String.valueOf(text.isTelling(holder)), language);
    boolean upper = Character.isUpperCase(claim.entity().words().codePointAt(0));
    bag.add("V.upper", String.valueOf(upper), language);
    bag.add("V.prev", text.part(holder.first() - 1), language);
    bag.add("V.next", text.part(holder.last() + 1), language);
  }

  private void value(Features bag, Claim claim) {
    Quantity quantity = claim.quantity().orElse(null);
    if (quantity == null) {
      return;
    }
    bag.add("V.unit", quantity.unit().code());
    bag.add("V.modifier", quantity.modifier().name());
    boolean words = quantity.span().in(text.text.original).chars().noneMatch(Character::isDigit);
    bag.add("V.inwords", String.valueOf(words), language);
    boolean small =
        quantity.low() != null
            && quantity.low().abs().doubleValue() <= SMALL
            && quantity.low().stripTrailingZeros().scale() <= 0;
    bag.add("V.small", String.valueOf(small), claim.property().word());
    bag.add("V.smallwords", String.valueOf(small), String.valueOf(words), language);
  }

  private void phrase(Features bag, Claim claim, Reads.Read read, Said said) {
    Span place = read.measurand();
    if (place == null || said != Said.PHRASE) {
      return;
    }
    Phrase phrase = text.phrase(place);
    bag.add("V.words", String.valueOf(Math.min(6, phrase.last() - phrase.first() + 1)), language);
    made(bag, "V.phrase", phrase);
    bag.add("V.before", text.part(phrase.first() - 1), language);
    bag.add("V.after", text.part(phrase.last() + 1), language);
    bag.add("V.letters", String.valueOf(Math.min(8, place.end() - place.start())), language);
    int at = text.firstFrom(claim.value().span().start());
    bag.add("V.far", String.valueOf(Math.min(6, MeasurandFinder.distance(phrase, at))), language);
  }

  /// Whether subject and phrase are whole, or torn from what goes on behind them; and how many
  /// figures stand between the phrase and its own.
  private void whole(Features bag, Claim claim, Reads.Read read) {
    bag.add("V.subjgoes", goesOn(text.phrase(read.place()), claim, read), language);
    Span place = read.measurand();
    if (place == null) {
      return;
    }
    Phrase phrase = text.phrase(place);
    bag.add("V.goes", goesOn(phrase, claim, read), language);
    bag.add("V.ends", text.part(phrase.first()), text.part(phrase.last()), language);
    int at = text.firstFrom(claim.value().span().start());
    int from = Math.min(at, phrase.last()) + 1;
    long figures =
        IntStream.range(from, Math.max(at, phrase.first())).filter(text::isFigure).count();
    bag.add("V.phrasefigures", String.valueOf(Math.min(2, figures)), language);
  }

  /// What stands right behind a phrase: the sentence ends, a figure, no noun, a noun that the row
  /// tells or that names what is measured, a name, or another noun.
  private String goesOn(Phrase phrase, Claim claim, Reads.Read read) {
    int next = phrase.last() + 1;
    if (!text.together(next, phrase.last())) {
      return "#";
    }
    if (!text.isNominal(next)) {
      return text.isFigure(next) ? "figure" : "-";
    }
    if (isTold(next, claim, read)) {
      return "told";
    }
    return text.isName(next) ? "name" : "noun";
  }

  private boolean isTold(int i, Claim claim, Reads.Read read) {
    Span word = new Span(text.word(i).start(), text.word(i).end());
    Span place = read.measurand();
    String written = text.written(i);
    return text.isMeasure(i)
        || read.place().contains(word)
        || place != null && place.contains(word)
        || claim.of().stream()
            .map(Part::words)
            .anyMatch(words -> words.contains(written) || written.contains(words));
  }

  /// Whether a verb or a name is part of it.
  private void made(Features bag, String of, Phrase phrase) {
    boolean verb = false;
    boolean name = false;
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      verb |= text.isVerb(i);
      name |= text.isName(i);
    }
    bag.add(of + "verb", String.valueOf(verb), language);
    bag.add(of + "name", String.valueOf(name), language);
  }

  /// What stands between figure and subject.
  private void between(Features bag, int at, Phrase holder) {
    int from = Math.min(at, holder.last());
    int to = Math.max(at, holder.first());
    int figures = 0;
    int names = 0;
    int verbs = 0;
    int signs = 0;
    for (int i = from + 1; i < to; i++) {
      figures += text.isFigure(i) ? 1 : 0;
      names += text.isName(i) ? 1 : 0;
      verbs += text.isVerb(i) ? 1 : 0;
      signs += text.isSign(i) ? 1 : 0;
    }
    String side = holder.last() < at ? "L" : "R";
    bag.add("V.figures", side, String.valueOf(Math.min(3, figures)), language);
    bag.add("V.names", side, String.valueOf(Math.min(3, names)), language);
    bag.add("V.verbs", side, String.valueOf(Math.min(3, verbs)), language);
    bag.add("V.signs", side, String.valueOf(Math.min(3, signs)), language);
    bag.add("V.together", String.valueOf(text.together(at, holder.head())), language);
    int distance = to - from;
    bag.add("V.distance", distance < 3 ? "3" : distance < 8 ? "8" : distance < 16 ? "16" : "more");
  }

  private void sentence(Features bag, Claim claim, int at) {
    int figures = 0;
    int names = 0;
    int times = 0;
    int words = 0;
    int first = text.firstFrom(claim.sentence().start());
    for (int i = first; text.has(i) && text.word(i).start() < claim.sentence().end(); i++) {
      figures += text.isFigure(i) ? 1 : 0;
      names += text.isName(i) ? 1 : 0;
      times += text.is(i, Word.Part.TIME) ? 1 : 0;
      words++;
    }
    bag.add("V.insentence", String.valueOf(Math.min(6, figures)), language);
    bag.add("V.named", String.valueOf(Math.min(6, names)), language);
    bag.add("V.length", words < 15 ? "15" : words < 30 ? "30" : words < 50 ? "50" : "more");
    String time = claim.time() == null ? "untold" : "told";
    bag.add("V.time", time, String.valueOf(Math.min(2, times)));
    bag.add("V.timeprop", time, claim.property().word());
    bag.add("V.stance", claim.stance().name(), language);
    bag.add("V.title", String.valueOf(claim.paragraph() <= 0));
    bag.add("V.left", text.part(at - 1), language);
    bag.add("V.right", text.part(at + 1), language);
    bag.add("V.verb", text.cue(at - 1));
    @Nullable Part place =
        claim.of().stream().filter(part -> part.facet() == Facet.PLACE).findFirst().orElse(null);
    bag.add("V.place", place == null ? "-" : String.valueOf(place.id()));
  }
}
