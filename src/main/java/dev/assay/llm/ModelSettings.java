package dev.assay.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which model is asked, and how much.
///
/// @param provider how the endpoint wants to be spoken to
/// @param address the endpoint's base address
/// @param model the model's name as the provider writes it
/// @param key sent to the endpoint, shown nowhere
/// @param timeout for one answer
/// @param concurrency questions under way at once
/// @param callsPerMinute no more questions than this
/// @param budget what a day may cost
/// @param contextTokens what the model can hold, question and answer together; longer articles are
///   asked by sections
/// @param structured whether the endpoint takes a JSON schema
/// @param languages tags of the languages in which briefs are written
/// @param products what is made of every article: `brief`, `title`, `claims`
public record ModelSettings(
    Provider provider,
    URI address,
    String model,
    ApiKey key,
    Duration timeout,
    int concurrency,
    int callsPerMinute,
    Budget budget,
    int contextTokens,
    boolean structured,
    List<String> languages,
    List<String> products) {

  public ModelSettings {
    languages = List.copyOf(languages);
    products = List.copyOf(products);
  }

  /// Where a model is asked.
  public enum Reach {
    /// On this machine: a text does not leave it.
    HERE,
    ELSEWHERE
  }

  public Reach reach() {
    return ThisMachine.is(String.valueOf(address.getHost())) ? Reach.HERE : Reach.ELSEWHERE;
  }

  /// The most that a day (UTC) may use, and what tokens cost.
  ///
  /// @param tokens of questions and answers together
  /// @param cost in the currency of the prices; null if only tokens count
  /// @param inputPrice of a million tokens of questions; 0 if the model costs nothing
  /// @param outputPrice of a million tokens of answers
  public record Budget(
      long tokens, @Nullable BigDecimal cost, BigDecimal inputPrice, BigDecimal outputPrice) {

    private static final BigDecimal ORDINARY = new BigDecimal("0.8");

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /// What work that nobody waits for may use: four fifths, so that there is something left for
    /// what a reader has open.
    public Budget ordinary() {
      return new Budget(
          tokens - tokens / 5,
          cost == null ? null : cost.multiply(ORDINARY),
          inputPrice,
          outputPrice);
    }

    /// What `usage` costs.
    public BigDecimal cost(Usage usage) {
      return inputPrice
          .multiply(BigDecimal.valueOf(usage.inputTokens()))
          .add(outputPrice.multiply(BigDecimal.valueOf(usage.outputTokens())))
          .divide(MILLION);
    }

    /// Whether nothing more may be asked today.
    public boolean isSpent(long tokensToday, BigDecimal costToday) {
      return tokensToday >= tokens || cost != null && costToday.compareTo(cost) >= 0;
    }
  }

  /// Whether there is a model, as the settings have it.
  public sealed interface Reading {

    /// No model is configured: the normal case.
    record Off() implements Reading {}

    record Ready(ModelSettings settings) implements Reading {}

    /// The settings cannot be used.
    ///
    /// @param reason for a person, with the remedy; never holds the key
    record Wrong(String reason) implements Reading {}
  }
}
