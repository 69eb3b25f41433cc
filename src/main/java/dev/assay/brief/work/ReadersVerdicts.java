package dev.assay.brief.work;

/// What readers said of what models made.
///
/// @param passed withheld sentences that a reader let pass
/// @param right figures that a model read, alone or too, and a reader found read right
/// @param wrong those that a reader found misread
public record ReadersVerdicts(long passed, long right, long wrong) {

  public static final ReadersVerdicts NONE = new ReadersVerdicts(0, 0, 0);
}
