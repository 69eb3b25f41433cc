package dev.assay.analyze.measure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.measure.SignedSentence.Mark;
import dev.assay.analyze.measure.SignedSentence.NamedThing;
import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose a figure of a sentence is, and what narrows it.
final class SentenceOwners {

  /// What narrows a measure is no longer.
  private static final int MOST_LETTERS = 8;

  private static final int MOST_WORDS = 2;

  private static final Pattern PLACE_BEHIND = Pattern.compile("^ in (?:the )?\uE002");

  /// "The country's population": whose it is is said, but not by a name.
  private static final Pattern COMMON_OWNER = Pattern.compile("[a-z]'s? (?:[a-z-]+ )*$");

  private static final Pattern OF_WHAT =
      Pattern.compile("^ of (?:the )?([a-z][a-z ]*?)(?= (?:in|at|for) |$)");

  private static final Pattern POINTER =
      Pattern.compile("(?:^|[ ,])(?:it|they|the \\w+)(?: has| had| have)?$");

  private final SignedSentence signed;
  private final String text;
  private final String original;
  private final MeasurePatterns patterns;
  private final boolean isChinese;
  private final Owners owners;

  /// @param original the text of the paragraph
  SentenceOwners(
      SignedSentence signed,
      String original,
      MeasurePatterns patterns,
      boolean isChinese,
      Owners owners) {
    this.signed = signed;
    this.text = signed.text();
    this.original = original;
    this.patterns = patterns;
    this.isChinese = isChinese;
    this.owners = owners;
  }

  /// @param of what narrows the measure
  record Owned(Thing thing, List<Claim.Part> of) {}

  /// Whose the figure is that follows a word for `measure`, as `found` by [MeasurePatterns#named].
  Optional<Owned> of(Measure measure, Matcher found) {
    int from = signed.clause(found.start(1));
    Matcher place = PLACE_BEHIND.matcher(text.substring(found.regionEnd() + 1));
    if (measure.ofPlace() && !isChinese && place.find()) {
      Mark name = signed.within(SignedSentence.NAME, found.regionEnd(), text.length()).getFirst();
      String narrowed = narrowing(text.substring(from, found.start(1)));
      return narrowed(measure, narrowed, List.of())
          .map(parts -> new Owned(owner(name, measure), parts));
    }
    return isChinese
        ? chineseOwner(measure, from, found.start(1))
        : englishOwner(measure, from, found);
  }

  /// What stands before the measure in its clause, without times and words that say nothing.
  private Optional<Owned> chineseOwner(Measure measure, int from, int to) {
    String rest =
        patterns.filler().matcher(text.substring(from, to).replace("\uE001", "")).replaceAll("");
    List<Claim.Part> of = new ArrayList<>(materials(from, to));
    List<Mark> names = signed.within(SignedSentence.NAME, from, to);
    String other = rest.replaceAll("[\uE002\uE003 ]", "");
    if (!names.isEmpty()) {
      boolean price = measure.property() == Property.PRICE;
      return price
          ? Optional.empty()
          : narrowed(measure, other, of)
              .map(parts -> new Owned(owner(names.getFirst(), measure), parts));
    }
    boolean isKind = patterns.kind().matcher(other).matches();
    if (other.isEmpty() || isKind || isOnlyMaterial(measure, of)) {
      return implied(measure, of, other);
    }
    String words = written(other, from, to);
    return owners.isNamed(words)
        ? Optional.of(new Owned(owners.named(null, words, measure), of))
        : Optional.empty();
  }

  private boolean isOnlyMaterial(Measure measure, List<Claim.Part> of) {
    return !of.isEmpty() && !measure.ofPlace();
  }

  /// A price is of the material itself, what is made of it is somebody's.
  private Optional<Owned> implied(Measure measure, List<Claim.Part> of, String narrowed) {
    if (measure.property() == Property.PRICE) {
      return of.isEmpty() || !narrowed.isEmpty()
          ? Optional.empty()
          : Optional.of(new Owned(new Thing(of.getFirst().id(), of.getFirst().words()), List.of()));
    }
    return narrowed(measure, narrowed, of)
        .flatMap(parts -> owners.implied(measure).map(thing -> new Owned(thing, parts)));
  }

  /// A price or a quota goes by what it is for: "the herring quota".
  private Optional<Owned> ofItself(Measure measure, String narrowed) {
    boolean itself = measure.property() == Property.PRICE || measure.property() == Property.QUOTA;
    return itself && !narrowed.isEmpty()
        ? Optional.of(new Owned(owners.named(null, narrowed, measure), List.of()))
        : Optional.empty();
  }

