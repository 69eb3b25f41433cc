package dev.assay.bench.opensearch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/// OpenSearch nodes on loopback, of one cluster, in one process:
/// `SearchNode FOLDER HTTP_PORT [NODES [FIRST [LAST]]]`. The nodes listen on ports from HTTP_PORT on, and
/// among themselves on ports 50 above. With FIRST and LAST only those nodes of the cluster are started
/// here. Prints a line when they answer.
public final class SearchNode extends Node {

  private SearchNode(Environment environment) {
    super(
        environment,
        List.of(plugin(Netty4ModulePlugin.class), plugin(CommonAnalysisModulePlugin.class)),
        false);
  }

  private static PluginInfo plugin(Class<?> type) {
    return new PluginInfo(
        type.getSimpleName(), "on the class path", "1", Version.CURRENT, "21", type.getName(), null, List.of(), false);
  }

  private static SearchNode started(Path home, int number, int port, int nodes) throws Exception {
    Path own = home.resolve("node" + number);
    Files.createDirectories(own.resolve("config"));
    List<String> names = new ArrayList<>();
    List<String> seeds = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      names.add("node" + i);
      seeds.add("127.0.0.1:" + (port + 50 + i));
    }
    Settings.Builder settings =
        Settings.builder()
            .put("path.home", own)
            .put("cluster.name", "bench")
            .put("node.name", "node" + number)
            .put("node.processors", 2)
            .put("network.host", "127.0.0.1")
            .put("http.port", port + number)
            .put("transport.port", port + 50 + number)
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("cluster.routing.allocation.disk.threshold_enabled", false);
    if (nodes == 1) {
      settings.put("discovery.type", "single-node");
    } else {
      settings.putList("discovery.seed_hosts", seeds).putList("cluster.initial_cluster_manager_nodes", names);
    }
    SearchNode node = new SearchNode(new Environment(settings.build(), own.resolve("config")));
    node.start();
    return node;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    int port = Integer.parseInt(arguments[1]);
    int nodes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    int first = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    int last = arguments.length > 4 ? Integer.parseInt(arguments[4]) : arguments.length > 3 ? first : nodes - 1;
    List<Callable<SearchNode>> starts = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      int number = i;
      starts.add(() -> started(home, number, port, nodes));
    }
    // together: a node waits until most of them are there
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (Future<SearchNode> start : threads.invokeAll(starts)) {
        start.get();
      }
    }
    System.out.println("ready");
    Thread.currentThread().join();
  }
}
