package dev.assay.fold;

import static dev.assay.fold.DuplicateGroups.Decision.COPY;
import static dev.assay.fold.DuplicateGroups.Decision.VETO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.fold.DuplicateGroups.Decision;
import dev.assay.fold.DuplicateGroups.Member;
import dev.assay.fold.DuplicateGroups.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DuplicateGroupsTest {

  /// An article published in the given hour.
  private static Member member(int id, int hour) {
    return new Member(new ArticleId(id), Instant.ofEpochSecond(3600L * hour));
  }

  private static Pair pair(int first, int second, Decision decision) {
    return new Pair(new ArticleId(first), new ArticleId(second), decision);
  }

  private static List<List<Long>> ids(List<List<Member>> groups) {
    return groups.stream()
        .map(group -> group.stream().map(member -> member.id().value()).toList())
        .toList();
  }

  @Test
  void putsTheFirstPublishedAtTheHeadWhateverCameFirst() {
    assertThat(
            ids(
                DuplicateGroups.of(
                    List.of(member(1, 9), member(2, 7), member(3, 8)),
                    List.of(pair(1, 2, COPY), pair(2, 3, COPY)))))
        .containsExactly(List.of(2L, 3L, 1L));
  }

  @Test
  void breaksTiesById() {
    assertThat(
            ids(DuplicateGroups.of(List.of(member(5, 7), member(4, 7)), List.of(pair(5, 4, COPY)))))
        .containsExactly(List.of(4L, 5L));
  }

  @Test
  void neverHoldsAVetoedPairThoughBothAreCopiesOfAThird() {
    assertThat(
            ids(
                DuplicateGroups.of(
                    List.of(member(1, 1), member(2, 2), member(3, 3)),
                    List.of(pair(1, 2, COPY), pair(1, 3, COPY), pair(2, 3, VETO)))))
        .containsExactly(List.of(1L, 2L), List.of(3L));
  }

  @Test
  void doesNotFoldTwoTextsThroughADigestThatHoldsBoth() {
    assertThat(
            ids(
                DuplicateGroups.of(
                    List.of(member(1, 1), member(2, 2), member(3, 3)),
                    List.of(pair(1, 3, COPY), pair(2, 3, COPY)))))
        .containsExactly(List.of(1L, 3L), List.of(2L));
  }

  @Test
  void aPersonsVetoStandsAgainstTheComparison() {
    assertThat(
            ids(
                DuplicateGroups.of(
                    List.of(member(1, 1), member(2, 2)),
                    List.of(pair(1, 2, COPY), pair(2, 1, VETO)))))
        .containsExactly(List.of(1L), List.of(2L));
  }

  @Property(tries = 100)
  void areTheSameInAnyOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int size) {
    Random random = new Random(seed);
    List<Member> members = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(member(i, random.nextInt(4)));
      for (int k = 0; k < i; k++) {
        if (random.nextInt(4) == 0) {
          pairs.add(pair(i, k, random.nextInt(3) == 0 ? VETO : COPY));
        }
      }
    }
    List<List<Member>> groups = DuplicateGroups.of(members, pairs);
    Collections.shuffle(members, random);
    Collections.shuffle(pairs, random);
    assertThat(DuplicateGroups.of(members, pairs)).isEqualTo(groups);
    assertThat(pairs)
        .filteredOn(pair -> pair.decision() == VETO)
        .noneMatch(
            pair ->
                ids(groups).stream()
                    .anyMatch(
                        group ->
                            group.contains(pair.first().value())
                                && group.contains(pair.second().value())));
  }
}
