package dev.assay.topic;

import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A brief as a topic's card shows it: first what the article says of the topic, then a few
/// bullets, then the rest, nothing twice.
///
/// @param said the article's sentences that name the topic
/// @param viewpoint of the brief
/// @param first groups with [#BULLETS] bullets at most
/// @param more the other bullets
public record Focus(
    List<BriefSentence> said,
    List<BriefSentence> viewpoint,
    List<BriefGroup> first,
    List<BriefGroup> more) {

  /// Bullets that a card shows at once.
  public static final int BULLETS = 5;

  public Focus {
    said = List.copyOf(said);
    viewpoint = List.copyOf(viewpoint);
    first = List.copyOf(first);
    more = List.copyOf(more);
  }

  /// What is left of a brief beside the sentences that name the topic.
  ///
  /// @param brief null for an article that has none
  static Focus of(@Nullable Brief brief, List<BriefSentence> said) {
    if (brief == null) {
      return new Focus(said, List.of(), List.of(), List.of());
    }
    List<BriefGroup> first = new ArrayList<>();
    List<BriefGroup> more = new ArrayList<>();
    int left = BULLETS;
    for (BriefGroup group : brief.groups()) {
      List<BriefSentence> bullets = unsaid(group.bullets(), said);
      int here = Math.min(left, bullets.size());
      add(first, group.heading(), bullets.subList(0, here));
      add(more, here == 0 ? group.heading() : "", bullets.subList(here, bullets.size()));
      left -= here;
    }
    return new Focus(said, unsaid(brief.viewpoint(), said), first, more);
  }

  private static void add(List<BriefGroup> groups, String heading, List<BriefSentence> bullets) {
    if (!bullets.isEmpty()) {
      groups.add(new BriefGroup(heading, bullets));
    }
  }

  private static List<BriefSentence> unsaid(
      List<BriefSentence> sentences, List<BriefSentence> said) {
    return sentences.stream()
        .filter(sentence -> said.stream().noneMatch(other -> isSame(sentence, other)))
        .toList();
  }

  /// Whether all that one rests on stands within the other.
  private static boolean isSame(BriefSentence sentence, BriefSentence said) {
    return sentence.citations().stream()
        .allMatch(citation -> said.citations().stream().anyMatch(other -> holds(other, citation)));
  }

  private static boolean holds(Citation outer, Citation inner) {
    return outer.article().equals(inner.article())
        && outer.paragraph() == inner.paragraph()
        && outer.span().start() <= inner.span().start()
        && outer.span().end() >= inner.span().end();
  }

  /// How many bullets stand in `more`.
  public int further() {
    return more.stream().mapToInt(group -> group.bullets().size()).sum();
  }
}
