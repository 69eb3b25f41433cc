package dev.assay.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One quantity at two times or more: the figures of an entry that are of the same, each at the
/// time that it is for.
///
/// @param stretch how long a time each figure is of; figures of a quarter and of half a year are
///   two series
/// @param unit code of the unit of all figures
/// @param points by the time that they are for, then by publication
public record Series(Stretch stretch, String unit, List<Point> points) {

  public Series {
    points = List.copyOf(points);
  }

  /// How long a time a figure is of.
  ///
  /// @param months if it is of whole months; else 0
  /// @param days if it is not of whole months; 0 of both is a moment, at which a level stands
  public record Stretch(int months, int days) {

    public static final Stretch MOMENT = new Stretch(0, 0);

    public boolean isMoment() {
      return equals(MOMENT);
    }
  }

  /// One figure at its time.
  ///
  /// @param teller who says it: whom the text names, or else whose text it is
  /// @param at the middle of the time that it is for
  /// @param revised what the same teller said later of the same time, if both cannot hold; null if
  ///   nothing
  /// @param against what an independent teller says of the same time, if both cannot hold: the
  ///   figure that is the farthest from it. Null if all agree, and for a figure that was revised
  public record Point(
      Row row, String teller, LocalDate at, @Nullable Row revised, @Nullable Row against) {

    /// Whether the time was still to come when it was published.
    public boolean isAhead() {
      LocalDate day = row.evidence().day();
      return day != null && row.period().isAfter(day);
    }
  }

  /// A figure of the entry that stands in no series.
  public record LeftOut(Row row, Why why) {}

  /// Why a figure stands in no series.
  public enum Why {
    /// Neither its text nor the day of publication tells when it holds, or it is not sure which of
    /// two times does; or it adds up over a time, and the text does not say over which.
    UNTIMED,
    /// It is a sum, a count or a length of time of one happening, which does not move.
    ONCE,
    /// It is no number.
    NO_NUMBER,
    /// Nobody stands behind it, or what it is of was not read for sure.
    UNSURE,
    /// There is none of another time that it could stand beside.
    ALONE,
    /// There are more than can be shown; later ones are.
    TOO_MANY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How many different times it has figures for.
  public int times() {
    return (int) points.stream().map(point -> point.row().period()).distinct().count();
  }

  /// How many tell it.
  public int tellers() {
    return (int) points.stream().map(Point::teller).distinct().count();
  }

  /// Figures that their tellers gave up for others.
  public int revisions() {
    return (int) points.stream().filter(point -> point.revised() != null).count();
  }

  /// Figures against which others stand.
  public int disputed() {
    return (int) points.stream().filter(point -> point.against() != null).count();
  }
}
