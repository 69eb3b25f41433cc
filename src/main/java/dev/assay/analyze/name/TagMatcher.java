package dev.assay.analyze.name;

import dev.assay.analyze.name.NameOverlaps.Known;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Names.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the things that an article names, whatever it calls them.
///
/// Known names: dictionary matching in time linear in the text, then one pass over what was found
/// to settle what the spellings mean: abbreviations that the text defines, capitals that stand for
/// a government, spellings that count only with support. Unknown ones, for [#read]: what two
/// learned models take for names, joined within the article. No network: the same article and the
/// same [Names] always give the same tags. Safe for use by many threads.
public final class TagMatcher {

  /// Raised when the rules change, so that articles are tagged again.
  private static final int RULES = 20;

  private static final Comparator<Tag.Mention> IN_ORDER =
      Comparator.comparingInt(Tag.Mention::paragraph).thenComparingInt(at -> at.span().start());

  private final NameScanner scanner;
  private final NameContext context;
  private final Names names;
  private final CandidateWords candidates;
  private final NameRecogniser recogniser;
  private final NameTrust trust;
  private final AboutWeights about;

  public TagMatcher(Names names) {
    this.names = names;
    this.scanner = new NameScanner(names);
    this.context = new NameContext(names.lexicon());
    this.candidates = new CandidateWords(names.lexicon());
    this.recogniser = new NameRecogniser(candidates);
    this.trust = new NameTrust(names.lexicon());
    this.about = new AboutWeights(names.lexicon());
  }

  /// Changes whenever a name or a rule does.
  public String version() {
    return RULES + "-" + names.version() + "-" + names.lexicon().version(Lexicon.Part.NAMES);
  }

  /// The known things that `article` names, what it is most about first.
  public List<Tag> match(Article article) {
    return match(article.title(), paragraphs(article));
  }

  /// The known things that a text with this title, which may be empty, and these paragraphs names.
  public List<Tag> match(String title, List<String> paragraphs) {
    List<String> blocks = blocks(title, paragraphs);
    return tags(known(blocks), List.of(), blocks);
  }

  /// The known things that some texts name, where it is not asked what these are about: each with
  /// its places, by the first of them, and without a score.
  public List<Tag> places(List<String> texts) {
    List<String> blocks = blocks("", texts);
    return unscored(known(blocks), List.of(), blocks, new SentencePlaces(blocks)).stream()
        .sorted(Comparator.comparing((Tag tag) -> tag.mentions().getFirst(), IN_ORDER))
        .toList();
  }

  /// What an article names.
  ///
  /// @param all things that are known or were read, without a score of what it is about: whoever
  ///   asks whose a figure is weighs each of them anew
  /// @param names those of them that are likely names
  public record Named(List<Tag> all, List<Tag> names) {}

  /// All things that `article` names: known ones and, in a language that is read, those that it
  /// only takes reading to see. A known name that is a part of another name is none.
  public Named named(Article article) {
    if (article.language().isRead()) {
      return named(article.title(), paragraphs(article));
    }
    List<Tag> known = match(article);
    return new Named(known, known);
  }

  /// As the other, of a text with this title, which may be empty, and these paragraphs.
  public Named named(String title, List<String> paragraphs) {
    List<String> blocks = blocks(title, paragraphs);
    Recognised found = recognised(blocks);
    List<NameJoins.Thing> likely = trust.names(found.things(), found.signs());
    List<Tag> names = tags(found.known(), likely, blocks);
    return likely.size() == found.things().size()
        ? new Named(names, names)
        : new Named(
            unscored(found.known(), found.things(), blocks, new SentencePlaces(blocks)), names);
  }

  /// What `article` likely names.
  public List<Tag> read(Article article) {
    return article.language().isRead()
        ? read(article.title(), paragraphs(article))
        : match(article);
  }

  /// As the other, of a text with this title, which may be empty, and these paragraphs.
  public List<Tag> read(String title, List<String> paragraphs) {
    List<String> blocks = blocks(title, paragraphs);
    Recognised found = recognised(blocks);
    return tags(found.known(), trust.names(found.things(), found.signs()), blocks);
  }

