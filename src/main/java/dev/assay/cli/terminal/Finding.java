package dev.assay.cli.terminal;

import java.util.List;

/// One thing that was looked at in an installation.
///
/// @param key of its words, `doctor.KEY`, and for what is not well of its remedy,
///   `doctor.KEY.remedy`
/// @param arguments what the words name, in their order; the remedy gets the same
public record Finding(Grade grade, String key, List<Object> arguments) {

  public enum Grade {
    /// As it should be.
    WELL,
    /// Works, but somebody should look at it.
    REMARK,
    /// Something does not work, or soon will not.
    FAULT
  }

  public Finding {
    arguments = List.copyOf(arguments);
  }

  public static Finding well(String key, Object... arguments) {
    return new Finding(Grade.WELL, key, List.of(arguments));
  }

  public static Finding remark(String key, Object... arguments) {
    return new Finding(Grade.REMARK, key, List.of(arguments));
  }

  public static Finding fault(String key, Object... arguments) {
    return new Finding(Grade.FAULT, key, List.of(arguments));
  }
}
