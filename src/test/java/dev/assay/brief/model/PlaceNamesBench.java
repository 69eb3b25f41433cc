package dev.assay.brief.model;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Of the cities and countries of CLDR, counts whose name is confirmed in a sentence of a model
/// where the line has it in the other language, and how often another's is: `java
/// -Dassay.dictionary=FOLDER dev.assay.brief.model.PlaceNamesBench`, or without a dictionary.
final class PlaceNamesBench {

  private static final int OTHERS = 5;

  private final Checks checks;

  private PlaceNamesBench(Checks checks) {
    this.checks = checks;
  }

  public static void main(String[] arguments) {
    Lexicon lexicon = Lexicon.shipped();
    Names names = Names.load(lexicon);
    Optional<Bilingual> dictionary = RepliesBench.dictionary();
    PlaceNamesBench bench =
        new PlaceNamesBench(
            Checks.of(
                lexicon,
                new Checker(new QuantityExtractor(lexicon), names),
                new NameChecker(lexicon, new TagMatcher(names)),
                () -> dictionary));
    List<Map.Entry<String, String>> places = new ArrayList<>(places().entrySet());
    Random random = new Random(7);
    int[] right = new int[2];
    int[] wrong = new int[3];
    for (Map.Entry<String, String> place : places) {
      bench.count(place, place, right);
      for (int i = 0; i < OTHERS; i++) {
        Map.Entry<String, String> other = places.get(random.nextInt(places.size()));
        if (!other.equals(place)) {
          bench.count(place, other, wrong);
          wrong[2]++;
        }
      }
    }
    System.out.printf(
        "of %d names confirmed: English %d, Chinese %d; of %d of others: %d, %d%n",
        places.size(), right[0], right[1], wrong[2], wrong[0], wrong[1]);
  }

  /// Places by their English name, with the Chinese one.
  private static Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
    TimeZoneNames chinese = TimeZoneNames.getInstance(ULocale.SIMPLIFIED_CHINESE);
    for (String zone :
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
      add(english.getExemplarLocationName(zone), chinese.getExemplarLocationName(zone), places);
    }
    for (String country : Locale.getISOCountries()) {
      String locale = "und-" + country;
      add(
          ULocale.getDisplayCountry(locale, ULocale.ENGLISH),
          ULocale.getDisplayCountry(locale, ULocale.SIMPLIFIED_CHINESE),
          places);
    }
    return places;
  }

  private static void add(String english, String chinese, Map<String, String> places) {
    if (HanScript.isHan(chinese.charAt(0))) {
      places.put(english, chinese);
    }
  }

  /// Counts whether `said` is confirmed in either language where the line has `there`.
  private void count(
      Map.Entry<String, String> there, Map.Entry<String, String> said, int[] counts) {
    boolean english =
        isConfirmed(chinese(there.getValue()), Language.ZH_HANS, english(said.getKey()));
    boolean chinese = isConfirmed(english(there.getKey()), Language.EN, chinese(said.getValue()));
    counts[0] += english ? 1 : 0;
    counts[1] += chinese ? 1 : 0;
  }

  private static String english(String place) {
    return "They held talks in " + place + " yesterday.";
  }

  private static String chinese(String place) {
    return "他们昨天在" + place + "举行了会谈。";
  }

  private boolean isConfirmed(String line, Language language, String sentence) {
    Language reader = language.isChinese() ? Language.EN : Language.ZH_HANS;
    Vetting.Finding finding =
        new Vetting(EvalArticles.article("a", language, "", line + "\n"), reader, checks)
            .of(sentence, List.of(1));
    return finding.isSound() && finding.openNames().isEmpty();
  }
}