  /// What an article names.
  ///
  /// @param things that were read, whether or not they are names
  /// @param signs of them
  record Recognised(List<Known> known, List<NameJoins.Thing> things, NameSigns signs) {}

  /// @param blocks the title and the paragraphs
  Recognised recognised(List<String> blocks) {
    List<List<NameMatch>> scanned = scanned(blocks);
    List<NameMatch> found = matches(blocks, scanned);
    Map<Integer, List<NameMatch>> byBlock =
        found.stream().collect(Collectors.groupingBy(NameMatch::block));
    CommonWords common = new CommonWords(blocks, found);
    List<NameMatch> whole = new ArrayList<>();
    NameSigns signs = new NameSigns(blocks, candidates);
    RepeatedNames read = new RepeatedNames(candidates, blocks);
    for (int block = 0; block < blocks.size(); block++) {
      String text = blocks.get(block);
      Optional<HanWords> words = NameRecogniser.words(text); // large, so of one block at a time
      whole.addAll(new WordPieces(text, words).whole(byBlock.getOrDefault(block, List.of())));
      NameRecogniser.Found here = recogniser.in(block, text, words, scanned.get(block));
      read.add(here);
      signs.add(here.sure(), words.map(HanWords::cuts));
    }
    whole.removeIf(common::isName);
    NameOverlaps overlaps = new NameOverlaps(candidates, blocks, known(blocks, whole));
    List<ReadName> recognised = new ArrayList<>(read.names());
    recognised.removeIf(name -> names.isNoName(name.in(blocks.get(name.block()))));
    List<ReadName> settled = overlaps.settle(recognised);
    List<Known> left = overlaps.left(settled);
    List<BitSet> taken = taken(blocks, settled, left);
    List<ReadName> named = withShortNames(settled, blocks, taken);
    TitledPersons titled = new TitledPersons(candidates, blocks, named);
    List<ReadName> all = new NameSpread(blocks, taken, titled).spread(named);
    List<NameJoins.Thing> things = List.copyOf(new NameJoins(blocks, titled).join(all, left));
    return new Recognised(left, things, signs);
  }

  private static List<String> paragraphs(Article article) {
    return article.paragraphs().stream().map(Paragraph::text).toList();
  }

  private static List<String> blocks(String title, List<String> paragraphs) {
    List<String> blocks = new ArrayList<>();
    blocks.add(title);
    blocks.addAll(paragraphs);
    return blocks;
  }

  private List<Known> known(List<String> blocks) {
    return known(blocks, matches(blocks, scanned(blocks)));
  }

  private List<Known> known(List<String> blocks, List<NameMatch> found) {
    Meaning meaning = new Meaning(context, blocks, found);
    List<Known> known = new ArrayList<>();
    for (NameMatch match : found) {
      meaning.of(match).ifPresent(entity -> known.add(new Known(match, entity)));
    }
    return known;
  }

