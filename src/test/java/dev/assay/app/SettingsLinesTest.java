package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ExpectedFailure;
import dev.assay.lexicon.Reasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsLinesTest {

  private static final Set<String> KNOWN = Set.of("contact", "proxy.NAME");

  @TempDir Path folder;

  @Test
  void readsWhatIsKnownAndSaysWhatIsNot() throws IOException {
    Path file = folder.resolve("sources.properties");
    assertThat(SettingsLines.read(file, KNOWN)).isEmpty();

    Files.writeString(file, "contact=desk@example.org\nproxy.office=http://127.0.0.1:3128\n");
    assertThat(SettingsLines.read(file, KNOWN))
        .containsEntry("contact", "desk@example.org")
        .containsEntry("proxy.office", "http://127.0.0.1:3128");

    Files.writeString(file, "contakt=desk@example.org\n");
    assertThatThrownBy(() -> SettingsLines.read(file, KNOWN))
        .isInstanceOf(ExpectedFailure.class)
        .hasMessage("%s: nothing is called contakt. Known are contact, proxy.NAME.".formatted(file))
        .satisfies(
            told ->
                assertThat(Reasons.inChinese(String.valueOf(told.getMessage())))
                    .isEqualTo("%s：没有 contakt 这一项。可用的有 contact, proxy.NAME。".formatted(file)));
  }
}
