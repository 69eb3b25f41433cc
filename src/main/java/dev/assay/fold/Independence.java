package dev.assay.fold;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts the independent sources behind a number of articles, and names them.
///
/// Copies of one text have one voice: that of the origin which one of them names, or else of the
/// outlet that published it first. Voices of one agency are one source, and so are voices of
/// outlets with one owner. So eight outlets with one Reuters report, and Reuters with another, are
/// one.
public final class Independence {

  /// An article as far as counting needs it.
  ///
  /// @param group the canonical article of its group of copies; itself if it is alone
  /// @param origin the agency or outlet that the text names as its origin, null if it names none
  /// @param source its outlet; empty if nobody knows
  public record Heard(ArticleId group, @Nullable String origin, String source) {}

  /// One independent source.
  ///
  /// @param name of the outlet or agency, or of the owner if several of its outlets speak; empty if
  ///   the source is not known
  /// @param texts different texts that it stands behind
  /// @param articles these texts with all their copies
  public record Voice(String name, int texts, int articles) {
    /// The same by the name that readers of this language know.
    public Voice forReader(Outlets outlets, Language reader) {
      return new Voice(outlets.label(name, reader), texts, articles);
    }
  }

  /// What is known of one source while articles are gone through.
  private static final class Heap {
    final Set<String> names = new LinkedHashSet<>();
    int texts;
    int articles;
  }

  private Independence() {}

  /// The independent sources of `articles`, in the order in which they first speak.
  ///
  /// @param articles the oldest first
  public static List<Voice> of(List<Heard> articles, Outlets outlets) {
    Map<ArticleId, List<Heard>> groups = new LinkedHashMap<>();
    articles.forEach(
        heard -> groups.computeIfAbsent(heard.group(), _ -> new ArrayList<>()).add(heard));
    Map<String, Heap> heaps = new LinkedHashMap<>();
    groups.forEach(
        (group, members) -> {
          String speaker = speaker(members, outlets);
          String key = speaker.isEmpty() ? "group\t" + group : Outlets.key(outlets.owner(speaker));
          Heap heap = heaps.computeIfAbsent(key, _ -> new Heap());
          heap.names.add(speaker);
          heap.texts++;
          heap.articles += members.size();
        });
    return heaps.values().stream()
        .map(heap -> new Voice(name(heap.names, outlets), heap.texts, heap.articles))
        .toList();
  }

  /// How many independent sources stand behind `articles`.
  ///
  /// @param articles the oldest first
  public static int count(List<Heard> articles, Outlets outlets) {
    return of(articles, outlets).size();
  }

  private static String speaker(List<Heard> copies, Outlets outlets) {
    for (Heard copy : copies) {
      if (copy.origin() != null) {
        return outlets.name(copy.origin());
      }
    }
    return outlets.name(copies.getFirst().source());
  }

  private static String name(Set<String> names, Outlets outlets) {
    String first = names.iterator().next();
    return names.size() == 1 ? first : outlets.owner(first);
  }
}
