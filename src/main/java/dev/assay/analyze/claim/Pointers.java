package dev.assay.analyze.claim;

import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.sentence.Holders;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells words that only point at a thing, 该公司 or "companies", from those that name one, and finds
/// what they stand for where the text leaves no choice. Immutable; safe for use by many threads.
public final class Pointers {

  private static final String CLASSIFIERS = "家个些批项座只支款国";

  /// Of land: 安宁市 of 安宁市卫生局.
  private static final String UNITS = "省市县区州镇";

  private static final String COMPANY = "company";

  private final List<String> opening = new ArrayList<>();
  private final Map<String, Sort> lone = new HashMap<>();

  /// What words can stand for.
  ///
  /// @param kinds of names that a pack has
  /// @param endings of names: 医院 of 松岭医院
  private record Sort(Set<String> kinds, Set<String> endings) {

    /// The sort of a word by the cell of its row: kinds, and endings behind a `…`.
    static Sort of(String word, String cell) {
      Set<String> kinds = new HashSet<>();
      Set<String> endings = new HashSet<>(Set.of(word));
      Arrays.stream(cell.split(" "))
          .filter(one -> !one.equals("-"))
          .forEach(
              one -> {
                if (one.startsWith("…")) {
                  endings.add(one.substring(1));
                } else {
                  kinds.add(one);
                }
              });
      return new Sort(kinds, endings);
    }
  }

  /// The country that a body acts for, or the thing itself.
  private final UnaryOperator<String> government;

  private Pointers() {
    this.government = UnaryOperator.identity();
  }

  public Pointers(Lexicon lexicon) {
    this.government = new Holders(lexicon)::government;
    for (LexiconFile.Row row : lexicon.table("pointing.tsv").rows()) {
      for (String word : row.cell(1).split(" \\| ")) {
        if (row.cell(0).equals("opens")) {
          opening.add(word);
        } else {
          lone.put(word, Sort.of(word, row.cell(2)));
        }
      }
    }
  }

  /// Takes every word for a name.
  public static Pointers none() {
    return new Pointers();
  }

  /// Whether the text's own words for a thing leave open which one it is.
  public boolean isOpen(Thing thing) {
    if (thing.id() != null) {
      return false;
    }
    String words = folded(thing.words());
    return opens(words) > 0 || lone.containsKey(withoutArticle(words));
  }

  private static String folded(String words) {
    return new String(Folding.letters(words)).strip();
  }

  private static String withoutArticle(String words) {
    return words.startsWith("the ") ? words.substring("the ".length()) : words;
  }

  /// The length of the word that points at the head of a phrase, with what counts behind it.
  private int opens(String words) {
    for (String open : opening) {
      boolean latin = open.charAt(0) < 'ɐ';
      if (words.startsWith(latin ? open + " " : open) && words.length() > open.length()) {
        int end = open.length() + 1;
        boolean counted = latin || CLASSIFIERS.indexOf(words.charAt(open.length())) >= 0;
        return counted && words.length() > end ? end : open.length();
      }
    }
    return 0;
  }

  // ---- what they stand for

  /// What the words of one article can stand for.
  ///
  /// @param tags what is named in it
  public Named among(List<Tag> tags) {
    return new Named(tags);
  }

  /// The things that one article names, found once for each sort of word that stands for them. Not
  /// safe for use by many threads.
  public final class Named {

    private final List<Tag> tags;
    private final Map<Sort, List<Place>> bySort = new HashMap<>();

    /// Where a thing is named.
    private record Place(Thing thing, Tag.Mention at) {}

    private Named(List<Tag> tags) {
      this.tags = tags;
    }

    /// The name that `thing` stands for: the one of its kind that was named before it in its
    /// paragraph, or if there is none the one before it in the article, or else in the title; null
    /// if there is none or more than one.
    ///
    /// @param place of the thing in the paragraph, whose text is `text`
    public @Nullable Thing of(Thing thing, int paragraph, @Nullable Span place, String text) {
      if (thing.id() != null || place == null) {
        return null;
      }
      if (isWithin(folded(thing.words()))) {
        return within(thing, paragraph, place);
      }
      Sort sort = sort(thing, text, place);
      Thing only = sort == null ? null : only(sort, paragraph, place);
      return only == null || only.id() == null ? only : new Thing(only.id(), thing.words());
    }

    /// The same words with the name of the place: 安宁市三级医院; null if there is no one such place.
    private @Nullable Thing within(Thing thing, int paragraph, Span place) {
      int end = unit(folded(thing.words())) + 1;
      Sort sort = lone.get(folded(thing.words()).substring(0, end));
      Thing whole = sort == null ? null : only(sort, paragraph, place);
      return whole == null || whole.id() != null
          ? null
          : new Thing(null, whole.words() + thing.words().substring(end));
    }

