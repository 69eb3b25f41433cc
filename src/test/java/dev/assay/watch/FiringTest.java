package dev.assay.watch;

import static dev.assay.watch.WatchDesk.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.ReaderId;
import dev.assay.desk.Mutes;
import dev.assay.desk.ReadingScope;
import dev.assay.source.FeedEntry;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceState;
import dev.assay.store.Happening;
import dev.assay.store.source.SourceEntryTable.First;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What rules tell of what happens, and what they keep to themselves.
final class FiringTest {

  private static final String PORT =
      "The port of Ellery closed two of its five berths on Monday after a crane fell. Ships that carry ore wait outside, the harbour master said, and the berths stay closed until the end of the month. A spokesman named no cost.";

  private static final String GALLIUM = "镓的出口许可本周又少了两张。松岭矿业的一位经理说，客户正在把订单推到明年春天，仓库里的镓还够用四个月。";

  private static final String FIRE =
      "A fire broke out at the Lynas plant in Kuantan, Malaysia, on 22 November and injured two workers. Lynas said that production of neodymium stands still; the cause of the fire is being investigated.";

  private static final String FIRE_AGAIN =
      "Lynas has stopped its plant in Kuantan, Malaysia, after a fire on 22 November in which two workers were injured. The police closed a road of 14 kilometres. Neodymium production will resume when the investigation ends.";

  @TempDir private Path folder;
  private WatchDesk desk;

