package dev.assay.analyze.name;

import dev.assay.cite.Places;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Settles which name counts where a known and a recognised one overlap: a known name that is a
/// part of a longer one (长沙 in 长沙银行, Pelosi in `Daniel Pelosi`) is no name there; one that has only
/// a title or a legal form beside it (`President Trump`, `Lynas Ltd`) stays.
final class NameOverlaps {

  /// A known name in its place, and what it means.
  record Known(NameMatch match, NamedEntity entity) {
    boolean contains(ReadName name) {
      return match.start() <= name.start() && match.end() >= name.end();
    }

    boolean isIn(ReadName name) {
      return match.start() >= name.start() && match.end() <= name.end();
    }
  }

  private static final String BUILT_ENDS = "站桥场港馆园路街塔心楼厦";

  private final CandidateWords words;
  private final List<String> blocks;
  private final List<Known> known;

  /// In the order of the text, none overlapping another.
  private final Map<Integer, List<Known>> byBlock;

  private final Set<Known> parts = new HashSet<>();

  NameOverlaps(CandidateWords words, List<String> blocks, List<Known> known) {
    this.words = words;
    this.blocks = blocks;
    this.known = known;
    this.byBlock = known.stream().collect(Collectors.groupingBy(one -> one.match().block()));
  }

  /// The recognised names that count.
  List<ReadName> settle(List<ReadName> names) {
    List<ReadName> kept = new ArrayList<>();
    for (ReadName name : names) {
      settle(name).ifPresent(kept::add);
    }
    return kept;
  }

  /// The known names that are no part of a longer one and no namesake of somebody else; asked after
  /// [#settle], whose names `read` are.
  List<Known> left(List<ReadName> read) {
    Namesakes namesakes = new Namesakes(blocks, read, known);
    return known.stream().filter(one -> !parts.contains(one) && !namesakes.isOther(one)).toList();
  }

  private List<Known> overlapping(ReadName name) {
    List<Known> block = byBlock.getOrDefault(name.block(), List.of());
    int from = Places.firstFrom(block, one -> one.match().end(), name.start() + 1);
    int to = Places.firstFrom(block, one -> one.match().start(), name.end());
    return block.subList(from, Math.max(from, to));
  }

  private Optional<ReadName> settle(ReadName name) {
    List<Known> here = overlapping(name);
    if (here.isEmpty()) {
      return Optional.of(name);
    }
    if (here.stream().allMatch(one -> one.isIn(name) && isCommonWordAsName(one, name))) {
      parts.addAll(here);
      return Optional.of(name);
    }
    if (here.stream().anyMatch(one -> one.contains(name) || !one.isIn(name))) {
      return Optional.empty();
    }
    Known first = here.getFirst();
    if (name.kind() == NameKind.PLACE && isAround(first, name)) {
      return settle(new ReadName(name.block(), first.match().end(), name.end(), name.kind()));
    }
    if (isBefore(first, name)) {
      return settle(new ReadName(name.block(), first.match().end(), name.end(), name.kind()));
    }
    if (here.size() > 1 && isList(here, name)) {
      return Optional.empty();
    }
    if (here.stream().anyMatch(one -> isAllBut(one, name))) {
      return Optional.empty();
    }
    parts.addAll(here);
    return Optional.of(withSounds(first, name));
  }

  /// 伊巴卡: what was taken for two countries in short (伊巴) and is the beginning of a foreign name.
  private ReadName withSounds(Known first, ReadName name) {
    Optional<Known> before =
        before(name)
            .filter(one -> NameContext.isShort(one.match()) && NameContext.isShort(first.match()));
    if (before.isEmpty() || first.match().start() != name.start()) {
      return name;
    }
    parts.add(before.get());
    int start = before.get().match().start();
    boolean sound = HanRoles.isSound(blocks.get(name.block()).charAt(start));
    return sound ? new ReadName(name.block(), start, name.end(), name.kind()) : name;
  }

  /// The known name that ends where `name` begins.
  private Optional<Known> before(ReadName name) {
    List<Known> block = byBlock.getOrDefault(name.block(), List.of());
    return Places.within(block, one -> one.match().end(), name.start(), name.start() + 1).stream()
        .findFirst();
  }

  /// `United States and Canada`: known names, and nothing else, one after the other.
  private boolean isList(List<Known> here, ReadName name) {
    StringBuilder left = new StringBuilder(text(name));
    for (Known one : here.reversed()) {
      left.delete(one.match().start() - name.start(), one.match().end() - name.start());
    }
    return Arrays.stream(left.toString().split("[ ,&、和与]+"))
        .allMatch(word -> word.isEmpty() || word.equals("and"));
  }

  /// A common word of a pack that is written and read as somebody's name: the `Rhodium` of a
  /// `Rhodium report`.
  private boolean isCommonWordAsName(Known one, ReadName name) {
    String text = blocks.get(name.block());
    boolean common =
        one.match().readings().stream()
            .map(reading -> reading.alias().text())
            .allMatch(alias -> Character.isLowerCase(alias.charAt(0)));
    int start = one.match().start();
    return common
        && (name.kind() == NameKind.PERSON || name.kind() == NameKind.ORGANISATION)
        && Character.isUpperCase(text.charAt(start))
        && start > 1
        && Character.isLetterOrDigit(text.charAt(start - 2))
        && text.charAt(start - 1) == ' ';
  }

  /// 河北廊坊市, 菲律宾吕宋岛: a place that another one stands in, but for what is built there and named by
  /// both words (哈尔滨西站).
  private boolean isAround(Known first, ReadName name) {
    String text = blocks.get(name.block());
    return first.match().start() == name.start()
        && first.entity().type() == EntityType.PLACE
        && name.end() - first.match().end() >= 2
        && HanScript.isHan(text.charAt(first.match().end()))
        && BUILT_ENDS.indexOf(text.charAt(name.end() - 1)) < 0;
  }

  /// 埃及总统塞西 begins with what is no person, and 韩国KBS with where it is.
  private boolean isBefore(Known first, ReadName name) {
    if (first.match().start() != name.start()
        || first.entity().type() == EntityType.PERSON
        || name.end() - first.match().end() < 2
        || !HanScript.isHan(text(name).charAt(0))) {
      return false;
    }
    boolean han = HanScript.isHan(text(name).charAt(first.match().length()));
    return name.kind() == NameKind.PERSON ? han : !han && first.entity().type() == EntityType.PLACE;
  }

  /// Whether what the longer name has besides says only what sort of thing it is.
  private boolean isAllBut(Known one, ReadName name) {
    EntityType type = one.entity().type();
    if (type == EntityType.PLACE) {
      return false;
    }
    String text = blocks.get(name.block());
    String before = text.substring(name.start(), one.match().start()).strip();
    String behind = text.substring(one.match().end(), name.end()).strip();
    return isTitle(before, one.entity()) && isForm(behind);
  }

  private boolean isTitle(String before, NamedEntity entity) {
    return before.isEmpty()
        || Arrays.stream(before.split("[ .]+"))
            .allMatch(word -> words.isTitle(word) || words.isNoName(word) || isOf(word, entity));
  }

  private static boolean isOf(String word, NamedEntity entity) {
    return entity.labels().values().stream().anyMatch(label -> label.contains(word));
  }

  private boolean isForm(String behind) {
    return behind.isEmpty()
        || words.is(behind, "zh-organisation")
        || Arrays.stream(behind.split("[ .,]+"))
            .allMatch(word -> words.end(word).isPresent() || words.isNoName(word));
  }

  private String text(ReadName name) {
    return new Span(name.start(), name.end()).in(blocks.get(name.block()));
  }
}
