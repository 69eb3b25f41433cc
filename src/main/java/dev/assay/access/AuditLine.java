package dev.assay.access;

import java.time.Instant;

/// One thing that was done.
///
/// @param id its place among all lines: of two the later has the higher
/// @param who the account's name; `local` at a desk without accounts, `console` for the command
///   line
/// @param what such as `sign-in`, or the route that did it
/// @param target on what, such as the path that was asked; cut to 500 characters
/// @param address where the request came from; empty for the command line
public record AuditLine(
    long id, Instant at, String who, String what, String target, String address) {

  private static final int MOST_TARGET = 500;

  public AuditLine {
    target = target.length() > MOST_TARGET ? target.substring(0, MOST_TARGET) : target;
  }
}