  @BeforeEach
  void open() {
    desk = new WatchDesk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String share(String share) {
    return "China accounts for %s of global gallium refining, analysts of the port said on Monday. Exporters need a licence, and Kestrel Minerals plans a plant of its own, its chairman told a meeting in Carrow."
        .formatted(share);
  }

  @Test
  void aTopicTellsOfArticlesAboutItByAnyOfItsNames() {
    Rule gallium = desk.rule("topic", "gallium", List.of(), "article.created");
    Rule everything = desk.rule("everything", "", List.of(), "article.created");

    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();

    assertThat(desk.told(gallium)).containsExactly("article.created: 镓的许可少了两张");
    assertThat(desk.told(everything))
        .containsExactly(
            "article.created: 镓的许可少了两张", "article.created: Two berths closed at Port Ellery");
  }

  @Test
  void aQueryTellsOfWhatItFindsAsItIsWritten() {
    Rule berths = desk.rule("query", "\"two berths\" OR 许可", List.of(), "article.created");

    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.comes("other", "Carrow Dispatch", "Rain in Carrow", PORT.replace("Ellery", "Carrow"));
    desk.watch.firing().round();

    assertThat(desk.told(berths))
        .containsExactly(
            "article.created: 镓的许可少了两张", "article.created: Two berths closed at Port Ellery");
  }

  @Test
  void aTextIsToldOnceHoweverOftenItComesAndInWhateverOrder() {
    Rule rule = desk.rule("everything", "", List.of(), "article.created");
    desk.comes("first", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();

    desk.comes("copy", "Meridian Wire", "Two berths closed at Port Ellery", PORT);
    // the original turns up after its copies
    desk.take(
        "earlier",
        "Ellery Harbour News",
        WatchDesk.NOW.minus(Duration.ofHours(9)),
        "Two berths closed at Port Ellery",
        PORT,
        true);
    desk.comes("first", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();
    desk.watch.firing().round();

    assertThat(desk.told(rule))
        .containsExactly("article.created: Two berths closed at Port Ellery");
  }

  @Test
  void whatIsBroughtInByHandOrIsOldIsNotTold() {
    Rule rule = desk.rule("everything", "", List.of(), "article.created");
    Instant now = desk.clock.get();

    desk.take("hand", "Carrow Dispatch", now, "Two berths closed", PORT, false);
    desk.take("old", "北岸财经", now.minus(Duration.ofHours(73)), "镓的许可", GALLIUM, true);
    desk.watch.firing().round();

    assertThat(desk.told(rule)).isEmpty();
    Preview preview =
        ((Kept.Done<Preview>) desk.watch.rules().preview(ANA, RuleDraft.of(rule))).kept();
    assertThat(preview.times()).isZero();
    assertThat(preview.imported()).isEqualTo(2);
  }

  @Test
  void aNewRuleTellsNothingOfThePastAndSaysWhatItWouldHaveTold() {
    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);

    Rule rule = desk.rule("topic", "镓", List.of(), "article.created");
    desk.watch.firing().round();

    assertThat(desk.told(rule)).isEmpty();
    Preview preview =
        ((Kept.Done<Preview>) desk.watch.rules().preview(ANA, RuleDraft.of(rule))).kept();
    assertThat(preview.times()).isEqualTo(1);
    assertThat(preview.examples()).extracting(Item::title).containsExactly("镓的许可少了两张");
  }

  @Test
  void figuresThatLieOutsideAndDisputesAreTold() {
    desk.comes("one", "Carrow Dispatch", "Refining stays where it is", share("98%"));
    desk.comes("two", "Meridian Wire", "Where gallium is refined", share("98%"));
    Rule figures = desk.rule("topic", "gallium", List.of(), "figure.created");
    Rule outside = desk.rule("topic", "gallium", List.of(), "figure.outside");
    Rule disputes = desk.rule("topic", "gallium", List.of(), "dispute.opened", "dispute.changed");

    desk.comes("three", "Ellery Ledger", "A smaller share", share("60%"));
    desk.watch.firing().round();

    assertThat(desk.told(figures))
        .containsExactly(
            "figure.created: China, share of world gallium refining; 60%, says Ellery Ledger.");
    assertThat(desk.told(outside)).hasSize(1);
    assertThat(desk.told(outside).getFirst())
        .startsWith(
            "figure.outside: China, share of world gallium refining; 60%, says Ellery Ledger: ")
        .contains("away from what the other figures allow");
    assertThat(desk.told(disputes)).hasSize(1);
    assertThat(desk.told(disputes).getFirst())
        .startsWith("dispute.opened: China, share")
        .contains(", cannot hold together with ")
        .contains("60%, says Ellery Ledger");
    assertThat(desk.watch.rules().found(disputes, 1).getFirst().item().quote()).contains("60%");
  }

  @Test
  void aSilentEditIsToldWithWhatItChanged() {
    Rule any = desk.rule("everything", "", List.of(), "article.edited");
    Rule figures = desk.rule("everything", "", List.of(), "article.figures_edited");
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);

    desk.comes(
        "port",
        "Carrow Dispatch",
        "Two berths closed at Port Ellery",
        PORT.replace("named", "gave"));
    desk.comes(
        "port",
        "Carrow Dispatch",
        "Two berths closed at Port Ellery",
        PORT.replace("named", "gave").replace("two of its five", "3 of its 5"));
    desk.watch.firing().round();

    assertThat(desk.told(any)).hasSize(2);
    assertThat(desk.told(figures)).hasSize(1);
    assertThat(desk.told(figures).getFirst())
        .isEqualTo(
            "article.figures_edited: Two berths closed at Port Ellery; Sentences changed: 1, of them in a figure: 1.");
    assertThat(desk.watch.rules().found(figures, 1).getFirst().item().quote())
        .contains("3 of its 5");
  }

  @Test
  void whatAReaderMutedIsToldByARuleOnJustThatAlone() {
    Rule everything = desk.rule("everything", "", List.of(), "article.created");
    Rule dispatch = desk.rule("source", "Carrow Dispatch", List.of(), "article.created");
    Mutes mutes = new Mutes(desk.store, desk.clock::get);
    mutes.muteSource(ANA, "Carrow Dispatch");
    mutes.muteTopic(ANA, "gallium", new ReadingScope.About(List.of("element:Ga")));

    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.comes("fire", "Meridian Wire", "Fire at Kuantan", FIRE);
    desk.watch.firing().round();

    assertThat(desk.told(everything)).containsExactly("article.created: Fire at Kuantan");
    assertThat(desk.told(dispatch))
        .containsExactly("article.created: Two berths closed at Port Ellery");
  }

  @Test
  void aSourceThatFailsAndIsReadAgainIsToldOfByNameInTheLanguageOfTheRule() {
    int dispatch = follows("Carrow Dispatch");
    int other = follows("北岸财经");
    Rule all = desk.rule("everything", "", List.of(), "source.failing", "source.recovered");
    Rule its =
        ((Kept.Done<Rule>)
                desk.watch
                    .rules()
                    .add(
                        ANA,
                        new RuleDraft(
                            "",
                            "source",
                            "北岸财经",
                            List.of("source.recovered"),
                            "",
                            RuleDraft.Only.ANY,
                            "now",
                            "",
                            "Asia/Shanghai",
                            "zh-Hans",
                            List.of())))
            .kept();

    stands(dispatch, Happening.Kind.SOURCE_FAILING, "No answer.");
    stands(dispatch, Happening.Kind.SOURCE_RECOVERED, "");
    stands(other, Happening.Kind.SOURCE_RECOVERED, "");
    desk.watch.firing().round();

    assertThat(desk.told(all))
        .containsExactly(
            "source.failing: Carrow Dispatch; No answer.",
            "source.recovered: Carrow Dispatch; It can be read again.",
            "source.recovered: 北岸财经; It can be read again.");
    assertThat(desk.told(its)).containsExactly("source.recovered: 北岸财经; 又能读取了。");
  }

  @Test
  void aFolderIsWhatItsSourcesBringAndThoseOfItsOwnFolders() {
    int inside = follows("Carrow Dispatch", "Metals/China");
    int beside = follows("北岸财经", "Metals in brief");
    Rule metals = desk.rule("folder", "metals/", List.of(), "article.created", "source.failing");

    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    names(inside, "port");
    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    names(beside, "zh");
    stands(inside, Happening.Kind.SOURCE_FAILING, "No answer.");
    stands(beside, Happening.Kind.SOURCE_FAILING, "No answer.");
    desk.watch.firing().round();

    assertThat(metals.scope().subject()).isEqualTo("metals");
    assertThat(desk.told(metals))
        .containsExactly(
            "article.created: Two berths closed at Port Ellery",
            "source.failing: Carrow Dispatch; No answer.");
  }

  private void names(int source, String article) {
    ArticleId id = new Identity.OfExternal("", article).articleId();
    desk.store.change(
        session -> {
          FeedEntry entry = new FeedEntry("https://example.org/" + article, article, null);
          session.sourceEntries().add(source, entry, First.WAITING, desk.clock.get());
          session
              .sourceEntries()
              .settle(source, entry.link(), new Outcome.Imported(id), "full", desk.clock.get());
        });
  }

  @Test
  void aRuleMayWantAKindOfArticlesAlone() {
    Rule news =
        desk.rule("everything", "", List.of(), only("", "news", "analysis"), "article.created");
    Rule reports = desk.rule("everything", "", List.of(), only("", "report"), "article.created");

    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.watch.firing().round();

    assertThat(desk.told(news)).containsExactly("article.created: 镓的许可少了两张");
    assertThat(desk.told(reports)).isEmpty();
  }

  @Test
  void aRuleMayWantWhatSeveralIndependentSourcesTell() {
    Rule two = desk.rule("everything", "", List.of(), only("2"), "article.created");
    Rule three = desk.rule("everything", "", List.of(), only("3"), "article.created");

    desk.comes("one", "Carrow Dispatch", "Fire stops Lynas plant in Malaysia", FIRE);
    desk.watch.firing().round();
    assertThat(desk.told(two)).isEmpty();
    desk.comes("two", "北岸财经", "Lynas plant in Kuantan stands still after fire", FIRE_AGAIN);
    desk.watch.firing().round();

    assertThat(desk.told(two))
        .containsExactly("article.created: Lynas plant in Kuantan stands still after fire");
    assertThat(desk.told(three)).isEmpty();
    assertThat(desk.watch.rules().find(ANA, two.id()).orElseThrow().filter().leastSources())
        .isEqualTo(2);
    assertThat(RuleDraft.of(two).only()).isEqualTo(only("2"));
  }

  private static RuleDraft.Only only(String sources, String... kinds) {
    return new RuleDraft.Only(List.of(), List.of(kinds), sources);
  }

  private int follows(String title) {
    return follows(title, "");
  }

  private int follows(String title, String folder) {
    Instant now = desk.clock.get();
    return desk.store.write(
        session ->
            session
                .sources()
                .add(
                    new Source(
                        0,
                        new SourceKind.OfFeed(),
                        "https://example.org/" + title.length(),
                        title,
                        "",
                        "",
                        folder,
                        SourceSettings.DEFAULTS,
                        now,
                        ""),
                    SourceState.fresh(now, Duration.ofHours(1)))
                .id());
  }

  private void stands(int source, Happening.Kind kind, String reason) {
    desk.store.change(
        session ->
            session
                .happenings()
                .add(kind, desk.clock.get(), Happening.About.of(String.valueOf(source), reason)));
  }

  @Test
  void nothingGoesOutInQuietHoursAndAllOfItAfterThem() {
    Channel channel = desk.channel("ntfy", "http://127.0.0.1:9/assay", "");
    RuleDraft draft =
        new RuleDraft(
            "night",
            "everything",
            "",
            List.of("article.created"),
            "",
            RuleDraft.Only.ANY,
            "now",
            "22:00-07:00",
            "Asia/Shanghai",
            "en",
            List.of(channel.id()));
    desk.watch.rules().add(ANA, draft);
    desk.clock.set(Instant.parse("2025-11-24T15:00:00Z")); // 23:00 in Shanghai

    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();
    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.watch.firing().round();
    assertThat(desk.watch.outbox().of(ANA, 10)).isEmpty();

    desk.clock.set(Instant.parse("2025-11-24T23:00:00Z")); // 07:00
    desk.watch.firing().round();
    assertThat(desk.watch.outbox().of(ANA, 10)).hasSize(1);
    assertThat(desk.watch.outbox().due(10, Set.of()).getFirst().message().lines()).hasSize(2);
  }

  @Test
  void twoMessagesOfOneRuleAreTenMinutesApart() {
    Channel channel = desk.channel("ntfy", "http://127.0.0.1:9/assay", "");
    desk.rule("everything", "", List.of(channel.id()), "article.created");
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();

    desk.take("zh", "北岸财经", desk.clock.get(), "镓的许可少了两张", GALLIUM, true);
    desk.watch.firing().round();
    assertThat(desk.watch.outbox().of(ANA, 10)).hasSize(1);

    desk.clock.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
    desk.watch.firing().round();
    assertThat(desk.watch.outbox().of(ANA, 10)).hasSize(2);
  }

  @Test
  void aMutedRuleFindsAndSendsNothingOfItEvenAfterwards() {
    Channel channel = desk.channel("ntfy", "http://127.0.0.1:9/assay", "");
    Rule rule = desk.rule("everything", "", List.of(channel.id()), "article.created");
    Rule muted = kept(desk.watch.rules().mute(ANA, rule.id(), "2h").orElseThrow());
    assertThat(muted.mutedUntil()).isEqualTo(desk.clock.get().plus(Duration.ofHours(2)));

    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();
    desk.clock.updateAndGet(now -> now.plus(Duration.ofHours(2)));
    desk.watch.firing().round();
    assertThat(desk.told(rule))
        .containsExactly("article.created: Two berths closed at Port Ellery");
    assertThat(desk.watch.outbox().of(ANA, 10)).isEmpty();

    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.watch.firing().round();
    assertThat(desk.watch.outbox().due(10, Set.of()))
        .singleElement()
        .satisfies(
            parcel ->
                assertThat(parcel.message().lines())
                    .extracting(line -> line.item().title())
                    .containsExactly("镓的许可少了两张"));
  }

  @Test
  void aRuleThatIsMutedForGoodSendsAgainWhenItIsUnmuted() {
    Channel channel = desk.channel("ntfy", "http://127.0.0.1:9/assay", "");
    Rule rule = desk.rule("everything", "", List.of(channel.id()), "article.created");
    Rule muted = kept(desk.watch.rules().mute(ANA, rule.id(), "always").orElseThrow());
    assertThat(muted.isMuted(desk.clock.get().plus(Duration.ofDays(36_500)))).isTrue();
    desk.watch.rules().change(ANA, rule.id(), RuleDraft.of(muted)).orElseThrow();
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();

    Rule heard = desk.watch.rules().unmute(ANA, rule.id()).orElseThrow();
    desk.watch.firing().round();
    assertThat(heard.isMuted(desk.clock.get())).isFalse();
    assertThat(desk.watch.outbox().of(ANA, 10)).isEmpty();

    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.watch.firing().round();
    assertThat(desk.watch.outbox().of(ANA, 10)).hasSize(1);
    assertThat(desk.watch.rules().mute(ANA, rule.id(), "a while"))
        .hasValue(new Kept.Refused<>(Mistake.NO_SPAN, "a while"));
    assertThat(desk.watch.rules().mute(new ReaderId("bo"), rule.id(), "8h")).isEmpty();
  }

  @Test
  void toUnmuteWhatIsNotMutedLosesNothingThatWaits() {
    Channel channel = desk.channel("ntfy", "http://127.0.0.1:9/assay", "");
    Rule rule =
        desk.rule("everything", "", "daily 07:30", List.of(channel.id()), "article.created");
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();
    assertThat(desk.told(rule)).hasSize(1);

    desk.clock.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    assertThat(desk.watch.rules().unmute(ANA, rule.id())).hasValue(rule);
    assertThat(desk.watch.rules().unmute(new ReaderId("bo"), rule.id())).isEmpty();
    desk.clock.updateAndGet(now -> now.plus(Duration.ofDays(1)));
    desk.watch.firing().round();

    assertThat(desk.watch.outbox().due(10, Set.of())).hasSize(1);
  }

  private static Rule kept(Kept<Rule> kept) {
    return ((Kept.Done<Rule>) kept).kept();
  }

  @Test
  void whatASecondSourceTellsOfIsToldOnceAndOfItsTopicsAlone() {
    Rule fire = desk.rule("topic", "Lynas", List.of(), "event.created");
    Rule gallium = desk.rule("topic", "镓", List.of(), "event.created");

    desk.comes("one", "Carrow Dispatch", "Fire stops Lynas plant in Malaysia", FIRE);
    desk.watch.firing().round();
    assertThat(desk.told(fire)).isEmpty();

    desk.comes("two", "Harbour Wire", "Lynas halts Malaysian plant after fire", FIRE_AGAIN);
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();
    desk.watch.firing().round();

    assertThat(desk.told(fire))
        .containsExactly(
            "event.created: Fire stops Lynas plant in Malaysia;"
                + " Carrow Dispatch had it first; Harbour Wire tells of it now.");
    assertThat(desk.watch.rules().found(fire, 1).getFirst().item().path()).startsWith("/events/");
    assertThat(desk.told(gallium)).isEmpty();
  }

  @Test
  void anotherTextOfTheSameSourceIsToldAsThatWithItsWords() {
    Rule fire = desk.rule("topic", "Lynas", List.of(), "event.created");
    desk.comes("one", "Carrow Dispatch", "Fire stops Lynas plant in Malaysia", FIRE);
    desk.comes("two", "Carrow Dispatch", "Lynas halts Malaysian plant after fire", FIRE_AGAIN);
    desk.watch.firing().round();

    assertThat(desk.told(fire))
        .containsExactly(
            "event.created: Fire stops Lynas plant in Malaysia; Carrow Dispatch has another text on it.");
    assertThat(FIRE_AGAIN).startsWith(desk.watch.rules().found(fire, 1).getFirst().item().quote());
  }

  @Test
  void whatWentOutIsForgottenAfterAWhileAndWhatWasFoundIsNot() {
    Channel channel = desk.channel("ntfy", "http://127.0.0.1:9/assay", "");
    Rule rule = desk.rule("everything", "", List.of(channel.id()), "article.created");
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();
    desk.watch.outbox().taken(desk.watch.outbox().due(1, Set.of()).getFirst(), "It was taken.");

    desk.clock.updateAndGet(now -> now.plus(Duration.ofDays(91)));
    desk.watch.firing().forgetOld();
    desk.watch.firing().round();

    assertThat(desk.watch.outbox().of(ANA, 10)).isEmpty();
    long messages =
        desk.store.read(
            session ->
                session
                    .handle()
                    .createQuery("select count(*) from watch_message")
                    .mapTo(Long.class)
                    .one());
    assertThat(messages).isZero();
    assertThat(desk.told(rule))
        .containsExactly("article.created: Two berths closed at Port Ellery");
  }

  @Test
  void aRuleIsItsReadersAlone() {
    Rule rule = desk.rule("everything", "", List.of(), "article.created");
    Channel channel = desk.channel("ntfy", "http://127.0.0.1:9/assay", "");
    ReaderId bo = new ReaderId("bo");

    assertThat(desk.watch.rules().of(bo)).isEmpty();
    assertThat(desk.watch.rules().find(bo, rule.id())).isEmpty();
    assertThat(desk.watch.rules().turn(bo, rule.id(), false)).isFalse();
    assertThat(desk.watch.rules().remove(bo, rule.id())).isFalse();
    assertThat(desk.watch.channels().of(bo)).isEmpty();
    assertThat(desk.watch.channels().remove(bo, channel.id())).isFalse();
    RuleDraft stolen =
        new RuleDraft(
            "x",
            "everything",
            "",
            List.of("article.created"),
            "",
            RuleDraft.Only.ANY,
            "now",
            "",
            "",
            "en",
            List.of(channel.id()));
    assertThat(desk.watch.rules().add(bo, stolen))
        .isEqualTo(new Kept.Refused<>(Mistake.NO_CHANNEL, channel.id()));
    assertThat(desk.watch.rules().remove(ANA, rule.id())).isTrue();
  }

  @Test
  void whatCannotBeARuleIsSaid() {
    RuleDraft fine = RuleDraft.of("topic", "gallium", "UTC", "en");
    assertThat(mistake("nowhere", "gallium", "now", "", "UTC")).isEqualTo(Mistake.NO_SCOPE);
    assertThat(mistake("topic", " ", "now", "", "UTC")).isEqualTo(Mistake.NO_SUBJECT);
    assertThat(mistake("entry", "none", "now", "", "UTC")).isEqualTo(Mistake.NO_ENTRY);
    assertThat(mistake("topic", "gallium", "daily 25:00", "", "UTC"))
        .isEqualTo(Mistake.NO_SCHEDULE);
    assertThat(mistake("topic", "gallium", "now", "late", "UTC")).isEqualTo(Mistake.NO_HOURS);
    assertThat(mistake("topic", "gallium", "now", "", "Mars/Base")).isEqualTo(Mistake.NO_ZONE);
    assertThat(mistake(only("none"))).isEqualTo(Mistake.NO_SOURCES);
    assertThat(mistake(only("", "gossip"))).isEqualTo(Mistake.NO_SORT);
    assertThat(desk.watch.rules().add(ANA, fine)).isInstanceOf(Kept.Done.class);
  }

  private Mistake mistake(RuleDraft.Only only) {
    RuleDraft draft =
        new RuleDraft(
            "x",
            "everything",
            "",
            List.of("article.created"),
            "",
            only,
            "",
            "",
            "",
            "en",
            List.of());
    return ((Kept.Refused<Rule>) desk.watch.rules().add(ANA, draft)).mistake();
  }

  private Mistake mistake(
      String scope, String subject, String schedule, String quiet, String zone) {
    return ((Kept.Refused<Rule>)
            desk.watch
                .rules()
                .add(
                    ANA,
                    new RuleDraft(
                        "",
                        scope,
                        subject,
                        List.of("article.created"),
                        "",
                        RuleDraft.Only.ANY,
                        schedule,
                        quiet,
                        zone,
                        "en",
                        List.of())))
        .mistake();
  }
}
