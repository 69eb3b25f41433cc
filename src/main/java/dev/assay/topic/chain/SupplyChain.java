package dev.assay.topic.chain;

import dev.assay.ledger.EntryId;
import dev.assay.ledger.Interval;
import dev.assay.ledger.Row;
import dev.assay.topic.time.Timeline;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Who makes how much at which stage, with the facts beside it.
///
/// @param material what it is of, in the reader's language
/// @param stages from the ore on
/// @param countries with a figure at any stage, those of most stages first
/// @param facts dated sentences on agreements, controls and the like
/// @param dates sentences on days that were still to come when they were written
/// @param gaps what no source says, in words
/// @param maps one for each stage that has figures
/// @param others what other chains are of, in the reader's language
public record SupplyChain(
    String material,
    List<Stage> stages,
    List<Country> countries,
    List<Facts> facts,
    List<Timeline.Row> dates,
    List<String> gaps,
    List<TileMap> maps,
    List<String> others) {

  public SupplyChain {
    stages = List.copyOf(stages);
    countries = List.copyOf(countries);
    facts = List.copyOf(facts);
    dates = List.copyOf(dates);
    gaps = List.copyOf(gaps);
    maps = List.copyOf(maps);
    others = List.copyOf(others);
  }

  /// A step of the chain.
  public record Stage(String id, String label) {}

  /// A country with what it makes at each stage.
  public record Country(String id, String label, List<Share> shares) {

    /// Its share of a stage; empty if no source gives it.
    public Optional<Share> at(String stage) {
      return shares.stream().filter(share -> share.stage().equals(stage)).findFirst();
    }
  }

  /// A country's share of the world at a stage: the newest figure of those on which most sources
  /// agree.
  ///
  /// @param entry of the ledger
  /// @param independent sources behind those figures
  /// @param contested whether others contradict it
  public record Share(String stage, EntryId entry, Row row, int independent, boolean contested) {

    public boolean isAgreed() {
      return independent > 1;
    }

    /// What its words allow, in percent: `low` to `high`.
    public Percent percent() {
      return row.figure() instanceof Row.Figure.Number number
          ? Percent.of(number.interval())
          : new Percent(BigDecimal.ZERO, Percent.ALL);
    }
  }

  /// A range of percent.
  public record Percent(BigDecimal low, BigDecimal high) {

    static final BigDecimal ALL = BigDecimal.valueOf(100);

    static Percent of(Interval interval) {
      BigDecimal low = interval.low();
      BigDecimal high = interval.high();
      return new Percent(
          low == null ? BigDecimal.ZERO : within(low), high == null ? ALL : within(high));
    }

    private static BigDecimal within(BigDecimal end) {
      return end.max(BigDecimal.ZERO).min(ALL);
    }

    /// What is left of the whole.
    Percent rest() {
      return new Percent(ALL.subtract(high), ALL.subtract(low));
    }

    /// A part of it.
    ///
    /// @param percent how much of it
    Percent times(int percent) {
      BigDecimal part = BigDecimal.valueOf(percent, 2);
      return new Percent(low.multiply(part), high.multiply(part));
    }
  }

  /// The facts of one kind.
  ///
  /// @param label of the kind
  public record Facts(String id, String label, List<Timeline.Row> rows) {
    public Facts {
      rows = List.copyOf(rows);
    }
  }

  /// The country with a figure that goes by `name`: its id (`country:CN`), its code (`cn`), or what
  /// it is called here.
  public Optional<Country> country(String name) {
    String asked = name.strip();
    return countries.stream()
        .filter(
            one ->
                one.id().equalsIgnoreCase(asked)
                    || one.id().equalsIgnoreCase("country:" + asked)
                    || one.label().equalsIgnoreCase(asked))
        .findFirst();
  }

  /// The countries with a figure at a stage.
  public List<Country> at(String stage) {
    return countries.stream().filter(country -> country.at(stage).isPresent()).toList();
  }
}
