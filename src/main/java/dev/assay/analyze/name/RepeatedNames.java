package dev.assay.analyze.name;

import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names that were read in the texts of one article: those that a model is sure of, and those
/// that it doubts in each place and yet finds in several. What a name is, all its places decide,
/// and by which of its words the text calls it further on.
final class RepeatedNames {

  /// What a text tells by calling `Corvane Dynamics` by its first word and Petra Lindqvist by her
  /// last, in the units of a [NameModel].
  private static final int CALLED = 48;

  /// What speaks against a person in each place of one word that ends no name: a model takes it for
  /// a last name, but a text gives people their full names.
  private static final int ALONE = 32;

  /// What speaks against a person whose last name is a common word: `Harrow Freight`.
  private static final int COMMON = 32;

  /// What speaks for the kind that the last word of a name tells: a university's, a city's.
  private static final int ENDED = 64;

  private static final int LONGEST_PLACE = 6;

  /// What the end of a Chinese name tells of a part of it that the text names by itself: as good as
  /// all, for the part may be spelled as only foreign people are.
  private static final int PART = 400;

  /// A shorter part may be somebody's own name: 陈立明制药厂.
  private static final int SHORTEST_PART = 4;

  private static final int LONGEST_PART = 12;

  private final CandidateWords words;
  private final List<String> blocks;
  private final List<ReadName> names = new ArrayList<>();
  private final List<ReadName> doubtful = new ArrayList<>();
  private final Map<ReadName, KindWeights> kinds = new HashMap<>();

  RepeatedNames(CandidateWords words, List<String> blocks) {
    this.words = words;
    this.blocks = blocks;
  }

  void add(NameRecogniser.Found found) {
    names.addAll(found.names());
    doubtful.addAll(found.doubtful());
    kinds.putAll(found.kinds());
  }

