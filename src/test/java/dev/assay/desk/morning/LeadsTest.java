package dev.assay.desk.morning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Mentioning;
import dev.assay.topic.event.EventLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LeadsTest {

  private static final Instant MORNING = Instant.parse("2025-11-23T09:00:00Z");

  private static final ArticleLine PRICES = line(1, "镓价持平", 0);
  private static final ArticleLine FIRE = line(2, "Fire stops the gallium furnace of Wexmoor", 4);
  private static final ArticleLine LICENCES = line(3, "镓出口许可证开始发放", 24 * 40);
  private static final ArticleLine WEEK = line(4, "The week in metals", 1);

  private static ArticleLine line(long id, String title, int hoursAgo) {
    return new ArticleLine(
        new ArticleId(id),
        title,
        Language.UNKNOWN,
        ArticleKind.NEWS,
        "Harbour Wire",
        null,
        null,
        MORNING.minusSeconds(3_600L * hoursAgo));
  }

  private static EventLine event(ArticleLine lead, int independent, int differing) {
    return new EventLine(lead.id(), lead, List.of(WEEK), independent, differing, lead.orderedBy());
  }

  private static List<String> led(
      Map<ArticleId, Double> about, Map<ArticleId, EventLine> events, ArticleLine... lines) {
    return Stream.of(lines)
        .map(line -> new Mentioning(line, List.of()))
        .sorted(new Leads(about, events, MORNING).first())
        .map(mention -> mention.article().title())
        .toList();
  }

  @Test
  void putsWhatSeveralSourcesTellBeforeWhatOneTellsThatDay() {
    Map<ArticleId, Double> about = Map.of(PRICES.id(), 0.9, FIRE.id(), 0.9);

    assertThat(led(about, Map.of(), PRICES, FIRE))
        .containsExactly("镓价持平", "Fire stops the gallium furnace of Wexmoor");
    assertThat(led(about, Map.of(FIRE.id(), event(FIRE, 2, 0)), PRICES, FIRE))
        .containsExactly("Fire stops the gallium furnace of Wexmoor", "镓价持平");
  }

  @Test
  void putsWhatIsInDisputeBeforeWhatIsNot() {
    Map<ArticleId, Double> about = Map.of(PRICES.id(), 0.9, FIRE.id(), 0.9);

    assertThat(led(about, Map.of(FIRE.id(), event(FIRE, 1, 1)), PRICES, FIRE))
        .containsExactly("Fire stops the gallium furnace of Wexmoor", "镓价持平");
  }

  @Test
  void putsWhatIsAboutTheTopicBeforeWhatHardlyIs() {
    assertThat(led(Map.of(WEEK.id(), 0.52, FIRE.id(), 0.95), Map.of(), WEEK, FIRE))
        .containsExactly("Fire stops the gallium furnace of Wexmoor", "The week in metals");
  }

  @Test
  void putsNothingOldBeforeWhatIsNewAndOfEqualsTheNewest() {
    Map<ArticleId, Double> about = Map.of(LICENCES.id(), 1.0, PRICES.id(), 0.5);

    assertThat(led(about, Map.of(LICENCES.id(), event(LICENCES, 3, 0)), LICENCES, PRICES))
        .containsExactly("镓价持平", "镓出口许可证开始发放");
    assertThat(led(Map.of(), Map.of(), LICENCES, FIRE, PRICES))
        .containsExactly("镓价持平", "Fire stops the gallium furnace of Wexmoor", "镓出口许可证开始发放");
  }
}