  /// What stands in each text by itself.
  private List<List<NameMatch>> scanned(List<String> blocks) {
    List<List<NameMatch>> scanned = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      String text = blocks.get(block);
      scanned.add(context.filter(text, scanner.scan(block, text)));
    }
    return scanned;
  }

  private List<NameMatch> matches(List<String> blocks, List<List<NameMatch>> scanned) {
    List<NameMatch> found = new ArrayList<>();
    scanned.forEach(found::addAll);
    return SharedTitles.read(
        DefinedNames.of(blocks, found, names).addTo(found), blocks, context.sharedTitles());
  }

  private static List<BitSet> taken(List<String> blocks, List<ReadName> names, List<Known> known) {
    List<BitSet> taken = blocks.stream().map(_ -> new BitSet()).toList();
    names.forEach(name -> taken.get(name.block()).set(name.start(), name.end()));
    known.forEach(
        one -> taken.get(one.match().block()).set(one.match().start(), one.match().end()));
    return taken;
  }

  private static List<ReadName> withShortNames(
      List<ReadName> names, List<String> blocks, List<BitSet> taken) {
    List<ReadName> all = new ArrayList<>(names);
    for (ReadName given : DefinedNames.shortNames(names, blocks)) {
      BitSet here = taken.get(given.block());
      if (here.get(given.start(), given.end()).isEmpty()) {
        here.set(given.start(), given.end());
        all.add(given);
      }
    }
    return all;
  }

  private List<Tag> tags(List<Known> known, Collection<NameJoins.Thing> read, List<String> blocks) {
    SentencePlaces places = new SentencePlaces(blocks);
    return about.scored(unscored(known, read, blocks, places), blocks, places);
  }

  private static List<Tag> unscored(
      List<Known> known,
      Collection<NameJoins.Thing> read,
      List<String> blocks,
      SentencePlaces places) {
    Map<NamedEntity, List<Tag.Mention>> mentions = new LinkedHashMap<>();
    for (Known one : known) {
      mentions.computeIfAbsent(one.entity(), _ -> new ArrayList<>()).add(mention(one.match()));
    }
    List<Tag> tags = new ArrayList<>();
    for (NameJoins.Thing thing : read) {
      thing
          .entity()
          .ifPresentOrElse(
              entity ->
                  mentions.computeIfAbsent(entity, _ -> new ArrayList<>()).addAll(mentions(thing)),
              () -> tags.add(tag(thing, places, blocks)));
    }
    mentions.forEach(
        (entity, at) -> {
          at.sort(IN_ORDER);
          tags.add(new Tag(entity.id(), entity.type(), places.of(at, blocks), at));
        });
    return tags;
  }

  private static Tag tag(NameJoins.Thing thing, SentencePlaces places, List<String> blocks) {
    List<Tag.Mention> at = mentions(thing);
    ReadId id = ReadId.of(thing.kind().type(), thing.spelling());
    return new Tag(id.id(), id.type(), places.of(at, blocks), at);
  }

  private static List<Tag.Mention> mentions(NameJoins.Thing thing) {
    return thing.names().stream()
        .map(name -> new Tag.Mention(name.block(), new Span(name.start(), name.end())))
        .toList();
  }

  private static Tag.Mention mention(NameMatch match) {
    return new Tag.Mention(match.block(), new Span(match.start(), match.end()));
  }

  /// What the spellings of one article mean, once all of it has been seen.
  private static final class Meaning {
    private final NameContext context;
    private final List<String> blocks;
    private final Map<String, Integer> sure = new LinkedHashMap<>();

    Meaning(NameContext context, List<String> blocks, List<NameMatch> matches) {
      this.context = context;
      this.blocks = blocks;
      for (NameMatch match : matches) {
        sureReading(match).ifPresent(this::countSure);
      }
    }

    private void countSure(NamedEntity entity) {
      sure.merge(entity.id(), 1, Integer::sum);
      sure.merge(entity.kind() + ":*", 1, Integer::sum);
    }

    Optional<NamedEntity> of(NameMatch match) {
      return governing(match).or(() -> sureReading(match)).or(() -> supported(match));
    }

    /// The country whose capital stands for it here.
    private Optional<NamedEntity> governing(NameMatch match) {
      return match.readings().stream()
          .filter(reading -> reading.alias().use() == Alias.Use.CAPITAL)
          .map(Reading::entity)
          .filter(country -> sure.containsKey(country.id()))
          .filter(_ -> !context.isPlaceHere(blocks.get(match.block()), match))
          .findFirst();
    }

    private static Optional<NamedEntity> sureReading(NameMatch match) {
      return match.readings().stream()
          .filter(reading -> reading.alias().isSure())
          .map(Reading::entity)
          .findFirst();
    }

    /// Short forms without company are gone already.
    private Optional<NamedEntity> supported(NameMatch match) {
      return match.readings().stream()
          .filter(reading -> reading.alias().use() != Alias.Use.CAPITAL)
          .map(Reading::entity)
          .filter(entity -> supportOf(entity) > 0 || NameContext.isShort(match))
          .max(Comparator.comparingInt(this::supportOf));
    }

    private int supportOf(NamedEntity entity) {
      int own = sure.getOrDefault(entity.id(), 0);
      return own + entity.support().stream().mapToInt(id -> sure.getOrDefault(id, 0)).sum();
    }
  }
}
