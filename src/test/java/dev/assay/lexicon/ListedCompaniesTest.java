package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListedCompaniesTest {

  private static final Names SHIPPED = Names.load(Lexicon.shipped());

  /// Companies that are not, in the SEC's form, beside two that packs have.
  private static final String SEC =
      """
      {"0":{"cik_str":320193,"ticker":"AAPL","title":"Apple Inc."},
       "1":{"cik_str":900001,"ticker":"RVSX","title":"RIVERSIDE & HOLLOW MINING CORP /DE/"},
       "2":{"cik_str":900001,"ticker":"RVSX-P","title":"RIVERSIDE & HOLLOW MINING CORP /DE/"},
       "3":{"cik_str":900002,"ticker":"KEY","title":"LANTERN CORP"},
       "4":{"cik_str":900003,"ticker":"","title":"NOBODY INC"}}
      """;

  private static final String WIKIDATA =
      """
      {"head":{"vars":["company","en","zh","ticker","exchange"]},"results":{"bindings":[
        {"company":{"type":"uri","value":"http://wiki.example/entity/Q990001"},
         "en":{"type":"literal","value":"Kiyokawa Motor"},"zh":{"type":"literal","value":"清河汽车"},
         "ticker":{"type":"literal","value":"7299"},
         "exchange":{"type":"literal","value":"Tokyo Stock Exchange"}}]}}
      """;

  @TempDir Path data;

  private Names with(String list) throws IOException {
    ListedCompanies.add(list.getBytes(StandardCharsets.UTF_8), data, SHIPPED);
    UserPacks packs = UserPacks.read(data);
    assertThat(packs.faults()).isEmpty();
    return SHIPPED.with(packs);
  }

  private static Optional<String> id(Names names, String name) {
    return names.lookup(name).map(NamedEntity::id);
  }

  @Test
  void findsACompanyByItsTickers() throws IOException {
    Names names = with(SEC);

    assertThat(ListedCompanies.in(data)).isEqualTo(3);
    assertThat(id(names, "AAPL")).hasValue("company:apple");
    assertThat(id(names, "RVSX")).hasValue("company:riverside-hollow-mining");
    assertThat(id(names, "RVSX-P")).hasValue("company:riverside-hollow-mining");
    assertThat(names.lookup("Riverside & Hollow Mining").orElseThrow().label(Language.EN))
        .isEqualTo("Riverside & Hollow Mining Corp");
  }

  @Test
  void takesATickerThatIsAWordForItsCompanyOnlyBesideItsName() throws IOException {
    Names names = with(SEC);

    assertThat(names.exactly("AAPL")).allMatch(reading -> reading.alias().isSure());
    assertThat(names.exactly("KEY")).noneMatch(reading -> reading.alias().isSure());
    assertThat(names.exactly("Lantern")).noneMatch(reading -> reading.alias().isSure());
    assertThat(names.exactly("Lantern Corp")).allMatch(reading -> reading.alias().isSure());
  }

  @Test
  void putsTheEndingOfTheExchangeBehindATicker() throws IOException {
    Names names = with(WIKIDATA);

    assertThat(id(names, "7299.T")).hasValue("company:kiyokawa-motor");
    assertThat(id(names, "清河汽车")).hasValue("company:kiyokawa-motor");
  }

  @Test
  void aNewListTakesThePlaceOfTheOldOne() throws IOException {
    with(SEC);

    assertThat(id(with(WIKIDATA), "RVSX")).isEmpty();
    assertThat(Files.list(data.resolve("packs/companies"))).hasSize(1);
  }

  @Test
  void refusesWhatIsNoListAndKeepsTheOldOne() throws IOException {
    with(SEC);

    for (String list : new String[] {"<html>", "{}", "[]", "{\"results\":{}}", "\"AAPL\"", ""}) {
      assertThatThrownBy(() -> with(list))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("This is no list of companies");
    }
    assertThat(ListedCompanies.in(data)).isEqualTo(3);
  }
}
