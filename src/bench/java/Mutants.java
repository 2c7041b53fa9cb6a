import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.pitest.classpath.CodeSource;
import org.pitest.mutationtest.build.MutationGrouper;
import org.pitest.mutationtest.build.MutationGrouperFactory;
import org.pitest.mutationtest.commandline.OptionsParser;
import org.pitest.mutationtest.commandline.ParseResult;
import org.pitest.mutationtest.commandline.PluginFilter;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.SettingsFactory;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.statistics.MutationStatistics;
import org.pitest.mutationtest.tooling.AnalysisResult;
import org.pitest.mutationtest.tooling.EntryPoint;

/**
 * PIT on one module, with the options of its own command line after the module's name. Prints how many mutants there were and how many the
 * tests noticed, and ends with 1 where that is under nine in ten.
 *
 * <p>It shares the mutants out otherwise than PIT does, which starts a program for each class, and each of these a database: whole
 * classes go together until there are some hundred mutants. All in one program would be quicker still, but a mutant that leaves something
 * broken would then speak for every one after it.
 */
public final class Mutants {

    private static final int TOGETHER = 150;
    private static final int LEAST_PERCENT = 90;

    private Mutants() {}

    public static void main(String[] arguments) throws Exception {
        String module = arguments[0];
        PluginServices plugins = PluginServices.makeForContextLoader();
        ParseResult options = new OptionsParser(new PluginFilter(plugins))
                .parse(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        if (!options.isOk()) {
            throw new IllegalArgumentException(options.getErrorMessage().orElse(""));
        }
        SettingsFactory settings = new SettingsFactory(options.getOptions(), plugins) {
            @Override
            public MutationGrouperFactory getMutationGrouper() {
                return new ByTheHundred();
            }
        };
        AnalysisResult result = new EntryPoint().execute(null, options.getOptions(), settings, Map.of());
        if (result.getError().isPresent()) {
            throw result.getError().get();
        }
        MutationStatistics seen = result.getStatistics().orElseThrow().getMutationStatistics();
        long mutants = seen.getTotalMutations();
        long noticed = seen.getTotalDetectedMutations();
        System.out.printf(
                "%-10s %4d mutants, %4d killed, %5.1f %%%n", module, mutants, noticed, 100.0 * noticed / mutants);
        System.exit(noticed * 100 < mutants * LEAST_PERCENT ? 1 : 0);
    }

    private static final class ByTheHundred implements MutationGrouperFactory {
        @Override
        public MutationGrouper makeFactory(Properties properties, CodeSource code, int threads, int size) {
            return (_, mutants) -> groups(mutants);
        }

        @Override
        public String description() {
            return "By the hundred";
        }
    }

    private static List<List<MutationDetails>> groups(Collection<MutationDetails> mutants) {
        SequencedMap<String, List<MutationDetails>> byClass = new TreeMap<>();
        mutants.forEach(mutant -> byClass.computeIfAbsent(mutant.getClassName().asJavaName(), _ -> new ArrayList<>())
                .add(mutant));
        List<List<MutationDetails>> groups = new ArrayList<>();
        for (List<MutationDetails> ofOneClass : byClass.values()) {
            if (groups.isEmpty() || groups.getLast().size() + ofOneClass.size() > TOGETHER) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().addAll(ofOneClass);
        }
        return groups;
    }
}
