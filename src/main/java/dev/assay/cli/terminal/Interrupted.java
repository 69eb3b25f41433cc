package dev.assay.cli.terminal;

/// Work that can be stopped.
public interface Interrupted extends AutoCloseable {
  @Override
  void close();
}
