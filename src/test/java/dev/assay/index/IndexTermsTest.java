package dev.assay.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.index.IndexTerms.Word;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IndexTermsTest {

  private static String terms(String text) {
    return IndexTerms.of(text).stream()
        .map(word -> word.position() + ":" + word.term())
        .collect(Collectors.joining(" "));
  }

  @Test
  void cutsChineseIntoCharactersAndOverlappingPairs() {
    assertThat(terms("出口管制")).isEqualTo("0:出 0:出口 1:口 1:口管 2:管 2:管制 3:制");
  }

  @Test
  void readsTraditionalAsSimplified() {
    assertThat(terms("稀土聯盟")).isEqualTo(terms("稀土联盟"));
  }

  @Test
  void stemsEnglishAndKeepsTheWordAsWritten() {
    assertThat(terms("Rising prices")).isEqualTo("0:rise 0:=rising 1:price 1:=prices");
  }

  @Test
  void dropsCaseAccentsWidthAndPossessives() {
    assertThat(terms("Ｌｙｎａｓ Québec Malaysia's"))
        .isEqualTo("0:lyna 0:=lynas 1:quebec 1:=quebec 2:malaysia 2:=malaysia");
  }

  @Test
  void keepsCodesWholeBesideTheirParts() {
    assertThat(terms("F-35")).isEqualTo("0:f35 0:f 0:=f 1:35");
    assertThat(terms("688077.SH")).isEqualTo("0:688077sh 0:688077 1:sh 1:=sh");
    assertThat(terms("NdFeB")).isEqualTo("0:ndfeb 0:=ndfeb");
    assertThat(terms("5N")).isEqualTo("0:5n");
  }

  @Test
  void readsNumbersAsOneTermEach() {
    assertThat(terms("1,000 吨 3.2% ３．５％")).isEqualTo("0:1000 1:吨 2:3.2 2:3.2% 3:3.5 3:3.5%");
  }

  @Test
  void findsTheUnitThatIsWrittenAtItsNumber() {
    assertThat(terms("100MW")).isEqualTo("0:100mw 0:100 0:mw");
  }

  @Test
  void cutsMixedTermsWhereTheScriptChanges() {
    assertThat(terms("NdPr氧化镨钕")).isEqualTo("0:ndpr 0:=ndpr 1:氧 1:氧化 2:化 2:化镨 3:镨 3:镨钕 4:钕");
  }

  @Test
  void endsAWordAtTheFullStopOfASentence() {
    assertThat(terms("the end.Then U.S. exports"))
        .isEqualTo(
            "0:the 0:=the 1:end 1:=end 2:then 2:=then 3:us 3:u 3:=u 4:s 4:=s 5:export 5:=exports");
  }

  @Test
  void pointsAtTheTextAsItStands() {
    String text = "Lynas 在馬來西亞";
    List<String> surfaces =
        IndexTerms.of(text).stream().map(word -> text.substring(word.start(), word.end())).toList();
    assertThat(surfaces)
        .containsExactly("Lynas", "Lynas", "在", "在馬", "馬", "馬來", "來", "來西", "西", "西亞", "亞");
  }

  @Test
  void passesOverWhatDoesNotBeginAsTheSoughtTermsDo() {
    assertThat(among("Lynas refines rare-earth oxides in 馬來西亞 and 3N5 lots", "refin", "来西"))
        .isEqualTo("1:refin 1:=refines 2:rareearth 2:rare 2:=rare 7:来 7:来西 11:3n5");
  }

  private static String among(String text, String... sought) {
    return IndexTerms.among(text, new IndexTerms.Sought(List.of(sought))).stream()
        .map(word -> word.position() + ":" + word.term())
        .collect(Collectors.joining(" "));
  }

  @Property(tries = 300)
  void findsEverySoughtTermOfAnyText(@ForAll String text) {
    for (Word word : IndexTerms.of(text)) {
      List<Word> all =
          IndexTerms.of(text).stream().filter(w -> w.term().equals(word.term())).toList();
      IndexTerms.Sought sought = new IndexTerms.Sought(List.of(word.term()));
      assertThat(
              IndexTerms.among(text, sought).stream()
                  .filter(w -> w.term().equals(word.term()))
                  .toList())
          .isEqualTo(all);
    }
  }

  @Property(tries = 300)
  void readsAnyTextInOrderAndWithinBounds(@ForAll String text) {
    int position = 0;
    for (Word word : IndexTerms.of(text)) {
      assertThat(word.position()).isBetween(position, position + 1);
      assertThat(word.start()).isNotNegative().isLessThan(word.end());
      assertThat(word.end()).isLessThanOrEqualTo(text.length());
      assertThat(word.term()).isNotEmpty();
      position = word.position();
    }
  }
}
