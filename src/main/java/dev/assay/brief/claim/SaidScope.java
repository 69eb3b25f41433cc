package dev.assay.brief.claim;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a model says of a figure beside its value: of what, when, who says so. It counts where the
/// paragraph has the words and the reading of the sentence found none of its own.
final class SaidScope {

  private static final int DAY = 10;
  private static final Pattern ISO = Pattern.compile("\\d{4}(?:-(?:[HQ]\\d|\\d{2}(?:-\\d{2})?))?");

  private final SaidClaim said;
  private final TextReading text;
  private final List<Tag> tags;
  private final @Nullable String when;

  SaidScope(SaidClaim said, TextReading text, List<Tag> tags) {
    this.said = said;
    this.text = text;
    this.tags = tags;
    this.when = said.when() == null ? null : iso(said.when());
  }

  /// The time that `when` begins with; null if it is written otherwise, and then it counts for
  /// nothing.
  private static @Nullable String iso(String when) {
    Matcher matcher = ISO.matcher(when);
    return matcher.lookingAt() ? matcher.group() : null;
  }

  /// Whether the sentence, or all of the paragraph, gives the figure for another time than is said.
  boolean isOfAnotherTime(Claim claim) {
    TimeExpression read = claim.time();
    if (when == null) {
      return false;
    }
    return read != null && read.year() > 0 ? !isSame(read) : time().isEmpty();
  }

  private Optional<TimeExpression> time() {
    return text.numbers().times().stream().filter(this::isSame).findFirst();
  }

  /// Whether one of the two holds the other: 2024 and 2024-05 do.
  private boolean isSame(TimeExpression time) {
    if (when == null) {
      return false;
    }
    String iso = time.iso();
    int both = Math.min(Math.min(when.length(), iso.length()), DAY);
    return time.year() > 0 && when.substring(0, both).equals(iso.substring(0, both))
        || time.year() > 0
            && Math.min(when.length(), iso.length()) > 4
            && when.substring(0, 4).equals(iso.substring(0, 4))
            && (isPart(when) || isPart(iso));
  }

  /// A quarter or a half, which months may lie in.
  private static boolean isPart(String iso) {
    return iso.length() > 5 && Character.isLetter(iso.charAt(5));
  }

  /// The claim with what only the model told.
  Claim add(Claim claim) {
    TimeExpression time = claim.time() != null ? claim.time() : time().orElse(null);
    Thing speaker = claim.speaker() != null ? claim.speaker() : speaker();
    Stance stance =
        speaker != null && claim.stance() == Stance.ASSERTED ? Stance.REPORTED : claim.stance();
    return new Claim(
        claim.entity(),
        claim.property(),
        parts(claim),
        time,
        claim.value(),
        claim.paragraph(),
        claim.sentence(),
        speaker,
        stance,
        claim.reading());
  }

  private @Nullable Thing speaker() {
    return thing(said.speaker());
  }

  private List<Part> parts(Claim claim) {
    Thing of = thing(said.of());
    if (of == null || isTold(of, claim)) {
      return claim.of();
    }
    List<Part> parts = new ArrayList<>(claim.of());
    parts.add(new Part(facet(of), of.id(), of.words()));
    parts.sort(Comparator.comparing(Part::facet));
    return parts;
  }

  private static boolean isTold(Thing of, Claim claim) {
    return claim.entity().words().contains(of.words())
        || of.words().contains(claim.entity().words())
        || claim.of().stream()
            .anyMatch(
                part ->
                    of.id() != null && of.id().equals(part.id())
                        || part.words().contains(of.words())
                        || of.words().contains(part.words()));
  }

  private static Facet facet(Thing of) {
    return switch (of.kind()) {
      case "element", "mineral", "material" -> Facet.MATERIAL;
      case "country", "region" -> Facet.PLACE;
      default -> Facet.OTHER;
    };
  }

  /// What `words` of the paragraph name; null if it does not have them.
  private @Nullable Thing thing(@Nullable String words) {
    int at = words == null ? -1 : text.text().indexOf(words);
    if (words == null || at < 0) {
      return null;
    }
    Span place = new Span(at, at + words.length());
    String id =
        tags.stream().filter(tag -> isNamed(tag, place)).map(Tag::entity).findFirst().orElse(null);
    return new Thing(id, words);
  }

  private boolean isNamed(Tag tag, Span place) {
    return tag.mentions().stream()
        .anyMatch(
            mention -> mention.paragraph() == text.paragraph() && mention.span().equals(place));
  }
}
