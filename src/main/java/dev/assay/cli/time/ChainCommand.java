package dev.assay.cli.time;

import dev.assay.api.ChainShapes;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.topic.chain.ChainWords;
import dev.assay.topic.chain.Cut;
import dev.assay.topic.chain.SupplyChain;
import dev.assay.topic.chain.SupplyChains;
import dev.assay.topic.time.Timeline;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay chain`: who makes how much at which stage.
@Command(
    name = "chain",
    description = {
      "Print the supply chain of a material: the share of each country at each stage, by the ledger's newest"
          + " agreed figures, dated facts on agreements and controls, and what no source says."
          + " With --country and --stage what a cut there would come to, with its arithmetic."
    })
public final class ChainCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(
      paramLabel = "MATERIAL",
      arity = "0..1",
      description = "Any name of a material (default: that of the pack's chain).")
  private String topic = "";

  @Option(
      names = "--country",
      paramLabel = "ID",
      description = "The country that is cut: CN, country:CN, or its name.")
  private String country = "";

  @Option(
      names = "--stage",
      paramLabel = "ID",
      description = "The stage at which it is cut, such as refining.")
  private String stage = "";

  @Option(
      names = "--cut",
      paramLabel = "PERCENT",
      description = "By how much, 1 to 100 (default: 100).")
  private int percent = 100;

  public ChainCommand(Desk.Opener opener, Output output, InstantSource clock) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (country.isBlank() != stage.isBlank() || percent < 1 || percent > 100) {
      output.error().println(output.words().say("chain.cut"));
      return ExitCode.USAGE;
    }
    Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
    try (Desk desk = opener.toRead(common.data())) {
      SupplyChains chains = SupplyChains.of(past.of(desk, output.words()), clock);
      Optional<SupplyChain> chain = chains.of(topic.strip(), reader);
      if (chain.isEmpty()) {
        output.error().println(output.words().say("chain.unknown", topic.strip()));
        return ExitCode.NOT_FOUND;
      }
      ChainWords say = chains.words(reader);
      return country.isBlank() ? print(chain.get(), null, say) : cut(chain.get(), say);
    }
  }

  private int cut(SupplyChain chain, ChainWords say) {
    Optional<Cut> cut = Cut.of(chain, country, stage, percent);
    if (cut.isEmpty()) {
      output.error().println(output.words().say("chain.no-cut", country, stage));
      return ExitCode.NOT_FOUND;
    }
    return print(chain, cut.get(), say);
  }

  private int print(SupplyChain chain, @Nullable Cut cut, ChainWords say) {
    if (common.json()) {
      output.json(ChainShapes.Chain.of(chain, cut, say));
    } else if (cut == null) {
      print(chain, say);
    } else {
      say.lines(cut).forEach(output::line);
      output.line(
          "  > %s [%s]".formatted(cut.share().row().evidence().quote(), cited(cut.share())));
      cut.beside().forEach(one -> figure(one, cut.stage(), say));
    }
    return ExitCode.DONE;
  }

  private void print(SupplyChain chain, ChainWords say) {
    output.line(chain.material());
    for (SupplyChain.Stage step : chain.stages()) {
      output.line("");
      output.line("%s  [%s]".formatted(step.label(), step.id()));
      chain.at(step.id()).forEach(one -> figure(one, step, say));
    }
    chain.facts().forEach(facts -> rows(facts.label(), facts.rows()));
    rows(output.words().say("chain.dates"), chain.dates());
    output.line("");
    output.line(output.words().say("chain.gaps"));
    chain.gaps().forEach(gap -> output.line("  " + gap));
    if (!chain.others().isEmpty()) {
      output.line("");
      output.line(output.words().say("chain.others", String.join(", ", chain.others())));
    }
  }

  private void figure(SupplyChain.Country one, SupplyChain.Stage step, ChainWords say) {
    one.at(step.id())
        .ifPresent(
            share ->
                output.line(
                    "  %s · %s · %s [%s]"
                        .formatted(
                            say.figure(one, step, share),
                            say.range(share),
                            say.standing(share),
                            cited(share))));
  }

  private static String cited(SupplyChain.Share share) {
    return "%s %d"
        .formatted(share.row().evidence().article(), share.row().evidence().claim().paragraph());
  }

  private void rows(String label, List<Timeline.Row> rows) {
    if (!rows.isEmpty()) {
      output.line("");
      output.line(label);
    }
    for (Timeline.Row row : rows) {
      output.line(
          "  %s  %s [%s %d]"
              .formatted(
                  row.first(),
                  row.sentence().text(),
                  row.article().id(),
                  row.sentence().citations().getFirst().paragraph()));
    }
  }
}