  /// All of them, the sure ones first.
  List<ReadName> names() {
    List<ReadName> found = withoutHeads(withRepeated());
    List<String> spelled = found.stream().map(this::written).toList();
    Map<String, KindWeights> weights = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      KindWeights all = weights.computeIfAbsent(spelled.get(i), _ -> new KindWeights());
      all.add(Objects.requireNonNull(kinds.get(found.get(i))));
    }
    weights.forEach((spelling, own) -> addEnd(spelling, own, weights));
    Map<String, NameKind> decided = decided(weights);
    List<ReadName> names = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      names.add(found.get(i).as(Objects.requireNonNull(decided.get(spelled.get(i)))));
    }
    return names;
  }

  /// Adds what the end of a name tells of it, and of the same name without the end.
  private void addEnd(String spelling, KindWeights own, Map<String, KindWeights> others) {
    end(spelling)
        .ifPresent(
            end -> {
              own.add(end.kind(), ENDED);
              String stem = spelling.substring(0, end.start()).strip();
              KindWeights rest = others.get(stem);
              if (rest != null) {
                rest.add(end.kind(), CALLED);
              }
              if (HanScript.isHan(spelling.charAt(0))) {
                addParts(stem, end.kind(), others);
              }
            });
  }

  /// What a Chinese name tells of a part of it by which the text calls it: 塔马拉克 of 加拿大塔马拉克资源公司.
  private static void addParts(String stem, NameKind kind, Map<String, KindWeights> others) {
    for (int from = 0; from + SHORTEST_PART <= stem.length(); from++) {
      int most = Math.min(stem.length(), from + LONGEST_PART);
      for (int to = from + SHORTEST_PART; to <= most; to++) {
        KindWeights part = others.get(stem.substring(from, to));
        if (part != null) {
          part.add(kind, PART);
        }
      }
    }
  }

  /// The end of a name that tells what it is, and where in the name it begins.
  private record End(NameKind kind, int start) {}

  private Optional<End> end(String spelling) {
    if (!HanScript.isHan(spelling.charAt(0))) {
      int last = spelling.lastIndexOf(' ');
      return last < 0
          ? Optional.empty()
          : words
              .end(spelling.substring(last + 1))
              .flatMap(NameKind::of)
              .map(kind -> new End(kind, last));
    }
    String simple = HanScript.simplify(spelling);
    boolean place = ShortForms.PLACE_ENDS.indexOf(simple.charAt(simple.length() - 1)) >= 0;
    return words.of("zh-organisation").stream()
        .filter(end -> simple.endsWith(end) && simple.length() > end.length())
        .map(end -> new End(NameKind.ORGANISATION, simple.length() - end.length()))
        .min(Comparator.comparingInt(End::start))
        .or(
            () ->
                place && simple.length() > 2 && simple.length() <= LONGEST_PLACE
                    ? Optional.of(new End(NameKind.PLACE, simple.length() - 1))
                    : Optional.empty());
  }

  /// The names without what only begins their sentence.
  private List<ReadName> withoutHeads(List<ReadName> found) {
    SentenceHeads heads = new SentenceHeads(words, blocks, found);
    List<ReadName> names = new ArrayList<>();
    for (ReadName name : found) {
      ReadName left = heads.without(name);
      kinds.putIfAbsent(left, Objects.requireNonNull(kinds.get(name)));
      names.add(left);
    }
    return names;
  }

  private List<ReadName> withRepeated() {
    Map<String, Long> often =
        doubtful.stream().collect(Collectors.groupingBy(this::written, Collectors.counting()));
    List<BitSet> sure = blocks.stream().map(_ -> new BitSet()).toList();
    names.forEach(name -> sure.get(name.block()).set(name.start(), name.end()));
    List<ReadName> all = new ArrayList<>(names);
    for (ReadName name : doubtful) {
      boolean free = name.isFree(sure.get(name.block()));
      if (free && often.getOrDefault(written(name), 0L) > 1) {
        all.add(name);
      }
    }
    return all;
  }

  /// What each spelling stands for: first those of several words, then the words that a text calls
  /// them by.
  private static Map<String, NameKind> decided(Map<String, KindWeights> weights) {
    Map<String, NameKind> decided = new HashMap<>();
    Map<String, NameKind> byFirst = new HashMap<>();
    Map<String, NameKind> byLast = new HashMap<>();
    weights.forEach(
        (spelling, own) -> {
          if (spelling.indexOf(' ') > 0) {
            String first = spelling.substring(0, spelling.indexOf(' '));
            String last = spelling.substring(spelling.lastIndexOf(' ') + 1);
            own.add(NameKind.PERSON, personal(first, last, weights.keySet()));
            decided.put(spelling, own.most());
            byFirst.put(first, own.most());
            byLast.put(last, own.most());
          }
        });
    weights.forEach(
        (spelling, own) -> {
          boolean latin = !HanScript.isHan(spelling.charAt(0)); // a full Chinese name is one word
          if (latin && !decided.containsKey(spelling)) {
            addCalled(own, byFirst.get(spelling), byLast.get(spelling));
          }
          decided.putIfAbsent(spelling, own.most());
        });
    return decided;
  }

  /// What speaks for a person in a name that begins and ends so, beside the others of the text.
  private static int personal(String first, String last, Set<String> others) {
    int common = NameRecogniser.isCommon(last) ? -COMMON : 0;
    boolean calledByFirst = others.contains(first);
    boolean calledByLast = others.contains(last);
    return calledByFirst == calledByLast ? common : common + (calledByLast ? CALLED : -CALLED);
  }

  /// Adds what is known of one word by the names that begin or end with it.
  ///
  /// @param first what one is that begins with it; null if none does
  /// @param last what one is that ends with it
  private static void addCalled(
      KindWeights own, @Nullable NameKind first, @Nullable NameKind last) {
    if (last == NameKind.PERSON) {
      own.add(NameKind.PERSON, CALLED);
    } else if (first == NameKind.ORGANISATION || first == NameKind.THING) {
      own.add(first, CALLED);
      own.add(NameKind.PERSON, -own.places() * ALONE - CALLED);
    } else if (first == null && last == null) {
      own.add(NameKind.PERSON, -own.places() * ALONE);
    }
  }

  private String written(ReadName name) {
    return name.in(blocks.get(name.block()));
  }
}
