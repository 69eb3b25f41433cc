package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the code to the table and the invariants of ARCHITECTURE.md.
final class ArchitectureTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Path CODE = ROOT.resolve("src/main/java/dev/assay");
  private static final Pattern REFERENCE =
      Pattern.compile("\\bdev\\.assay\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z]");
  private static final Pattern COMPILED_NAME = Pattern.compile("dev/assay/[a-z/]+/[A-Z]\\w*");
  private static final Pattern WRITTEN_NAME =
      Pattern.compile("\\bdev\\.assay\\.[a-z.]+\\.[A-Z]\\w*|\\b[A-Z]\\w*\\.class\\.getName\\(\\)");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$|\\s// .*$");
  private static final Pattern ROW =
      Pattern.compile("^\\| ([a-z.]+)(, closed)? \\| ([a-z., -]+) \\|$", Pattern.MULTILINE);

  @Test
  void packagesUseOnlyWhatTheTableAllows() throws IOException {
    List<Row> table = table();
    for (SourceFile file : sources()) {
      Row row =
          table.stream()
              .filter(candidate -> candidate.name().equals(file.packageName()))
              .findAny()
              .orElseThrow(
                  () -> new AssertionError(file.packageName() + " is not in ARCHITECTURE.md"));
      for (String used : file.references()) {
        if (!used.equals(file.packageName())) {
          assertThat(row.allows(used, table)).as(file.path() + " may use " + used).isTrue();
        }
      }
    }
  }

  @Test
  void theTableAllowsNothingThatIsNotUsed() throws IOException {
    Map<String, Set<String>> uses = uses();
    for (Row row : table()) {
      Set<String> used = uses.getOrDefault(row.name(), Set.of());
      assertThat(row.mayUse())
          .as("what " + row.name() + " uses")
          .allMatch(
              granted ->
                  granted.equals("-")
                      || used.stream()
                          .anyMatch(one -> one.equals(granted) || outer(one).equals(granted)));
    }
  }

  /// What is reached by name alone counts too: a driver's class, what an add-on or a bench imports.
  @Test
  void whatIsPublicIsUsedOutsideItsPackage() throws IOException {
    Map<String, Set<String>> users = new HashMap<>();
    Set<String> published = new TreeSet<>();
    for (String folder : List.of("classes", "test-classes")) {
      for (ClassModel code : compiled(ROOT.resolve("target").resolve(folder))) {
        String user = code.thisClass().asInternalName();
        if (folder.equals("classes") && isPublished(code)) {
          published.add(user);
        }
        named(code)
            .forEach(
                used -> users.computeIfAbsent(used, _ -> new TreeSet<>()).add(packageOf(user)));
      }
    }
    Set<String> byName = namedByText();
    for (String type : published) {
      String byClass = type.substring(type.lastIndexOf('/') + 1) + ".class.getName()";
      if (!byName.contains(type.replace('/', '.')) && !byName.contains(byClass)) {
        Set<String> others = new TreeSet<>(users.getOrDefault(type, Set.of()));
        others.remove(packageOf(type));
        assertThat(others).as("who uses " + type).isNotEmpty();
      }
    }
  }

  /// Templates are compiled to public classes, whoever uses them.
  private static boolean isPublished(ClassModel code) {
    String name = code.thisClass().asInternalName();
    return code.flags().has(AccessFlag.PUBLIC)
        && !name.contains("$")
        && !name.contains("/templates/");
  }

  private static List<ClassModel> compiled(Path folder) throws IOException {
    List<ClassModel> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".class"))
              .filter(path -> !path.endsWith("package-info.class"))
              .toList()) {
        classes.add(ClassFile.of().parse(file));
      }
    }
    return classes;
  }

  /// The outermost types that a class names, in its code or its signatures.
  private static Set<String> named(ClassModel code) {
    Set<String> names = new TreeSet<>();
    for (PoolEntry entry : code.constantPool()) {
      if (entry instanceof Utf8Entry text) {
        Matcher type = COMPILED_NAME.matcher(text.stringValue());
        while (type.find()) {
          names.add(type.group());
        }
      }
    }
    return names;
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('/'));
  }

  /// The whole names of types that stand in code, comments left out, or in the build.
  private static Set<String> namedByText() throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(ROOT.resolve("pom.xml")));
    for (String folder : List.of("src/main/java", "bench", "addons")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files
            .filter(path -> path.toString().endsWith(".java"))
            .forEach(path -> text.append(SourceFile.read(path).code()));
      }
    }
    return WRITTEN_NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void roomsUseEachOtherInOneDirectionOnly() throws IOException {
    Map<String, Set<String>> uses = uses();
    for (String room : uses.keySet()) {
      uses.get(room).remove(room);
      Set<String> reached = new TreeSet<>();
      reach(room, uses, reached);
      assertThat(reached).as("what " + room + " leads to").doesNotContain(room);
    }
  }

  private static Map<String, Set<String>> uses() throws IOException {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (SourceFile file : sources()) {
      uses.computeIfAbsent(file.packageName(), _ -> new TreeSet<>()).addAll(file.references());
    }
    return uses;
  }

  private static void reach(String room, Map<String, Set<String>> uses, Set<String> reached) {
    for (String next : uses.getOrDefault(room, Set.of())) {
      if (reached.add(next)) {
        reach(next, uses, reached);
      }
    }
  }

  @Test
  void everyPackageOfTheTableExistsAndHasATour() throws IOException {
    for (Row row : table()) {
      Path tour = CODE.resolve(row.name().replace('.', '/')).resolve("package-info.java");
      assertThat(tour).exists();
      String text = Files.readString(tour);
      assertThat(text).as(tour.toString()).contains("@NullMarked").contains("///");
    }
  }

  @Test
  void everyClassThatTheDocumentNamesStandsInTheRoomThatItSays() throws IOException {
    List<Path> named =
        Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Z]\\w*)`")
            .matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")))
            .results()
            .map(name -> CODE.resolve(name.group(1).replace('.', '/') + ".java"))
            .toList();
    assertThat(named).isNotEmpty().allMatch(Files::exists);
  }

  @Test
  void luceneStandsOnlyInItsPackage() throws IOException {
    assertUsedOnlyIn(
        "org.apache.lucene", file -> file.path().toString().contains("/index/lucene/"));
  }

  @Test
  void sqlStandsOnlyInTablesAndTheStore() throws IOException {
    assertUsedOnlyIn(
        "org.jdbi",
        file -> file.name().endsWith("Table.java") || file.packageName().startsWith("store"));
  }

  @Test
  void statementsOfSqlStandOnlyInTablesAndTheStore() throws IOException {
    Pattern statement = Pattern.compile("\"(select|insert into|update|delete from) ");
    for (SourceFile file : sources()) {
      if (!file.name().endsWith("Table.java") && !file.packageName().startsWith("store.")) {
        assertThat(file.text()).as(file.path().toString()).doesNotContainPattern(statement);
      }
    }
  }

  @Test
  void pureStagesReadNoClockAndNoFile() throws IOException {
    Set<String> pure = Set.of("article", "cite", "clean", "analyze", "fold", "check", "ledger");
    for (SourceFile file : sources()) {
      if (pure.contains(outer(file.packageName()))) {
        assertThat(file.text())
            .as(file.path().toString())
            .doesNotContain(
                "Instant.now(",
                "System.currentTimeMillis",
                "LocalDate.now(",
                "Files.",
                "HttpClient");
      }
    }
  }

  @Test
  void everyPartOfTheBuildHasItsReason() throws IOException {
    String build = Files.readString(ROOT.resolve("pom.xml"));
    String table = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    String parts = table.substring(table.indexOf("## Parts"), table.indexOf("## Invariants"));
    Set<String> named = new TreeSet<>();
    parts
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| part "))
        .forEach(line -> named.addAll(List.of(line.split("\\|")[1].strip().split(", "))));
    named.remove("---");
    assertThat(named).isEqualTo(shippedParts(build));
  }

  /// What the program itself is run with: no tool of the build, nothing that only tests use.
  private static Set<String> shippedParts(String build) {
    String list =
        build.substring(build.indexOf("</dependencyManagement>"), build.indexOf("<build>"));
    Set<String> parts = new TreeSet<>();
    for (String part : list.split("\n    <dependency>\n")) {
      Matcher name =
          Pattern.compile("^      <artifactId>(.*)</artifactId>", Pattern.MULTILINE).matcher(part);
      if (name.find() && !part.contains("<scope>test</scope>")) {
        parts.add(name.group(1));
      }
    }
    return parts;
  }

  /// Surefire runs classes whose names end in `Test`; a bench with a property of its own stays out.
  @Test
  void everyClassWithTestsIsRun() throws IOException {
    Pattern test =
        Pattern.compile("^  @(Test|ParameterizedTest|Property|FuzzTest)\\b", Pattern.MULTILINE);
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (test.matcher(text).find() && !text.contains("\n@EnabledIfSystemProperty(")) {
          assertThat(file.getFileName().toString()).endsWith("Test.java");
        }
      }
    }
  }

  /// Those that still fetch their words for themselves may only become fewer.
  @Test
  void theLexiconIsHandedInByConstructors() throws IOException {
    Set<String> own =
        Set.of(
            "Main",
            "Bylines",
            "ClassWords",
            "DateText",
            "EnglishBase",
            "Furniture",
            "Keys",
            "NameRecogniser",
            "Openings",
            "PhraseList",
            "PublishedDateFinder",
            "QuestionWords",
            "RelativeDates",
            "Sentences",
            "StopWords",
            "Tongue",
            "FieldValues",
            "Zones");
    for (SourceFile file : sources()) {
      String name = file.name().replace(".java", "");
      if (!file.packageName().equals("lexicon") && !own.contains(name)) {
        assertThat(file.text()).as(file.path().toString()).doesNotContain("Lexicon.shipped()");
      }
      assertThat(file.packageName().equals("lexicon") || !file.text().contains("LexiconFile.read("))
          .as(file.path() + " asks the lexicon for its tables")
          .isTrue();
    }
  }

  private static void assertUsedOnlyIn(String library, Predicate<SourceFile> place)
      throws IOException {
    for (SourceFile file : sources()) {
      if (!place.test(file)) {
        assertThat(file.text()).as(file.path().toString()).doesNotContain("import " + library);
      }
    }
  }

  private static List<Row> table() throws IOException {
    String text = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    List<Row> rows = new ArrayList<>();
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      if (!row.group(1).equals("package")) { // the head of the table
        rows.add(
            new Row(
                row.group(1),
                row.group(2) != null,
                Arrays.stream(row.group(3).split(",")).map(String::strip).toList()));
      }
    }
    return rows;
  }

  /// @param name of the package below the root, with dots
  /// @param closed only rows that name it may use it
  private record Row(String name, boolean closed, List<String> mayUse) {

    /// An outer package in the list stands for itself and its inner rooms that are not closed.
    boolean allows(String used, List<Row> table) {
      return mayUse.contains(used) || mayUse.contains(outer(used)) && isOpenInside(used, table);
    }

    private boolean isOpenInside(String used, List<Row> table) {
      return !outer(used).equals(outer(name))
          && table.stream().noneMatch(row -> row.name.equals(used) && row.closed);
    }
  }

  /// The package that holds the room, or itself.
  private static String outer(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static List<SourceFile> sources() throws IOException {
    try (Stream<Path> files = Files.walk(CODE)) {
      return files.filter(path -> path.toString().endsWith(".java")).map(SourceFile::read).toList();
    }
  }

  private record SourceFile(Path path, String text) {

    static SourceFile read(Path path) {
      try {
        return new SourceFile(path, Files.readString(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String name() {
      return path.getFileName().toString();
    }

    String packageName() {
      return CODE.relativize(path.getParent()).toString().replace('/', '.');
    }

    /// The text without comments.
    String code() {
      return COMMENT.matcher(text).replaceAll("");
    }

    /// Packages of Assay that the code names; links in doc comments do not count.
    Set<String> references() {
      Set<String> packages = new TreeSet<>();
      Matcher matcher = REFERENCE.matcher(code());
      while (matcher.find()) {
        packages.add(matcher.group(1));
      }
      return packages;
    }
  }
}
