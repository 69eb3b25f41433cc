package dev.assay.cli;

import dev.assay.article.ExpectedFailure;
import java.nio.file.Path;

/// A data folder cannot be opened to write, since a server has it open; the server takes commands.
public final class FolderServed extends ExpectedFailure {

  private static final long serialVersionUID = 1;

  private final transient Path data;

  public FolderServed(Path data) {
    super("A server is running on the data folder %s.".formatted(data));
    this.data = data;
  }

  Path data() {
    return data;
  }
}
