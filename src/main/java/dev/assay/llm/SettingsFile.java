package dev.assay.llm;

import dev.assay.llm.ModelSettings.Budget;
import dev.assay.llm.ModelSettings.Reading;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the settings of the language model: `model.properties` in the data folder, and over it the
/// environment, where `base-url` is `ASSAY_MODEL_BASE_URL`.
public final class SettingsFile {

  /// The file's name in the data folder.
  public static final String NAME = "model.properties";

  private static final String VARIABLE = "ASSAY_MODEL_";
  private static final String KEY = "key";
  private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([a-z-]+)\\s*[=:\\s]");
  private static final Set<String> KNOWN =
      Set.of(
          "provider",
          "base-url",
          "model",
          KEY,
          "timeout-seconds",
          "concurrency",
          "calls-per-minute",
          "tokens-per-day",
          "cost-per-day",
          "input-price",
          "output-price",
          "context-tokens",
          "json-schema",
          "languages",
          "products");

  /// What can be made of every article.
  private static final List<String> PRODUCTS = List.of("brief", "title", "claims");

  private final Properties values;

  private SettingsFile(Properties values) {
    this.values = values;
  }

  /// The settings for the data folder `folder`.
  public static Reading read(Path folder, Map<String, String> environment) {
    try {
      return read(values(folder.resolve(NAME), environment));
    } catch (Wrong e) {
      return new Reading.Wrong(e.reason);
    }
  }

  /// The same settings for another endpoint, which is given no key.
  static Reading readWith(
      Path folder, Map<String, String> environment, NearbyServer server, String model) {
    try {
      Properties values = values(folder.resolve(NAME), environment);
      values.remove(KEY);
      values.putAll(endpoint(server, model));
      return read(values);
    } catch (Wrong e) {
      return new Reading.Wrong(e.reason);
    }
  }

  private static Map<String, String> endpoint(NearbyServer server, String model) {
    return Map.of(
        "provider", server.provider().word(),
        "base-url", server.address().toString(),
        "model", model);
  }

