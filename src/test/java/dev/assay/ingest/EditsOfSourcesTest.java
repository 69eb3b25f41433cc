package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.fold.EditKind;
import dev.assay.fold.Edits;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.topic.time.EditPage;
import dev.assay.topic.time.SilentEdits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What sources change in texts that they published, from their coming to the list.
final class EditsOfSourcesTest {

  private static final TagMatcher NAMES = new TagMatcher(Names.load(Lexicon.shipped()));

  private static final String FREIGHT =
      "The port of Ellery closed 2 of its 5 berths on Monday after a crane fell. Ships that carry ore wait outside, the harbour master said.";

  private static final String ORE = "港口周一关闭了五个泊位中的两个。运矿石的船只在港外等候，港务长说。";

  @TempDir Path folder;

  private static void take(Newsstand stand, String id, String source, String title, String text) {
    stand.take(List.of(new Newsstand.Copy(id, source, "2025-11-20T08:00:00Z", title, text)));
  }

  private static SilentEdits edits(Newsstand stand) {
    return new SilentEdits(
        stand.store, new Edits(Lexicon.shipped(), () -> NAMES), () -> Newsstand.NOW);
  }

  @Test
  void listsWhatWasChangedOverAllSourcesAndLeavesOutTheLook() {
    Newsstand stand = new Newsstand(folder);
    take(stand, "en", "Meridian Wire", "Two berths closed", FREIGHT);
    take(stand, "zh", "北岸财经", "两个泊位关闭", ORE);
    take(
        stand,
        "look",
        "Carrow Dispatch",
        "Berths",
        "A crane fell on the quay, they said. \"It hurts\".");
    take(
        stand, "en", "Meridian Wire", "Two berths closed", FREIGHT.replace("closed 2", "closed 3"));
    take(stand, "zh", "北岸财经", "两个泊位重新开放", ORE.replace("关闭了", "没有关闭") + "更正：本文早前版本有误。");
    take(
        stand,
        "look",
        "Carrow Dispatch",
        "Berths",
        "A crane fell on the quay , they said. “It hurts”.");

    EditPage all = edits(stand).page("", null, null);
    assertThat(all.edits().stream().map(line -> line.article().source()).toList())
        .containsExactlyInAnyOrder("Meridian Wire", "北岸财经");
    EditPage wire = edits(stand).page("Meridian Wire", null, null);
    assertThat(wire.edits()).hasSize(1);
    EditPage.Line line = wire.edits().getFirst();
    assertThat(line.kinds()).containsExactly(EditKind.NUMBER);
    assertThat(line.silent()).isTrue();
    assertThat(line.parts()).hasSize(1);
    assertThat(wire.record().changes()).isEqualTo(1);
    assertThat(wire.record().silent()).isEqualTo(1);
    EditPage denials = edits(stand).page("", EditKind.DENIAL, null);
    assertThat(denials.edits()).hasSize(1);
    assertThat(denials.edits().getFirst().silent()).isFalse();
    assertThat(denials.edits().getFirst().titles()).containsExactly("两个泊位关闭", "两个泊位重新开放");
    stand.close();
  }

  @Test
  void readsWhatWasChangedBeforeThatWasKept() {
    Newsstand stand = new Newsstand(folder);
    take(stand, "en", "Meridian Wire", "Two berths closed", FREIGHT);
    take(
        stand, "en", "Meridian Wire", "Two berths closed", FREIGHT.replace("closed 2", "closed 3"));
    stand.store.change(session -> session.handle().execute("delete from edit"));
    assertThat(edits(stand).page("", null, null).edits()).isEmpty();
    assertThat(stand.ingest.catchUpEdits()).isEqualTo(1);
    assertThat(edits(stand).page("", null, null).edits()).hasSize(1);
    stand.close();
  }

  @Test
  void readsNothingMoreOnceItWasAskedToEnd() {
    Newsstand stand = new Newsstand(folder);
    take(stand, "en", "Meridian Wire", "Two berths closed", FREIGHT);
    take(
        stand, "en", "Meridian Wire", "Two berths closed", FREIGHT.replace("closed 2", "closed 3"));
    for (String table : List.of("edit", "event_text", "dated_article", "claim_reading")) {
      stand.store.change(session -> session.handle().execute("delete from " + table));
    }
    stand.ingest.stop();
    assertThat(stand.ingest.catchUpClaims()).isZero();
    assertThat(stand.ingest.catchUpEvents()).isZero();
    assertThat(stand.ingest.catchUpDays()).isZero();
    assertThat(stand.ingest.catchUpEdits()).isZero();
    stand.close();
  }
}
