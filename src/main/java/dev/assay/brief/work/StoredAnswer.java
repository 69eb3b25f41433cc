package dev.assay.brief.work;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefJson;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Maker;
import dev.assay.brief.NoBrief;
import dev.assay.brief.Withheld;
import dev.assay.brief.model.OtherArticle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a model answered for one article, as it is stored.
///
/// @param content the brief as JSON; null if there is none, for `reason`
/// @param withheld the sentences that are not shown, as JSON; null in what was stored before they
///   were kept
record StoredAnswer(
    ArticleId id,
    Language language,
    String model,
    int promptVersion,
    @Nullable String content,
    @Nullable String reason,
    @Nullable String withheld) {

  static @Nullable String write(List<Withheld> withheld) {
    return withheld.isEmpty() ? null : BriefJson.mapper().writeValueAsString(withheld);
  }

  /// The sentences that are not shown, and those that a reader let pass.
  ///
  /// @param passed who let which pass, by key
  List<Withheld> withheld(Map<String, String> passed) {
    return withheld == null
        ? List.of()
        : Arrays.stream(BriefJson.mapper().readValue(withheld, Withheld[].class))
            .map(one -> OtherArticle.of(one, id).passedBy(passed.get(one.key())))
            .toList();
  }

  /// What stands in the place of the article's own sentences.
  Brief shown(Brief own, Map<String, String> passed) {
    Brief brief = content == null ? null : OtherArticle.of(BriefJson.read(content), id);
    List<Withheld> let =
        passed.isEmpty()
            ? List.of()
            : withheld(passed).stream().filter(one -> one.passedBy() != null).toList();
    if (!let.isEmpty()) {
      return with(let, brief);
    }
    return brief == null ? inPlace(own) : brief;
  }

  private Brief inPlace(Brief own) {
    return reason == null || !(own.maker() instanceof Maker.Extractive(int version))
        ? own
        : new Brief(
            own.article(),
            own.language(),
            own.viewpoint(),
            own.groups(),
            new Maker.InPlaceOfModel(version, model, NoBrief.of(reason)),
            own.keyFigures());
  }

  /// The brief with sentences that were let pass, each at the end of the group it was written for,
  /// or of one of its own where that is not shown.
  private Brief with(List<Withheld> let, @Nullable Brief brief) {
    List<BriefSentence> viewpoint = new ArrayList<>(brief == null ? List.of() : brief.viewpoint());
    List<BriefGroup> groups = new ArrayList<>(brief == null ? List.of() : brief.groups());
    for (Withheld one : let) {
      if (viewpoint.isEmpty() || brief != null && one.heading().isEmpty()) {
        viewpoint.add(one.passed());
      } else {
        add(one, groups);
      }
    }
    return new Brief(
        id,
        language,
        viewpoint,
        groups,
        new Maker.Model(model, promptVersion, withheld(Map.of()).size() - let.size()));
  }

  private static void add(Withheld one, List<BriefGroup> groups) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).heading().equals(one.heading())) {
        List<BriefSentence> bullets = new ArrayList<>(groups.get(i).bullets());
        bullets.add(one.passed());
        groups.set(i, new BriefGroup(one.heading(), bullets));
        return;
      }
    }
    groups.add(new BriefGroup(one.heading(), List.of(one.passed())));
  }
}
