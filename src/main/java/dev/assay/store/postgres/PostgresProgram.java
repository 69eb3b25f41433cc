package dev.assay.store.postgres;

import dev.assay.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Runs a program that comes with PostgreSQL on a database: `pg_dump`, `pg_restore`. Found on the
/// path, or in the folder that `ASSAY_PG_BIN` names.
record PostgresProgram(PostgresAddress address) {

  /// @throws StoreException if it is not there, or says that something is wrong
  void run(String program, String... arguments) {
    String folder = System.getenv("ASSAY_PG_BIN");
    List<String> command = new ArrayList<>();
    command.add(folder == null ? program : folder + "/" + program);
    command.add("--dbname=" + address.forPrograms());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (address.password() != null) {
      builder.environment().put("PGPASSWORD", address.password());
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new StoreException("%s failed: %s".formatted(program, said));
      }
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be run (%s). Install the client programs of PostgreSQL, of the server's version or newer, or name their folder in ASSAY_PG_BIN."
              .formatted(program, e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("%s was interrupted".formatted(program), e);
    }
  }
}
