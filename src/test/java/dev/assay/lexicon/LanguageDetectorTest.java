package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {

  @Test
  void tellsLanguagesInLatinLettersByTheirSmallWords() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "en", "The mill said on Friday that its output of pulp fell by a tenth in the spring.");
    texts.put(
        "de", "Das Werk hat am Freitag mitgeteilt, dass die Produktion im Frühjahr gesunken ist.");
    texts.put(
        "fr", "L'usine a annoncé vendredi que sa production de pâte a baissé dans les ateliers.");
    texts.put(
        "es",
        "La fábrica dijo el viernes que la producción de pasta bajó un poco en los talleres.");
    texts.put(
        "pt", "A fábrica disse na sexta-feira que a produção não caiu nas oficinas do norte.");
    texts.put(
        "id", "Pabrik itu mengatakan pada hari Jumat bahwa produksi yang turun tidak akan naik.");
    texts.put(
        "pl",
        "Zakład podał w piątek, że jego produkcja nie była w tym roku niższa i że się nie zmieni.");

    assertThat(texts).allSatisfy(LanguageDetectorTest::isOf);
  }

  @Test
  void tellsOtherLanguagesByTheirScript() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("ru", "Завод сообщил в пятницу, что производство снизилось (Wexmoor Pulp).");
    texts.put("ar", "أعلن المصنع يوم الجمعة أن الإنتاج انخفض.");
    texts.put("ja", "工場は金曜日に生産が減少したと発表した。");
    texts.put("ko", "공장은 금요일에 생산이 감소했다고 밝혔다.");
    texts.put("ta", "தொழிற்சாலை வெள்ளிக்கிழமை அறிவித்தது.");
    texts.put("mis", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⵓⵔⵜ");

    assertThat(texts).allSatisfy(LanguageDetectorTest::isOf);
  }

  @Test
  void tellsAHeadlineInJapaneseFromChineseThatQuotesSome() {
    for (String japanese : List.of("松岬市長選、現職が当選確実", "松岬電力処理水放出量は？", "松岬観光局発表、訪日外国人客数過去最高更新の見通し")) {
      isOf("ja", japanese);
    }
    for (String chinese :
        List.of(
            "松岬、环江终止合并谈判，证券交易所股价波动。电影《となりのやま》重映",
            "《小熊的港口》（こぐまのみなと）是松岬电影社的作品，1972年12月上映，后来又由同一位导演拍了续集。")) {
      isOf("zh-Hans", chinese);
    }
  }

  /// As templates do, in which an editor writes in another language.
  @Test
  void believesTheTextBeforeThePage() {
    String german = "Das Werk hat mitgeteilt, dass die Produktion im Frühjahr nicht gesunken ist.";
    String english = "The mill said on Friday that its output fell, and that it will not close.";

    assertThat(LanguageDetector.detect(german, Language.EN)).isEqualTo(new Language("de"));
    assertThat(LanguageDetector.detect(english, new Language("de"))).isEqualTo(Language.EN);
    assertThat(LanguageDetector.detect("Каменный мост", new Language("uk")))
        .isEqualTo(new Language("uk"));
  }

  /// Galician has no row, and is told by words that it shares with Portuguese.
  @Test
  void believesAPageThatNamesANeighbourOfWhatIsFound() {
    String galician =
        "A fábrica dixo o venres que a produción do norte non caeu como no ano pasado.";

    assertThat(LanguageDetector.detect(galician, new Language("gl"))).isEqualTo(new Language("gl"));
  }

  @Test
  void takesNamesAndShortTitlesForEnglishUnlessThePageSaysOtherwise() {
    for (String name :
        List.of(
            "Banco de la Nación",
            "Die Hard",
            "Wexmoor",
            "Precio de la gasolina y de la luz en Santiago",
            "Ministerio de Energía y Minas de la República")) {
      assertThat(LanguageDetector.detect(name, Language.UNKNOWN)).as(name).isEqualTo(Language.EN);
      assertThat(LanguageDetector.detect(name, new Language("fr")))
          .as(name)
          .isEqualTo(new Language("fr"));
    }
  }

  @Test
  void takesAnEnglishTextOfForeignNamesForEnglish() {
    isOf(
        "en",
        "List of mayors: Ana de la Torre, Luis de la Fuente, Juan de la Cruz, Eva de la Vega.");
    isOf(
        "en",
        "Mill output rose in La Paz, Los Reyes, Las Vegas, El Paso, De La Rue, Le Mans and San Jose.");
    isOf("en", "I go. I am. I do. I see a man. A dog. O. K. S. V. Z. and W. E. Orr");
  }

  private static void isOf(String language, String text) {
    assertThat(LanguageDetector.detect(text, Language.UNKNOWN)).isEqualTo(new Language(language));
  }
}