  /// Writes which endpoint is asked into the file, which others cannot read from then on; all other
  /// lines stay, but for a key: it was another endpoint's, and a server that was found gave its
  /// models without one.
  static void write(Path folder, NearbyServer server, String model) throws IOException {
    Path file = folder.resolve(NAME);
    List<String> before =
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    Map<String, String> endpoint = endpoint(server, model);
    List<String> lines = new ArrayList<>();
    for (String line : before) {
      String name = name(line);
      if (!endpoint.containsKey(name) && !name.equals(KEY)) {
        lines.add(line);
      }
    }
    Stream.of("provider", "base-url", "model")
        .forEach(name -> lines.add(name + " = " + endpoint.get(name)));
    Path fresh = Files.createTempFile(folder, NAME, ".new"); // for its owner alone
    try {
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh); // it may hold what the file holds, and nobody would look for it
    }
  }

  /// The setting that a line of the file gives; empty if it gives none.
  private static String name(String line) {
    Matcher matcher = ASSIGNMENT.matcher(line);
    return matcher.lookingAt() ? matcher.group(1) : "";
  }

  private static Properties values(Path file, Map<String, String> environment) throws Wrong {
    Properties values = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new Wrong(file + " cannot be read as a properties file.");
      }
      if (values.containsKey(KEY) && isOpenToOthers(file)) {
        throw new Wrong(
            "%s holds a key and others on this machine can read it. Run: chmod 600 %s"
                .formatted(file, file));
      }
    }
    for (String name : KNOWN) {
      String given = environment.get(variable(name));
      if (given != null) {
        values.setProperty(name, given);
      }
    }
    return values;
  }

  /// The variable of the environment that gives the setting `name`.
  static String variable(String name) {
    return VARIABLE + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /// Whether others on this machine can read a file, where the system knows such rights.
  public static boolean isOpenToOthers(Path file) {
    try {
      Set<PosixFilePermission> open = PosixFilePermissions.fromString("---rw-rw-");
      return Files.getPosixFilePermissions(file).stream().anyMatch(open::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // a file system without such permissions
    }
  }

  private static Reading read(Properties values) throws Wrong {
    boolean empty =
        values.stringPropertyNames().stream().allMatch(name -> values.getProperty(name).isBlank());
    return empty ? new Reading.Off() : new Reading.Ready(new SettingsFile(values).settings());
  }

  /// A setting cannot be used; ends the reading.
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    Wrong(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private ModelSettings settings() throws Wrong {
    for (String name : values.stringPropertyNames()) {
      if (!KNOWN.contains(name)) {
        throw new Wrong("The model setting \"%s\" is not known.".formatted(name));
      }
    }
    Provider provider =
        Provider.of(text("provider", "").toLowerCase(Locale.ROOT))
            .orElseThrow(
                () -> new Wrong("The model setting provider must be one of " + Provider.words()));
    ApiKey key = new ApiKey(text(KEY, ""));
    String model = text("model", "");
    if (model.isEmpty()) {
      throw new Wrong("The model setting model must name a model.");
    }
    int context = whole("context-tokens", 32_000, 4_000, 2_000_000);
    return new ModelSettings(
        provider,
        address(provider, key),
        model,
        key,
        Duration.ofSeconds(whole("timeout-seconds", 120, 1, 3_600)),
        whole("concurrency", 1, 1, 16),
        whole("calls-per-minute", 30, 1, 6_000),
        budget(),
        context,
        !text("json-schema", "on").equals("off"),
        languages(),
        products());
  }

  private Budget budget() throws Wrong {
    BigDecimal input = decimal("input-price", BigDecimal.ZERO);
    BigDecimal output = decimal("output-price", BigDecimal.ZERO);
    BigDecimal cost = text("cost-per-day", "").isEmpty() ? null : decimal("cost-per-day", input);
    if (cost != null && input.signum() == 0 && output.signum() == 0) {
      throw new Wrong("With cost-per-day, input-price and output-price must be given too.");
    }
    return new Budget(
        whole("tokens-per-day", 1_000_000, 0, Integer.MAX_VALUE), cost, input, output);
  }

  /// A key goes over the open network only encrypted.
  private URI address(Provider provider, ApiKey key) throws Wrong {
    String text = text("base-url", provider.address());
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new Wrong("The model setting base-url is no address.");
    }
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null || !scheme.equals("http") && !scheme.equals("https")) {
      throw new Wrong("The model setting base-url must begin with http:// or https://.");
    }
    if (address.getUserInfo() != null) {
      throw new Wrong("The model setting base-url must not hold a password; use key.");
    }
    if (scheme.equals("http") && key.isGiven() && !ThisMachine.is(address.getHost())) {
      throw new Wrong("The key would go unencrypted over the network: base-url must be https.");
    }
    return address;
  }

  private List<String> languages() throws Wrong {
    List<String> tags =
        list("languages", "en,zh-Hans").stream()
            .map(tag -> tag.equals("zh") ? "zh-Hans" : tag)
            .distinct()
            .toList();
    if (tags.isEmpty() || !Set.of("en", "zh-Hans", "zh-Hant").containsAll(tags)) {
      throw new Wrong("The model setting languages must be of en, zh-Hans, zh-Hant.");
    }
    return tags;
  }

  private List<String> products() throws Wrong {
    List<String> products = list("products", String.join(",", PRODUCTS));
    if (products.isEmpty() || !PRODUCTS.containsAll(products)) {
      throw new Wrong(
          "The model setting products must be of %s.".formatted(String.join(", ", PRODUCTS)));
    }
    return products;
  }

  private List<String> list(String name, String otherwise) {
    return Stream.of(text(name, otherwise).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String text(String name, String otherwise) {
    @Nullable String value = values.getProperty(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  private int whole(String name, int otherwise, int least, int most) throws Wrong {
    String text = text(name, String.valueOf(otherwise));
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Wrong(
        "The model setting %s must be a whole number from %d to %d.".formatted(name, least, most));
  }

  private BigDecimal decimal(String name, BigDecimal otherwise) throws Wrong {
    String text = text(name, otherwise.toPlainString());
    try {
      BigDecimal value = text.length() > 20 ? BigDecimal.ONE.negate() : new BigDecimal(text);
      if (value.signum() >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Wrong("The model setting %s must be a number of 0 or more.".formatted(name));
  }
}
