package dev.assay.analyze.measure;

import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Thing;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.NamedEntity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whose the figures of one article are, where its sentences say it or leave it to what was said
/// before. Not for several threads.
final class Owners {

  /// What is of a place, by its own name.
  private static final Set<String> PLACES =
      Set.of("country", "region", "state", "province", "city", "group");

  private static final Set<String> OTHERS =
      Set.of("company", "organisation", "agency", "bank", "mine", "plant");

  private static final Set<EntityType> READ =
      EnumSet.of(EntityType.PLACE, EntityType.ORGANISATION, EntityType.COMPANY, EntityType.PERSON);

  /// What is of no place: whoever makes or loses money is a body.
  private static final Set<EntityType> BODIES =
      EnumSet.of(EntityType.ORGANISATION, EntityType.COMPANY);

  private final List<Tag> tags;
  private final String title;
  private final Pattern office;
  private @Nullable Thing lastPlace;
  private @Nullable Thing lastOther;

  Owners(String title, List<Tag> tags, Pattern office) {
    this.title = title;
    this.tags = tags;
    this.office = office;
  }

  /// Whether a tag names what can have figures.
  static boolean canOwn(Tag tag) {
    return ReadId.parse(tag.entity())
        .map(read -> READ.contains(read.type()))
        .orElseGet(
            () -> {
              String kind = NamedEntity.kindOf(tag.entity());
              return PLACES.contains(kind) || OTHERS.contains(kind);
            });
  }

  /// The thing of these words, or the place for which an office speaks; remembered for what
  /// follows.
  Thing named(@Nullable String id, String words, Measure measure) {
    boolean known = id != null && ReadId.parse(id).isEmpty();
    String own = measure.ofPlace() ? office.matcher(words).replaceFirst("") : words;
    Thing thing = new Thing(known ? id : null, own.isEmpty() ? words : own);
    if (measure.ofPlace()) {
      lastPlace = thing;
    } else {
      lastOther = thing;
    }
    return thing;
  }

  /// What the title names, if that is one thing, in the words that were last used for it.
  Optional<Thing> implied(Measure measure) {
    List<Tag> titled =
        tags.stream().filter(Tag::inTitle).filter(tag -> canBeImplied(tag, measure)).toList();
    if (titled.size() != 1) {
      return Optional.empty();
    }
    Tag only = titled.getFirst();
    Thing last = measure.ofPlace() ? lastPlace : lastOther;
    String words = titled(only);
    if (last != null && (isOf(only, last) || last.words().contains(words))) {
      return Optional.of(last);
    }
    return Optional.of(named(only.entity(), words, measure));
  }

  private static boolean isOf(Tag tag, Thing thing) {
    return tag.entity().equals(thing.id());
  }

  /// Whether the title has these words, or a name of the article begins or ends with them.
  boolean isNamed(String words) {
    return title.contains(words)
        || tags.stream().map(Owners::words).anyMatch(name -> name.startsWith(words));
  }

  private static boolean canBeImplied(Tag tag, Measure measure) {
    Optional<ReadId> read = ReadId.parse(tag.entity());
    String kind = NamedEntity.kindOf(tag.entity());
    boolean place =
        read.map(one -> one.type() == EntityType.PLACE).orElseGet(() -> PLACES.contains(kind));
    boolean body =
        read.map(one -> BODIES.contains(one.type())).orElseGet(() -> OTHERS.contains(kind));
    return switch (measure.property()) {
      case REVENUE, PROFIT -> body;
      case PRICE -> false;
      default -> measure.ofPlace() ? place || body && read.isPresent() : place || body;
    };
  }

  /// The name as it was read, or as the title has what a pack knows.
  private String titled(Tag tag) {
    return tag.mentions().stream()
        .filter(mention -> mention.paragraph() == Tag.TITLE && ReadId.parse(tag.entity()).isEmpty())
        .findFirst()
        .map(mention -> mention.span().in(title))
        .orElseGet(() -> words(tag));
  }

  private static String words(Tag tag) {
    return ReadId.parse(tag.entity()).map(ReadId::name).orElse("");
  }
}
