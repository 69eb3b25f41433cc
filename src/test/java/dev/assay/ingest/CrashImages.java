package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Opens copies of a data folder as the next process would, and looks whether each is whole.
public final class CrashImages {

  /// The file of a data folder in which stands what an import had said by then.
  public static final String ACKNOWLEDGED = "acknowledged";

  private static final Lexicon LEXICON = Lexicon.shipped();
  private static final Names NAMES = Names.load(LEXICON);
  private static final Stages STAGES = ShippedStages.of(NAMES);

  private CrashImages() {}

  /// @param points how many copies there were
  /// @param problems a line for each that is not whole, with its name
  public record Looked(int points, List<String> problems) {}

  /// Looks at each copy in `folder`, and removes those that are whole.
  ///
  /// @param must the ids of the articles that must be there
  public static Looked look(Path folder, Set<String> must) throws IOException {
    List<String> problems = new ArrayList<>();
    List<Path> images = below(folder);
    for (Path image : images) {
      String problem = problem(image, must);
      if (problem.isEmpty()) {
        delete(image);
      } else {
        problems.add(image.getFileName() + ": " + problem);
      }
    }
    return new Looked(images.size(), problems);
  }

  private static String problem(Path image, Set<String> must) throws IOException {
    if (!Files.exists(image.resolve("assay.db"))) {
      return must.isEmpty() ? "" : "there is no database";
    }
    Set<String> needed = new HashSet<>(must);
    needed.addAll(acknowledged(image));
    try (Store store = SqliteStore.openToWrite(image);
        LuceneIndex index = LuceneIndex.open(image.resolve("index"))) {
      new Ingest(store, index, STAGES, InstantSource.system()).catchUp();
      List<String> problems =
          new Upkeep(
                  store,
                  index,
                  () -> NAMES,
                  () -> Bookkeeping.of(LEXICON),
                  () -> EventJoin.of(LEXICON))
              .verify(_ -> {});
      needed.removeIf(id -> isStored(store, id));
      return needed.isEmpty() ? String.join("; ", problems) : "lost " + needed + " " + problems;
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static boolean isStored(Store store, String id) {
    ArticleId article = ArticleId.parse(id).orElseThrow();
    return store.read(session -> session.articles().rawHash(article)).isPresent();
  }

  private static Set<String> acknowledged(Path image) throws IOException {
    Set<String> ids = new HashSet<>();
    Path said = image.resolve(ACKNOWLEDGED);
    if (Files.exists(said)) {
      String text = Files.readString(said);
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        JsonNode answer = JsonMapper.shared().readTree(line);
        if (answer.path("article").isString()) {
          ids.add(answer.path("article").asString());
        }
      }
    }
    return ids;
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> images = Files.list(folder)) {
      return images.filter(Files::isDirectory).sorted().toList();
    }
  }

  /// Removes a folder or file with all that is in it, if it is there.
  public static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
