package dev.assay.analyze.name;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Names.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the things that an article names, whatever it calls them.
///
/// Dictionary matching in time linear in the text, then one pass over what was found to settle what
/// the spellings mean: abbreviations that the text defines, capitals that stand for a government,
/// spellings that count only with support. No model and no network: the same article and the same
/// [Names] always give the same tags. Safe for use by many threads.
public final class TagMatcher {

  /// Raised when the rules change, so that articles are tagged again.
  private static final int RULES = 3;

  private static final Comparator<Tag> BY_ABOUTNESS =
      Comparator.comparingDouble((Tag tag) -> tag.about().score()).reversed();

  private final NameScanner scanner;
  private final NameContext context;
  private final Names names;

  public TagMatcher(Names names) {
    this.names = names;
    this.scanner = new NameScanner(names);
    this.context = new NameContext(names.lexicon());
  }

  /// Changes whenever a name or a rule does.
  public String version() {
    return RULES + "-" + names.version();
  }

  /// The tags of `article`, what it is most about first.
  public List<Tag> match(Article article) {
    return match(article.title(), article.paragraphs().stream().map(Paragraph::text).toList());
  }

  /// The tags of a text with this title, which may be empty, and these paragraphs.
  public List<Tag> match(String title, List<String> paragraphs) {
    List<String> blocks = new ArrayList<>();
    blocks.add(title);
    blocks.addAll(paragraphs);
    List<NameMatch> found = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      found.addAll(context.filter(blocks.get(block), scanner.scan(block, blocks.get(block))));
    }
    List<NameMatch> all =
        SharedTitles.read(
            DefinedNames.of(blocks, found, names).addTo(found), blocks, context.sharedTitles());
    return tags(new Meaning(context, blocks, all), blocks);
  }

  private static List<Tag> tags(Meaning meaning, List<String> blocks) {
    Map<NamedEntity, List<Tag.Mention>> mentions = new LinkedHashMap<>();
    for (NameMatch match : meaning.matches()) {
      meaning
          .of(match)
          .ifPresent(
              entity ->
                  mentions.computeIfAbsent(entity, _ -> new ArrayList<>()).add(mention(match)));
    }
    SentencePlaces places = new SentencePlaces(blocks);
    return mentions.entrySet().stream()
        .map(entry -> tag(entry.getKey(), entry.getValue(), places, blocks))
        .sorted(BY_ABOUTNESS)
        .toList();
  }

  private static Tag.Mention mention(NameMatch match) {
    return new Tag.Mention(match.block(), new Span(match.start(), match.end()));
  }

  private static Tag tag(
      NamedEntity entity, List<Tag.Mention> mentions, SentencePlaces places, List<String> blocks) {
    return new Tag(entity.id(), entity.type(), places.of(mentions, blocks), mentions);
  }

  /// What the spellings of one article mean, once all of it has been seen.
  private static final class Meaning {
    private final NameContext context;
    private final List<String> blocks;
    private final List<NameMatch> matches;
    private final Map<String, Integer> sure = new LinkedHashMap<>();

    Meaning(NameContext context, List<String> blocks, List<NameMatch> matches) {
      this.context = context;
      this.blocks = blocks;
      this.matches = matches;
      for (NameMatch match : matches) {
        sureReading(match).ifPresent(this::countSure);
      }
    }

    List<NameMatch> matches() {
      return matches;
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
