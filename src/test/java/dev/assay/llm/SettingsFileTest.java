package dev.assay.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ModelSettings.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileTest {

  @TempDir Path folder;

  @Test
  void thereIsNoModelUnlessOneIsConfigured() {
    assertThat(SettingsFile.read(folder, Map.of())).isEqualTo(new Reading.Off());
    assertThat(SettingsFile.read(folder, Map.of("ASSAY_MODEL_KEY", "")))
        .isEqualTo(new Reading.Off());
  }

  @Test
  void readsTheFileAndOverItTheEnvironment() throws IOException {
    write("provider=ollama\nmodel=qwen3:4b\ntimeout-seconds=30\nlanguages=zh, en\n", "rw-r--r--");
    ModelSettings settings =
        ready(SettingsFile.read(folder, Map.of("ASSAY_MODEL_TIMEOUT_SECONDS", "60")));
    assertThat(settings.address()).hasToString("http://127.0.0.1:11434");
    assertThat(settings.model()).isEqualTo("qwen3:4b");
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.languages()).containsExactly("zh-Hans", "en");
  }

  @Test
  void refusesAFileWithAKeyThatOthersCanRead() throws IOException {
    write("provider=openai\nmodel=m\nkey=sk-secret\n", "rw-r--r--");
    assertThat(wrong(SettingsFile.read(folder, Map.of())))
        .contains("chmod 600")
        .doesNotContain("sk-secret");
    write("provider=openai\nmodel=m\nkey=sk-secret\n", "rw-------");
    assertThat(ready(SettingsFile.read(folder, Map.of())).toString()).doesNotContain("sk-secret");
  }

  @Test
  void sendsAKeyOverTheNetworkOnlyEncrypted() {
    assertThat(wrong(read("http://models.example.org/v1"))).contains("https");
    assertThat(read("https://models.example.org/v1")).isInstanceOf(Reading.Ready.class);
    assertThat(read("http://127.0.0.1:8080/v1")).isInstanceOf(Reading.Ready.class);
    assertThat(read("http://localhost:8080/v1")).isInstanceOf(Reading.Ready.class);
    assertThat(wrong(read("http://127.0.0.1.example.org/v1"))).contains("https");
    assertThat(wrong(read("file:///etc/passwd"))).contains("http://");
    assertThat(wrong(read("https://user:password@models.example.org"))).contains("key");
  }

  @Test
  void writesAChosenModelAndKeepsWhatElseIsSet() throws IOException {
    write("# mine\nlanguages = zh\nprovider: openai\nmodel=m\nkey=sk-secret\n", "rw-------");
    ChosenModel chosen = new ChosenModel(folder, Map.of());
    assertThat(chosen.choose(server(), "qwen3:8b")).isEmpty();
    assertThat(Files.readAllLines(folder.resolve(SettingsFile.NAME)))
        .containsExactly(
            "# mine",
            "languages = zh",
            "provider = ollama",
            "base-url = http://127.0.0.1:11434",
            "model = qwen3:8b");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(SettingsFile.NAME))))
        .isEqualTo("rw-------");
    assertThat(ready(chosen.reading()).model()).as("asked from here on").isEqualTo("qwen3:8b");
  }

  @Test
  void writesNoChoiceThatTheEnvironmentWouldHide() {
    ChosenModel chosen = new ChosenModel(folder, Map.of("ASSAY_MODEL_KEY", "sk-secret"));
    assertThat(chosen.choose(server(), "qwen3:8b")).get().asString().contains("ASSAY_MODEL_KEY");
    assertThat(folder.resolve(SettingsFile.NAME)).doesNotExist();
  }

  @Test
  void triesAModelWithoutTheKeyOfAnother() throws IOException {
    write("provider=openai\nmodel=m\nkey=sk-secret\nlanguages=zh\n", "rw-------");
    ModelSettings settings = ready(new ChosenModel(folder, Map.of()).with(server(), "qwen3:8b"));
    assertThat(settings.key().isGiven()).isFalse();
    assertThat(settings.provider()).isEqualTo(Provider.OLLAMA);
    assertThat(settings.languages()).containsExactly("zh-Hans");
  }

  private static NearbyServer server() {
    return new NearbyServer(
        Provider.OLLAMA, URI.create("http://127.0.0.1:11434"), List.of("qwen3:8b"));
  }

  @Test
  void saysWhatIsWrongAndWhatWouldBeRight() {
    assertThat(wrong(SettingsFile.read(folder, Map.of("ASSAY_MODEL_PROVIDER", "other"))))
        .contains("openai, anthropic, ollama");
    assertThat(
            wrong(
                SettingsFile.read(
                    folder,
                    Map.of(
                        "ASSAY_MODEL_PROVIDER", "ollama",
                        "ASSAY_MODEL_MODEL", "m",
                        "ASSAY_MODEL_CONCURRENCY", "99999999999"))))
        .isEqualTo("The model setting concurrency must be a whole number from 1 to 16.");
  }

  @Test
  void saysOfASettingItDoesNotKnow() throws IOException {
    write("provider=ollama\nmodel=m\nbase_url=x\n", "rw-------");
    assertThat(wrong(SettingsFile.read(folder, Map.of()))).contains("\"base_url\" is not known");
  }

  @Test
  void countsWhatADayCosts() {
    ModelSettings.Budget budget =
        new ModelSettings.Budget(
            1_000, new BigDecimal("0.50"), new BigDecimal("3"), new BigDecimal("15"));
    assertThat(budget.cost(new Usage(100_000, 10_000))).isEqualByComparingTo("0.45");
    assertThat(budget.isSpent(999, new BigDecimal("0.49"))).isFalse();
    assertThat(budget.isSpent(1_000, BigDecimal.ZERO)).isTrue();
    assertThat(budget.isSpent(1, new BigDecimal("0.50"))).isTrue();
  }

  private Reading read(String address) {
    return SettingsFile.read(
        folder,
        Map.of(
            "ASSAY_MODEL_PROVIDER", "openai",
            "ASSAY_MODEL_MODEL", "m",
            "ASSAY_MODEL_KEY", "sk-secret",
            "ASSAY_MODEL_BASE_URL", address));
  }

  private void write(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve(SettingsFile.NAME), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static ModelSettings ready(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Ready.class);
    return ((Reading.Ready) reading).settings();
  }

  private static String wrong(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Wrong.class);
    return ((Reading.Wrong) reading).reason();
  }
}
