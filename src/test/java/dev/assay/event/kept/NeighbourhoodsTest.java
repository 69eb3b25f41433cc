package dev.assay.event.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.store.Session;
import dev.assay.topic.Library;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is grouped anew when a text comes or goes is all whose neighbourhood changed.
final class NeighbourhoodsTest {

  private static final int TEXTS = 40;
  private static final int MOST = 8;

  @TempDir Path folder;

  private final Random random = new Random(5);
  private final Map<ArticleId, Map<ArticleId, Double>> alike = new HashMap<>();

  private List<ArticleId> texts(Library library) {
    List<ArticleId> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      ArticleId id =
          library
              .add("text-" + i, Language.EN, "Wire", "2025-11-10T08:00:00Z", "Text " + i, "Text.")
              .id();
      alike.put(id, new HashMap<>());
      for (ArticleId other : texts) {
        if (random.nextInt(100) < 6) {
          double likeness = 0.3 + 0.65 * random.nextDouble();
          alike.get(id).put(other, likeness);
          alike.get(other).put(id, likeness);
        }
      }
      texts.add(id);
    }
    return texts;
  }

  private void add(LikenessTable table, ArticleId id, Set<ArticleId> present) {
    Map<ArticleId, Double> likenesses = new HashMap<>(alike.get(id));
    likenesses.keySet().retainAll(present);
    table.put(id, likenesses);
  }

  private static void regroup(
      Neighbourhoods neighbourhoods,
      Set<ArticleId> changed,
      Map<ArticleId, Set<ArticleId>> grouped) {
    for (ArticleId id : changed) {
      Set<ArticleId> neighbourhood = neighbourhoods.of(id);
      neighbourhood.forEach(text -> grouped.put(text, neighbourhood));
    }
  }

  /// Each looked for by itself.
  private static Map<ArticleId, Set<ArticleId>> anew(
      Session session, LikenessTable table, Set<ArticleId> present) {
    Map<ArticleId, Set<ArticleId>> anew = new HashMap<>();
    present.forEach(id -> anew.put(id, new Neighbourhoods(session, table, MOST).of(id)));
    return anew;
  }

  @Test
  void areThoseOfTheTextsThatAreThereWhicheverCameFirst() {
    try (Library library = new Library(folder)) {
      List<ArticleId> texts = texts(library);
      library.store().change(session -> comeAndGo(session, texts));
    }
  }

  private void comeAndGo(Session session, List<ArticleId> texts) {
    LikenessTable table = new LikenessTable(session);
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      session.handle().execute("delete from event_likeness");
      Collections.shuffle(texts, random);
      Map<ArticleId, Set<ArticleId>> grouped = new HashMap<>();
      Set<ArticleId> present = new HashSet<>();
      for (ArticleId id : texts) {
        add(table, id, present);
        present.add(id);
        Neighbourhoods neighbourhoods = new Neighbourhoods(session, table, MOST);
        Set<ArticleId> changed = new HashSet<>(neighbourhoods.brokenUp(id));
        changed.add(id);
        regroup(neighbourhoods, changed, grouped);
        assertThat(grouped).isEqualTo(anew(session, table, present));
      }
      for (ArticleId id : texts.subList(0, TEXTS / 2)) {
        Set<ArticleId> changed = table.near(id);
        table.put(id, Map.of());
        present.remove(id);
        grouped.remove(id);
        regroup(new Neighbourhoods(session, table, MOST), changed, grouped);
        assertThat(grouped).isEqualTo(anew(session, table, present));
      }
    }
  }

  /// What a reader joined stays together even among more texts than can be grouped at once.
  @Test
  void holdWhatAReaderJoinedThoughTooManyAreNearlyTheSame() {
    try (Library library = new Library(folder)) {
      List<ArticleId> texts = texts(library);
      library.store().change(session -> joined(session, texts));
    }
  }

  private static void joined(Session session, List<ArticleId> texts) {
    LikenessTable table = new LikenessTable(session);
    List<ArticleId> same = texts.subList(0, MOST + 1);
    for (ArticleId one : same) {
      Map<ArticleId, Double> likenesses = new HashMap<>();
      same.forEach(other -> likenesses.put(other, 0.9));
      likenesses.remove(one);
      table.put(one, likenesses);
    }
    ArticleId one = same.getFirst();
    ArticleId other = texts.getLast();
    session.handEvents().fold(List.of(one, other), Instant.EPOCH);
    Neighbourhoods neighbourhoods = new Neighbourhoods(session, table, MOST);
    assertThat(neighbourhoods.of(one)).containsExactlyInAnyOrder(one, other);
    assertThat(neighbourhoods.of(other)).containsExactlyInAnyOrder(one, other);
    assertThat(neighbourhoods.of(same.getLast())).containsExactly(same.getLast());
  }
}
