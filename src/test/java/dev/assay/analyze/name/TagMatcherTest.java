package dev.assay.analyze.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TagMatcherTest {

  private static final TagMatcher MATCHER = new TagMatcher(Names.load(Lexicon.shipped()));

  /// Each mention of a text in order, as `words=id`.
  private static List<String> mentions(String text) {
    record Place(int start, String shown) {}
    List<Place> places = new ArrayList<>();
    for (Tag tag : MATCHER.match("", List.of(text))) {
      for (Tag.Mention mention : tag.mentions()) {
        places.add(new Place(mention.span().start(), mention.span().in(text) + "=" + tag.entity()));
      }
    }
    places.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return places.stream().map(Place::shown).toList();
  }

  @Test
  void findsOneThingUnderItsNamesInThreeScripts() {
    assertThat(mentions("Neodymium magnets need neodymium; 钕和釹 are the same."))
        .containsExactly(
            "Neodymium magnets=product:ndfeb-magnets",
            "neodymium=element:Nd",
            "钕=element:Nd",
            "釹=element:Nd");
  }

  @Test
  void takesTheLongestName() {
    assertThat(mentions("Lynas Rare Earths and USA Rare Earth joined the rare-earth alliance."))
        .containsExactly(
            "Lynas Rare Earths=company:lynas",
            "USA Rare Earth=company:usa-rare-earth",
            "rare-earth alliance=concept:rare-earth-alliance");
    assertThat(mentions("美国地质调查局说，印度尼西亚和印度都参加稀土联盟。"))
        .containsExactly(
            "美国地质调查局=agency:usgs",
            "印度尼西亚=country:ID",
            "印度=country:IN",
            "稀土联盟=concept:rare-earth-alliance");
  }

  @Test
  void keepsToEnglishWordsWithTheirEndings() {
    assertThat(mentions("China's tariffs hit batteries, not the Chinatown tariffed by us."))
        .containsExactly(
            "China=country:CN", "tariffs=concept:tariffs", "batteries=product:batteries");
    assertThat(mentions("CHINA RAISES TARIFFS ON U.S. GOODS"))
        .containsExactly("CHINA=country:CN", "TARIFFS=concept:tariffs", "U.S.=country:US");
    assertThat(
            mentions(
                "US-led talks; A$5 and US$3; write to us at us@lynas.example or www.china.example"))
        .containsExactly("US=country:US");
  }

  @Test
  void seesNoNameInsideALongerChineseWord() {
    assertThat(mentions("发展中国家集中在沿海地区，其中日本和当地铁路。")).containsExactly("日本=country:JP");
    assertThat(mentions("發展中國家集中在這裡，其中日本不同。")).containsExactly("日本=country:JP");
  }

  @Test
  void readsShortFormsOfCountriesBesideEachOther() {
    assertThat(mentions("中澳关系与美日印澳四方，美方对华政策。"))
        .containsExactly(
            "中=country:CN", "澳=country:AU", "美日印澳四方=group:quad", "美方=country:US", "对华=country:CN");
    assertThat(mentions("美、日、韓三國在5日中午会谈，十分完美。"))
        .containsExactly("美=country:US", "日=country:JP", "韓=country:KR");
  }

  @Test
  void readsACapitalAsItsGovernmentUnlessItIsOnlyAPlace() {
    assertThat(mentions("China answered. Beijing said no in Beijing, and Washington agreed."))
        .containsExactly(
            "China=country:CN",
            "Beijing=country:CN",
            "Beijing=city:beijing",
            "Washington=city:washington");
    assertThat(mentions("中国回应。北京表示反对，双方在北京会谈。"))
        .containsExactly("中国=country:CN", "北京=country:CN", "北京=city:beijing");
  }

  @Test
  void countsAnAmbiguousNameOnlyWithSupport() {
    assertThat(mentions("Prices of praseodymium and Nd rose.")).contains("Nd=element:Nd");
    assertThat(mentions("The city of Fargo, ND, and the 2 Nd floor.")).isEmpty();
    assertThat(mentions("An apple a day; Apple fell.")).isEmpty();
    assertThat(mentions("Apple Inc. fell. Apple then rose."))
        .containsExactly("Apple Inc.=company:apple", "Apple=company:apple");
    assertThat(mentions("Lynas rose; Lynus, as one paper wrote, fell."))
        .containsExactly("Lynas=company:lynas", "Lynus=company:lynas");
  }

  @Test
  void callsAPersonByTheFamilyNameAfterTheFullOne() {
    assertThat(mentions("Jamieson Greer spoke; Greer left."))
        .containsExactly("Jamieson Greer=person:jamieson-greer", "Greer=person:jamieson-greer");
    assertThat(mentions("Mr Greer owns a shop.")).isEmpty();
  }

  @Test
  void learnsTheShortNamesThatATextDefines() {
    assertThat(mentions("Energy Fuels (EF) grew. EF also bought land."))
        .containsExactly(
            "Energy Fuels=company:energy-fuels",
            "EF=company:energy-fuels",
            "EF=company:energy-fuels");
    assertThat(mentions("盛和资源（以下简称“盛和”）公布产量，盛和称需求上升。"))
        .containsExactly("盛和资源=company:shenghe", "盛和=company:shenghe", "盛和=company:shenghe");
    assertThat(mentions("Energy Fuels (FT) grew. FT is a newspaper."))
        .containsExactly("Energy Fuels=company:energy-fuels");
  }

  @Test
  void doesNotTakeARelativeForThePerson() {
    assertThat(mentions("Then Gerald Lutnick sold the firm.")).isEmpty();
    assertThat(
            mentions(
                "Then Howard Lutnick spoke, and Secretary Lutnick left; Yesterday Lutnick came."))
        .containsExactly(
            "Howard Lutnick=person:howard-lutnick",
            "Lutnick=person:howard-lutnick",
            "Lutnick=person:howard-lutnick");
    assertThat(mentions("Then Barack Hussein Obama spoke."))
        .containsExactly("Obama=person:barack-obama");
    assertThat(mentions("史蒂夫·卢特尼克卖掉了公司。")).isEmpty();
  }

  @Test
  void readsATitleThatCountriesShareAsTheTextDid() {
    assertThat(mentions("美国国务院作出回应。国务院发言人说，会谈照旧。"))
        .containsExactly("美国国务院=agency:us-state", "国务院=agency:us-state");
    assertThat(mentions("国务院发布条例，美国国务院作出回应。"))
        .containsExactly("国务院=agency:cn-state-council", "美国国务院=agency:us-state");
    assertThat(mentions("美国国务院作出回应，中国国务院未表态，国务院照旧开会。"))
        .containsExactly(
            "美国国务院=agency:us-state",
            "中国国务院=agency:cn-state-council",
            "国务院=agency:cn-state-council");
  }

  @Test
  void takesACurrencyAfterANumberForAUnit() {
    assertThat(mentions("The US dollar fell; they paid 3 billion US dollars."))
        .containsExactly("US dollar=currency:USD");
    assertThat(mentions("美元走弱，投资85亿美元。")).containsExactly("美元=currency:USD");
  }

  @Test
  void ranksWhatTheArticleIsAboutFirst() {
    List<Tag> tags =
        MATCHER.match(
            "Lynas opens a plant",
            List.of("Lynas opened it.", "Lynas hired 40 people.", "It is near a lithium mine."));
    assertThat(tags).extracting(Tag::entity).containsExactly("company:lynas", "element:Li");
    assertThat(tags.getFirst().inTitle()).isTrue();
    assertThat(tags.getFirst().about())
        .satisfies(
            about ->
                assertThat(about)
                    .isEqualTo(new Aboutness(true, true, 3, 2, 2, 3, 3, about.score())));
    assertThat(tags.getFirst().about().score()).isGreaterThanOrEqualTo(Aboutness.ABOUT);
    assertThat(tags.getLast().about())
        .satisfies(
            about ->
                assertThat(about)
                    .isEqualTo(new Aboutness(false, false, 1, 1, 0, 3, 3, about.score())));
    assertThat(tags.getLast().about().score()).isLessThan(Aboutness.ABOUT);
  }

  @Test
  void isLinearOnHostileText() {
    String text = "中".repeat(200_000) + "rare ".repeat(50_000) + "USGS (USGS) ".repeat(20_000);
    assertThat(MATCHER.match(text, List.of(text))).hasSize(1);
  }
}