  /// `of` and the words that narrow a measure, if they can be the name of a kind of it: hotel
  /// occupancy. What nobody knows of an output may be anything.
  private static Optional<List<Claim.Part>> narrowed(
      Measure measure, String words, List<Claim.Part> of) {
    List<Claim.Part> parts = new ArrayList<>(of);
    if (words.isEmpty()) {
      return Optional.of(parts);
    }
    boolean isHan = HanScript.isHan(words.charAt(0));
    boolean isShort =
        isHan ? words.length() <= MOST_LETTERS : words.split(" +").length <= MOST_WORDS;
    parts.add(new Claim.Part(Facet.OTHER, null, words));
    return Optional.of(parts).filter(_ -> isShort && !measure.id().isEmpty());
  }

  /// The words as they are written, of whose folded form only `folded` is known.
  private String written(String folded, int from, int to) {
    String words = signed.words(from, to, original);
    return words.contains(folded) ? folded : words;
  }

  List<Claim.Part> materials(int from, int to) {
    return signed.within(SignedSentence.MATERIAL, from, to).stream()
        .map(mark -> new Claim.Part(Facet.MATERIAL, ((NamedThing) mark.what()).id(), words(mark)))
        .toList();
  }

  private String words(Mark mark) {
    return mark.span().in(original);
  }

  private Optional<Owned> englishOwner(Measure measure, int from, Matcher found) {
    int to = found.start(1);
    String before = text.substring(from, to);
    if (COMMON_OWNER.matcher(before).find()) {
      return Optional.empty();
    }
    String narrowed = narrowing(before);
    Optional<List<Claim.Part>> of = narrowed(measure, narrowed, materials(from, to));
    if (of.isPresent()) {
      Optional<Owned> told = ownerBehind(measure, found.start(2), found.end(2), of.get());
      if (told.isPresent()) {
        return told;
      }
    }
    List<Mark> names = signed.within(SignedSentence.NAME, from, to);
    return names.isEmpty()
        ? ofItself(measure, narrowed).or(() -> implied(measure, List.of(), narrowed))
        : of.map(parts -> new Owned(owner(names.getLast(), measure), parts));
  }

  /// What narrows an English measure: the words right before it, as far as they are its own.
  private String narrowing(String before) {
    Matcher opens = patterns.opens().matcher(before);
    int from = 0;
    while (opens.find()) {
      from = opens.end();
    }
    String own = patterns.plain().matcher(before.substring(from)).replaceAll("");
    return own.replace(SignedSentence.MATERIAL, ' ').replaceAll("[^a-z ]", " ").strip();
  }

  /// "in Norrland", "of cod at the Halden auction".
  private Optional<Owned> ownerBehind(
      Measure measure, int from, int to, List<Claim.Part> narrowed) {
    List<Claim.Part> of = new ArrayList<>(narrowed);
    List<Mark> names = signed.within(SignedSentence.NAME, from, to);
    List<Claim.Part> materials = materials(from, to);
    Matcher first = OF_WHAT.matcher(text.substring(from, to));
    boolean price = measure.property() == Property.PRICE;
    if (price && first.find()) {
      names.forEach(name -> of.add(new Claim.Part(Facet.PLACE, null, words(name))));
      return Optional.of(new Owned(owners.named(null, first.group(1), measure), of));
    }
    if (price && !materials.isEmpty()) {
      Claim.Part material = materials.getFirst();
      return Optional.of(new Owned(new Thing(material.id(), material.words()), of));
    }
    of.addAll(materials);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Owned(owner(names.getFirst(), measure), of));
  }

  /// The thing of a name, with the word for the site that it is.
  private Thing owner(Mark name, Measure measure) {
    NamedThing named = (NamedThing) name.what();
    String words = words(name);
    Matcher behind = patterns.siteBehind().matcher(text.substring(name.at() + 1));
    Matcher before = patterns.siteBefore().matcher(text.substring(0, name.at()));
    boolean isBehind = behind.find();
    if (!measure.ofPlace() && (isBehind || before.find())) {
      String site = isBehind ? behind.group(1) : before.group(1);
      return owners.named(null, words + " " + site, measure);
    }
    String own = ReadId.parse(named.id()).map(ReadId::name).orElse(words);
    return owners.named(named.id(), own, measure);
  }

  /// Who sold, handled or carried what is counted behind a verb.
  Optional<Thing> seller(Measure measure, int verb) {
    int from = signed.clause(verb);
    List<Mark> names = signed.within(SignedSentence.NAME, from, verb);
    if (!names.isEmpty()) {
      return Optional.of(owner(names.getLast(), measure));
    }
    boolean points = POINTER.matcher(text.substring(from, verb).stripTrailing()).find();
    return points ? owners.implied(measure) : Optional.empty();
  }
}
