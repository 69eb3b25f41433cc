package dev.assay.analyze.name;

import dev.assay.cite.Places;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where all the things of one article are named, in the order of the text, and how often it means
/// each of them again without naming it.
final class NamedPlaces {

  /// One place: from `start` to `end` of its block, the thing `tag` of the article.
  record Place(int start, int end, int tag) {}

  private final List<List<Place>> byBlock = new ArrayList<>();
  private final int[] again;

  NamedPlaces(List<String> blocks, List<Tag> tags, SentencePlaces sentences, AboutWords words) {
    blocks.forEach(_ -> byBlock.add(new ArrayList<>()));
    for (int tag = 0; tag < tags.size(); tag++) {
      for (Tag.Mention at : tags.get(tag).mentions()) {
        byBlock.get(at.paragraph()).add(new Place(at.span().start(), at.span().end(), tag));
      }
    }
    byBlock.forEach(places -> places.sort(Comparator.comparingInt(Place::start)));
    again = meantAgain(blocks, tags, sentences, words);
  }

  /// The places of a block.
  List<Place> in(int block) {
    return byBlock.get(block);
  }

  /// The places of a block that start from `from` to before `to`.
  List<Place> in(int block, int from, int to) {
    return Places.within(byBlock.get(block), Place::start, from, to);
  }

  /// The things that a block, or a sentence of it, names.
  Set<Integer> things(int block, Span within) {
    Set<Integer> things = new HashSet<>();
    in(block, within.start(), within.end()).forEach(place -> things.add(place.tag()));
    return things;
  }

  /// In how many sentences a word such as `she`, `the firm` or 该市 means the thing: it was the last
  /// of its sort that was named first in a sentence.
  int again(int tag) {
    return again[tag];
  }

  private int[] meantAgain(
      List<String> blocks, List<Tag> tags, SentencePlaces sentences, AboutWords words) {
    int[] counts = new int[tags.size()];
    Map<AboutWords.Sort, Integer> last = new EnumMap<>(AboutWords.Sort.class);
    for (int block = 1; block < blocks.size(); block++) {
      for (Span sentence : sentences.of(block)) {
        Map<AboutWords.Sort, Place> first = firstOfSort(block, sentence, tags);
        String text = sentence.in(blocks.get(block));
        for (AboutWords.Sort sort : AboutWords.Sort.values()) {
          Place named = first.get(sort);
          Integer before = last.get(sort);
          if (before != null) {
            int at = words.again(sort, text);
            boolean isFirst = named == null || named.start() >= sentence.start() + at;
            counts[before] += at >= 0 && isFirst ? 1 : 0;
          }
          if (named != null) {
            last.put(sort, named.tag());
          }
        }
      }
    }
    return counts;
  }

  private Map<AboutWords.Sort, Place> firstOfSort(int block, Span sentence, List<Tag> tags) {
    Map<AboutWords.Sort, Place> first = new EnumMap<>(AboutWords.Sort.class);
    for (Place place : in(block, sentence.start(), sentence.end())) {
      first.putIfAbsent(AboutWords.Sort.of(tags.get(place.tag()).type()), place);
    }
    return first;
  }
}
