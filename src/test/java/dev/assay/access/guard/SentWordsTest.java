package dev.assay.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SentWordsTest {

  @Test
  void keepsWhatWasSentButForWhatLetsSomebodyIn() {
    assertThat(
            SentWords.json(
                """
                {"name":"镨钕","new_password":"hunter2 hunter2","limit":3,"auth":{"user":"wei","pw":"x"},
                 "options":{"apiKey":"k-1","author":"林岚","cookie":"sid=1"},
                 "addresses":["https://wei:pw1@port.example/feed","https://port.example/f?x=1&access_token=abc&y=2"],"none":null}
                """))
        .isEqualTo(
            "{\"name\":\"镨钕\",\"new_password\":\"…\",\"limit\":3,\"auth\":\"…\","
                + "\"options\":{\"apiKey\":\"…\",\"author\":\"林岚\",\"cookie\":\"…\"},"
                + "\"addresses\":[\"https://…@port.example/feed\",\"https://port.example/f?x=1&access_token=…&y=2\"],\"none\":null}");
    assertThat(SentWords.json("no {json")).isEmpty();
    assertThat(SentWords.json("")).isEmpty();
  }

  @Test
  void keepsFieldsOfAFormLikewise() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("csrf", List.of("1"));
    fields.put("address", List.of("https://port.example/feed?token=abc"));
    fields.put("password", List.of("hunter2 hunter2"));
    fields.put("title", List.of("Keys of the port"));

    assertThat(SentWords.form(fields))
        .isEqualTo("address=https://port.example/feed?token=… password=… title=Keys of the port");
  }
}
