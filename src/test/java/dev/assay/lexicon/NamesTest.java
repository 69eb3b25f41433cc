package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());

  @ParameterizedTest
  @CsvSource({
    "钕, element:Nd",
    "釹, element:Nd",
    "neodymium, element:Nd",
    "Nd, element:Nd",
    "稀土联盟, concept:rare-earth-alliance",
    "稀土聯盟, concept:rare-earth-alliance",
    "Rare Earth Alliance, concept:rare-earth-alliance",
    "rare-earth alliance, concept:rare-earth-alliance",
    "稀土, material:rare-earths",
    "rare earth, material:rare-earths",
    "Rare Earths, material:rare-earths",
    "LYNAS, company:lynas",
    "ｌｙｎａｓ, company:lynas",
    "莱纳斯, company:lynas",
    "萊納斯, company:lynas",
    "美国, country:US",
    "美國, country:US",
    "U.S., country:US",
    "united states, country:US",
    "tariff, concept:tariffs",
    "关税, concept:tariffs",
    "關稅, concept:tariffs",
    "半导体, product:semiconductors",
    "Brasilia, city:brasilia",
    "澳大利亚, country:AU",
    "澳洲, country:AU",
    "紐西蘭, country:NZ",
    "New Zealand, country:NZ",
    "欧盟, region:EU",
    "US dollars, currency:USD",
    "人民币, currency:CNY",
    "batteries, product:batteries",
  })
  void findsOneThingByAnyNameInAnyScript(String name, String id) {
    assertThat(NAMES.lookup(name).map(NamedEntity::id)).contains(id);
  }

  @Test
  void labelsAThingInTheReadersLanguage() {
    NamedEntity neodymium = NAMES.lookup("Nd").orElseThrow();
    assertThat(neodymium.label(Language.ZH_HANS)).isEqualTo("钕");
    assertThat(neodymium.label(Language.ZH_HANT)).isEqualTo("釹");
    assertThat(neodymium.label(Language.EN)).isEqualTo("neodymium");
    assertThat(neodymium.label(new Language("fr"))).isEqualTo("neodymium");
    assertThat(neodymium.kind()).isEqualTo("element");
    assertThat(NAMES.lookup("香港").orElseThrow().label(Language.EN)).isEqualTo("Hong Kong");
  }

  @Test
  void doesNotKnowWhatHasNoName() {
    assertThat(NAMES.lookup("发展中国家")).isEmpty();
    assertThat(NAMES.lookup("")).isEmpty();
    assertThat(NAMES.lookup("no such thing")).isEmpty();
  }

  @Test
  void completesAPrefixInBothLanguages() {
    assertThat(NAMES.complete("neo", Language.EN, 3))
        .extracting(completion -> completion.entity().id())
        .startsWith("element:Nd");
    assertThat(NAMES.complete("稀土", Language.ZH_HANS, 5))
        .extracting(Names.Completion::name)
        .containsExactly("稀土", "稀土联盟", "稀土产业", "稀土精矿", "稀土磁铁");
    assertThat(NAMES.complete("", Language.EN, 3)).isEmpty();
  }

  @Test
  void learnsAnAliasFromAUserWithoutForgettingAny() {
    NamedEntity more =
        new NamedEntity(
            "company:lynas",
            EntityType.COMPANY,
            Map.of(Language.ZH_HANT, "萊納斯稀土公司"),
            List.of(Alias.sure("莱公司")));
    Names names = NAMES.with(List.of(more));
    NamedEntity lynas = names.lookup("莱公司").orElseThrow();
    assertThat(lynas.id()).isEqualTo("company:lynas");
    assertThat(lynas.label(Language.ZH_HANT)).isEqualTo("萊納斯稀土");
    assertThat(names.lookup("萊納斯稀土公司")).contains(lynas);
    assertThat(names.lookup("Lynas")).contains(lynas);
    assertThat(names.version()).isNotEqualTo(NAMES.version());
    assertThat(NAMES.lookup("莱公司")).isEmpty();
  }

  @Test
  void hasTheSameVersionWheneverItHasTheSameNames() {
    assertThat(Names.load(Lexicon.shipped()).version()).isEqualTo(NAMES.version());
  }

  @Test
  void saysWhichLineOfAPackCannotBeUsed() {
    LexiconFile file =
        LexiconFile.parse("mine.tsv", "# head\nmine:x\tplaces\t矿\t礦\tX mine\t\t\tsurvey\n");
    assertThatThrownBy(() -> Pack.of("p", List.of(file)))
        .hasMessage("mine.tsv, line 2: no type is called 'places'");
    LexiconFile noSource = LexiconFile.parse("mine.tsv", "mine:x\tplace\t矿\t礦\tX mine\n");
    assertThatThrownBy(() -> Pack.of("p", List.of(noSource)))
        .hasMessage("mine.tsv, line 1: the eighth cell must name the source of the row");
  }

  @Test
  void keepsIdsReadable() {
    assertThatThrownBy(
            () ->
                new NamedEntity(
                    "Lynas", EntityType.COMPANY, Map.of(Language.EN, "Lynas"), List.of()))
        .hasMessageContaining("such as company:lynas, got Lynas");
    assertThat(NAMES.entity("company:lynas")).isPresent();
    assertThat(NAMES.entity("company:none")).isEqualTo(Optional.empty());
  }

  @Test
  void completesChineseNamesByTheLettersTheyAreTypedWith() {
    assertThat(NAMES.complete("xitu", Language.ZH_HANS, 3))
        .extracting(Names.Completion::name)
        .contains("稀土");
    assertThat(NAMES.complete("xi tu lian", Language.EN, 3))
        .extracting(Names.Completion::name)
        .contains("稀土联盟");
    assertThat(NAMES.complete("mgs", Language.ZH_HANS, 20))
        .extracting(completion -> completion.entity().id())
        .isNotEmpty();
    assertThat(NAMES.complete("neod", Language.EN, 1))
        .extracting(Names.Completion::name)
        .containsExactly("neodymium");
  }
}
