package dev.assay.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CleanCommandTest {

  private static final String TEXT = "公司周一对工人表示，第二座熔炉在维修一年之后将于三月恢复生产，维修费用高于原先的计划，资金来自去年发行的债券。";

  private static final String MORE = "到夏天，年产量将达到四万吨金属，约占全国用量的五分之一，其中大部分已经售出，剩余部分供应本地的加工企业。";

  private static final String PAGE =
      """
      <html lang=zh><head><title>冶炼厂复产</title><link rel=canonical href="https://metal.example/n/smelter">
      <meta property="og:site_name" content="金属日报"><meta property="article:section" content="产业">
      <meta property="article:published_time" content="2025-11-20T08:00:00+08:00">
      <meta property="article:modified_time" content="2025-11-21T09:30:00+08:00">
      <meta property="og:image" content="https://metal.example/a.jpg"><meta name=author content="李明"></head>
      <body><h1>冶炼厂复产</h1><article><p>%s</p><figure><figcaption>维修前的第二座熔炉，去年秋天在厂区内拍摄的照片。</figcaption></figure><p>%s</p></article>
      <a href="/n/smelter/2">下一页</a></body></html>"""
          .formatted(TEXT, MORE);

  @TempDir Path folder;

  @Test
  void aFileAloneIsToldInFull() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), PAGE);

    assertThat(output("", page.toString()))
        .isEqualTo(
            """
            {"id":"%s","title":"冶炼厂复产","authors":["李明"],"publishedAt":"2025-11-20T08:00+08:00","language":"zh-Hans",\
            "publishedBy":"meta article:published_time","publishedCertainty":"stated","zoneKnown":true,\
            "updatedAt":"2025-11-21T09:30+08:00","site":"金属日报","section":"产业","address":"https://metal.example/n/smelter",\
            "image":"https://metal.example/a.jpg","next":"https://metal.example/n/smelter/2",\
            "paragraphs":[{"number":1,"kind":"text","text":"%s"},\
            {"number":2,"kind":"caption","text":"维修前的第二座熔炉，去年秋天在厂区内拍摄的照片。"},\
            {"number":3,"kind":"text","text":"%s"}]}
            """
                .formatted(page, TEXT, MORE));
  }

  @Test
  void aLineOfABatchHasTheBodyAlone() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), PAGE);

    assertThat(output("{\"id\":\"7\",\"file\":\"%s\"}\n".formatted(page), "--batch"))
        .isEqualTo(
            """
            {"id":"7","title":"冶炼厂复产","authors":["李明"],"publishedAt":"2025-11-20T08:00+08:00","language":"zh-Hans",\
            "paragraphs":[{"number":1,"kind":"text","text":"%s"},{"number":3,"kind":"text","text":"%s"}]}
            """
                .formatted(TEXT, MORE));
  }

  @Test
  void aPageWithoutItsTextSaysWhy() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<title>Smelter</title><meta property='article:published_time' content='2025-11-20'><h1>Smelter</h1>");

    assertThat(output("{\"id\":\"7\",\"file\":\"%s\"}\n".formatted(page), "--batch"))
        .startsWith(
            "{\"id\":\"7\",\"title\":\"Smelter\",\"authors\":[],\"publishedAt\":\"2025-11-20\"")
        .contains("\"reason\":\"the page holds no article text;")
        .endsWith("\"paragraphs\":[]}\n");
  }

  private static String output(String in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CleanCommand command =
        new CleanCommand(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            Output.of(out, out, false, Locale.ENGLISH),
            () -> Instant.parse("2025-11-24T00:00:00Z"));
    new CommandLine(command).execute(arguments);
    return out.toString(StandardCharsets.UTF_8);
  }
}
