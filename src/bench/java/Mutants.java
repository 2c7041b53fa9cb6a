import java.util.List;
import java.util.Map;
import org.pitest.mutationtest.commandline.OptionsParser;
import org.pitest.mutationtest.commandline.ParseResult;
import org.pitest.mutationtest.commandline.PluginFilter;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.SettingsFactory;
import org.pitest.mutationtest.statistics.MutationStatistics;
import org.pitest.mutationtest.tooling.AnalysisResult;
import org.pitest.mutationtest.tooling.EntryPoint;

/**
 * PIT on one module, with the options of its own command line after the module's name. Prints how many mutants there were and how many the
 * tests noticed, and ends with 1 where that is under nine in ten. The mutants of each class are tried in a program of their own, as PIT does
 * it: the last mutant of a class stays where it is, and would speak for those of the next.
 */
public final class Mutants {

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
        AnalysisResult result = new EntryPoint()
                .execute(null, options.getOptions(), new SettingsFactory(options.getOptions(), plugins), Map.of());
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
}