    private @Nullable Thing only(Sort sort, int paragraph, Span place) {
      List<Place> all = bySort.computeIfAbsent(sort, this::places);
      Set<Thing> before =
          things(all, one -> one.paragraph() == paragraph && one.span().end() <= place.start());
      if (before.isEmpty()) {
        before = things(all, one -> one.paragraph() < paragraph);
        if (before.size() > 1) {
          before = things(all, one -> one.paragraph() == Tag.TITLE);
        }
      }
      return before.size() == 1 ? before.iterator().next() : null;
    }

    private List<Place> places(Sort sort) {
      List<Place> places = new ArrayList<>();
      for (Tag tag : tags) {
        thing(sort, tag)
            .ifPresent(thing -> tag.mentions().forEach(at -> places.add(new Place(thing, at))));
      }
      return places;
    }

    private static Set<Thing> things(List<Place> all, Predicate<Tag.Mention> where) {
      return all.stream()
          .filter(one -> where.test(one.at()))
          .map(Place::thing)
          .collect(Collectors.toSet());
    }
  }

  /// Whether words begin with such a word for a place: 全市三级医院, 市图书馆.
  private boolean isWithin(String words) {
    int unit = unit(words);
    return words.length() > unit + 2
        && UNITS.indexOf(words.charAt(unit)) >= 0
        && (unit > 0 || lone.keySet().stream().anyMatch(words.substring(1)::endsWith));
  }

  /// Where the word for the place ends.
  private static int unit(String words) {
    return words.startsWith("全") ? 1 : 0;
  }

  /// What such words stand for; null if they name something by themselves.
  private @Nullable Sort sort(Thing thing, String text, Span place) {
    String words = folded(thing.words());
    int opens = opens(words);
    String word = withoutArticle(words.substring(opens).strip());
    if (word.isEmpty()) {
      return null; // 该 alone
    }
    Sort known = lone.get(opens > 0 ? word : withoutArticle(words));
    boolean definite = opens > 0 || isDefinite(words, text, place);
    if (known != null) {
      return definite ? known : new Sort(known.kinds(), Set.of());
    }
    boolean short1 = HanScript.isHan(word.charAt(0)) ? word.length() <= 3 : word.indexOf(' ') < 0;
    return definite && short1 ? new Sort(Set.of(), Set.of(word)) : null;
  }

  /// "The hospital", and in Chinese what opens a clause: 剧院今年计划演出230场.
  private static boolean isDefinite(String words, String text, Span place) {
    if (HanScript.isHan(words.charAt(0))) {
      return place.start() == 0 || !Character.isLetterOrDigit(text.charAt(place.start() - 1));
    }
    String before = text.substring(Math.max(0, place.start() - 4), place.start());
    return words.startsWith("the ") || before.strip().equalsIgnoreCase("the");
  }

  private Optional<Thing> thing(Sort sort, Tag tag) {
    Optional<ReadId> read = ReadId.parse(tag.entity());
    if (read.isEmpty()) {
      return Stream.of(tag.entity(), government.apply(tag.entity()))
          .filter(id -> sort.kinds().contains(NamedEntity.kindOf(id)))
          .findFirst()
          .map(id -> new Thing(id, ""));
    }
    return name(sort, read.get()).map(name -> new Thing(null, name));
  }

  /// The part of a name that no pack has which is of the sort.
  private Optional<String> name(Sort sort, ReadId read) {
    String name = read.name();
    String folded = folded(name);
    for (String ending : sort.endings()) {
      if (folded.length() > ending.length() && isOf(folded, ending)) {
        return Optional.of(name);
      }
      int unit = ending.length() == 1 && UNITS.contains(ending) ? folded.indexOf(ending, 1) : -1;
      if (unit > 0 && read.type() != EntityType.PERSON) {
        return Optional.of(name.substring(0, unit + 1));
      }
    }
    boolean company = sort.kinds().contains(COMPANY) && isBody(read.type()) && !isOther(folded);
    return company ? Optional.of(name) : Optional.empty();
  }

  /// Whether the last word of a name is that word, or the one before its "of".
  private static boolean isOf(String name, String word) {
    return HanScript.isHan(word.charAt(0))
        ? name.endsWith(word)
        : name.endsWith(" " + word) || name.startsWith(word + " of ");
  }

  private static boolean isBody(EntityType type) {
    return type == EntityType.COMPANY || type == EntityType.ORGANISATION;
  }

  /// Whether a name says of itself that it is none of a company: 松岭医院.
  private boolean isOther(String name) {
    Sort own = lone.get(name);
    return own != null
        || lone.entrySet().stream()
            .anyMatch(one -> !one.getValue().kinds().contains(COMPANY) && isOf(name, one.getKey()));
  }
}
