package dev.assay.fold;

import dev.assay.fold.DuplicateGroups.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Folds many texts at once, keeping their fingerprints in memory and asking for the texts of
/// candidates only: some 200 bytes a text.
///
/// First [#add] each text, then ask for [#canonicals] once. Each text is compared with at most
/// [#MOST_COMPARED] earlier ones: those that share most features. The result depends on the texts,
/// their times and ids, not on their order or on the number of threads. Not safe for use by several
/// threads.
public final class BatchFolding {

  /// Earlier texts that one text is compared with.
  private static final int MOST_COMPARED = 16;

  /// After so many in a row that are of another text altogether the rest, which share less, are
  /// left.
  private static final int MOST_UNLIKE = 4;

  /// The same for those that are no copies, templates among them.
  private static final int MOST_NOT_COPIES = 8;

  /// A feature of more texts than this is looked up at the two ends: the first published of all,
  /// and those published last before the text in question.
  private static final int FIRST_WITH_FEATURE = 8;

  private static final int LAST_WITH_FEATURE = 16;

  /// One feature of more texts than this, shared alone, is a phrase that many use.
  private static final int RARE_FEATURE = 32;

  private final Longs times = new Longs();
  private final Longs ids = new Longs();
  private final Longs contents = new Longs();
  private final Longs features = new Longs();
  private int size;

  /// Adds a text; texts are numbered 0, 1, 2 ... as they are added.
  ///
  /// @param orderedBy when it was published, in any unit; `Long.MAX_VALUE` if that is not known
  /// @param id decides between texts of one time
  /// @return the number of the text
  public int add(Fingerprint fingerprint, long orderedBy, long id) {
    times.add(orderedBy);
    ids.add(id);
    // a text without a token is like no other
    contents.add(fingerprint.tokenCount() == 0 ? Long.MIN_VALUE + size : fingerprint.contentHash());
    for (int feature : fingerprint.features()) {
      features.add((long) feature << 32 | size);
    }
    return size++;
  }

  /// For each text the number of the one that stands for its group: the first published.
  ///
  /// @param editions gives the text with a number; called by several threads at once
  /// @param threads 1 or more
  public int[] canonicals(IntFunction<Edition> editions, int threads) {
    Ranking ranking = Ranking.of(times, ids, size);
    int[] twins = twins(ranking);
    Candidates candidates = new Candidates(features, ranking, twins);
    ConcurrentLinkedQueue<RankedPair> pairs = new ConcurrentLinkedQueue<>();
    IntFunction<Edition> byRank = rank -> editions.apply(ranking.numbers[rank]);
    parallel(
        threads,
        rank -> {
          if (twins[rank] == rank) {
            compare(rank, candidates.of(rank), byRank, pairs);
          }
        });
    return canonicals(ranking, twins, pairs);
  }

