package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher of a release, in environments of all sorts, as a process of its own.
final class LauncherTest {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("assay.root", "."), "src/main/dist/assay");

  @TempDir static Path folder;

  /// A release whose one jar names the class path of this test.
  @BeforeAll
  static void unpack() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    Files.copy(LAUNCHER, folder.resolve("assay"));
    Path java = Files.createDirectories(folder.resolve("runtime/bin")).resolve("java");
    Files.createSymbolicLink(java, Path.of(System.getProperty("java.home"), "bin/java"));
    Files.createDirectory(folder.resolve("rehearsing")); // no start-up cache is made
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    Path lib = Files.createDirectories(folder.resolve("lib"));
    try (OutputStream out = Files.newOutputStream(lib.resolve("assay.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(":"))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  private static String assay(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(folder.resolve("assay").toString());
    builder.command().addAll(Arrays.asList(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  @Test
  void readsAndPrintsUtf8WithoutALocale() throws IOException, InterruptedException {
    String expected = "as written\tlow\thigh\tunit\tmodifier\n27万吨\t270000\t270000\tt\texact\n";
    for (Map<String, String> environment :
        List.of(
            Map.<String, String>of(), Map.of("LANG", "POSIX"), Map.of("LC_ALL", "zz_ZZ.UTF-8"))) {
      assertThat(assay(environment, "quantities", "产量为27万吨"))
          .as(environment.toString())
          .isEqualTo(expected);
    }
  }

  @Test
  void speaksTheLanguageOfALocaleThatIsNotInstalled() throws IOException, InterruptedException {
    assertThat(assay(Map.of("LANG", "zh_SG.GBK"), "quantities", "产量为27万吨")).startsWith("原文\t下限\t");
    assertThat(assay(Map.of("LANG", "zh_SG.GBK", "ASSAY_LANG", "en"), "quantities", "产量为27万吨"))
        .startsWith("as written\t");
  }

  /// What the launcher would hand to the Java of the release.
  private static String flags(String... arguments) throws IOException, InterruptedException {
    Path java = folder.resolve("runtime/bin/java");
    Path kept = java.resolveSibling("kept");
    Files.move(java, kept);
    try {
      Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
      java.toFile().setExecutable(true);
      return assay(Map.of(), arguments);
    } finally {
      Files.delete(java);
      Files.move(kept, java);
    }
  }

  @Test
  void compilesQuicklyForASmallImportAndWellForALargeOne()
      throws IOException, InterruptedException {
    Path pages = Files.createDirectories(folder.resolve("a folder of 页面"));
    Files.writeString(pages.resolve("one.html"), "<p>One.</p>");
    Path large = folder.resolve("large.warc");
    try (OutputStream out = Files.newOutputStream(large)) {
      byte[] million = new byte[1_000_000];
      for (int i = 0; i < 110; i++) {
        out.write(million);
      }
    }
    String quick = "-XX:TieredStopAtLevel=1";
    assertThat(flags("import", pages.toString())).contains(quick);
    assertThat(flags("import", "--data", folder.toString(), pages.toString())).contains(quick);
    assertThat(flags("import", "https://outlet.example/feed.xml")).contains(quick);
    assertThat(flags("import", pages.toString(), large.toString())).doesNotContain(quick);
    assertThat(flags("import", "--batch")).doesNotContain(quick);
    assertThat(flags("search", "gallium")).contains(quick);
    assertThat(flags("serve")).doesNotContain(quick);
  }
}