  private void parallel(int threads, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < threads; i++) {
      workers.add(
          Thread.ofPlatform()
              .name("fold-" + i)
              .uncaughtExceptionHandler((_, thrown) -> failures.add(thrown))
              .start(
                  () -> {
                    for (int at = next.getAndIncrement(); at < size; at = next.getAndIncrement()) {
                      work.accept(at);
                    }
                  }));
    }
    workers.forEach(BatchFolding::await);
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a text could not be compared", failures.peek());
    }
  }

  private static void await(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while folding", e);
    }
  }

  private record RankedPair(int first, int second, Decision decision) {}

  private static void compare(
      int rank,
      int[] candidates,
      IntFunction<Edition> editions,
      ConcurrentLinkedQueue<RankedPair> pairs) {
    if (candidates.length == 0) {
      return;
    }
    Edition edition = editions.apply(rank);
    int unlike = 0;
    int notCopies = 0;
    for (int candidate : candidates) {
      CopyVerdict verdict = Copies.compare(editions.apply(candidate), edition);
      if (verdict.isCopy() || verdict.isVetoed()) {
        pairs.add(new RankedPair(candidate, rank, Decision.of(verdict)));
      }
      unlike = verdict.isCopy() || verdict.isVetoed() ? 0 : unlike + 1;
      notCopies = verdict.isCopy() ? 0 : notCopies + 1;
      if (unlike == MOST_UNLIKE || notCopies == MOST_NOT_COPIES) {
        return;
      }
    }
  }

  /// For each rank the first rank with the same content.
  private int[] twins(Ranking ranking) {
    Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingLong(rank -> contents.get(ranking.numbers[rank]))
            .thenComparing(Comparator.naturalOrder()));
    int[] twins = new int[size];
    for (int i = 0; i < size; i++) {
      boolean same =
          i > 0
              && contents.get(ranking.numbers[order[i]])
                  == contents.get(ranking.numbers[order[i - 1]]);
      twins[order[i]] = same ? twins[order[i - 1]] : order[i];
    }
    return twins;
  }

  private int[] canonicals(Ranking ranking, int[] twins, Iterable<RankedPair> pairs) {
    Grouping<Integer> grouping = new Grouping<>();
    Map<Integer, Integer> joined = new HashMap<>();
    for (RankedPair pair : pairs) {
      grouping.decide(pair.first(), pair.second(), pair.decision());
      joined.put(pair.first(), pair.first());
      joined.put(pair.second(), pair.second());
    }
    for (List<Integer> group : grouping.groups(joined.keySet())) {
      group.forEach(member -> joined.put(member, group.getFirst()));
    }
    int[] canonicals = new int[size];
    for (int rank = 0; rank < size; rank++) {
      int canonical = joined.getOrDefault(twins[rank], twins[rank]);
      canonicals[ranking.numbers[rank]] = ranking.numbers[canonical];
    }
    return canonicals;
  }

  /// Texts by time, then id, then number.
  private static final class Ranking {
    final int[] numbers;
    final int[] ranks;

    private Ranking(int[] numbers) {
      this.numbers = numbers;
      ranks = new int[numbers.length];
      for (int rank = 0; rank < numbers.length; rank++) {
        ranks[numbers[rank]] = rank;
      }
    }

    static Ranking of(Longs times, Longs ids, int size) {
      return new Ranking(
          IntStream.range(0, size)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingLong(times::get)
                      .thenComparingLong(ids::get)
                      .thenComparing(Comparator.naturalOrder()))
              .mapToInt(Integer::intValue)
              .toArray());
    }
  }

  /// Which texts share features: feature and rank in one number, sorted.
  private static final class Candidates {
    private final long[] sorted;
    private final int[] features;
    private final int[] starts;

    /// Of texts with the same content only the first is kept.
    Candidates(Longs byNumber, Ranking ranking, int[] twins) {
      int size = twins.length;
      starts = new int[size + 1];
      for (int i = 0; i < byNumber.size(); i++) {
        starts[ranking.ranks[(int) byNumber.get(i)] + 1]++;
      }
      for (int rank = 0; rank < size; rank++) {
        starts[rank + 1] += starts[rank];
      }
      features = new int[byNumber.size()];
      long[] all = new long[byNumber.size()];
      int[] filled = Arrays.copyOf(starts, size);
      int kept = 0;
      for (int i = 0; i < byNumber.size(); i++) {
        int rank = ranking.ranks[(int) byNumber.get(i)];
        int feature = (int) (byNumber.get(i) >> 32);
        features[filled[rank]++] = feature;
        if (twins[rank] == rank) {
          all[kept++] = key(feature, rank);
        }
      }
      sorted = kept == all.length ? all : Arrays.copyOf(all, kept);
      Arrays.sort(sorted);
    }

    private static long key(int feature, int rank) {
      return (long) feature << 32 | rank;
    }

    /// Earlier texts that share a rare feature or two with `rank`, those with most first.
    int[] of(int rank) {
      int[] found =
          new int[(starts[rank + 1] - starts[rank]) * 2 * (LAST_WITH_FEATURE + FIRST_WITH_FEATURE)];
      int count = 0;
      for (int f = starts[rank]; f < starts[rank + 1]; f++) {
        int at = Arrays.binarySearch(sorted, key(features[f], rank));
        int first = first(features[f], at);
        int weight = at - first <= RARE_FEATURE ? 2 : 1;
        boolean few = at - first <= FIRST_WITH_FEATURE + LAST_WITH_FEATURE;
        for (int i = first; i < at; i++) {
          if (!few && i == first + FIRST_WITH_FEATURE) {
            i = at - LAST_WITH_FEATURE;
          }
          for (int w = 0; w < weight; w++) {
            found[count++] = (int) sorted[i];
          }
        }
      }
      return most(Arrays.copyOf(found, count));
    }

    /// Where the run of a feature begins, looking back from `at`.
    private int first(int feature, int at) {
      int low = Arrays.binarySearch(sorted, 0, at, key(feature, 0));
      return low < 0 ? -low - 1 : low;
    }

    /// The ranks that stand in `found` at least twice, those that stand there most often first,
    /// then the earliest.
    private static int[] most(int[] found) {
      Arrays.sort(found);
      long[] counted = new long[found.length];
      int size = 0;
      for (int from = 0; from < found.length; ) {
        int to = from;
        while (to < found.length && found[to] == found[from]) {
          to++;
        }
        if (to - from >= 2) {
          counted[size++] = (long) (from - to) << 32 | found[from];
        }
        from = to;
      }
      Arrays.sort(counted, 0, size);
      int[] ranks = new int[Math.min(size, MOST_COMPARED)];
      Arrays.setAll(ranks, i -> (int) counted[i]);
      return ranks;
    }
  }

  /// A list of numbers that grows by blocks.
  private static final class Longs {
    private static final int BLOCK = 1 << 16;

    private final List<long[]> blocks = new ArrayList<>();
    private int size;

    void add(long value) {
      if (size % BLOCK == 0) {
        blocks.add(new long[BLOCK]);
      }
      blocks.getLast()[size++ % BLOCK] = value;
    }

    long get(int i) {
      return blocks.get(i / BLOCK)[i % BLOCK];
    }

    int size() {
      return size;
    }
  }
}
