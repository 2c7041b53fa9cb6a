import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.pitest.boot.HotSwapAgent;
import org.pitest.mutationtest.engine.Mutant;
import org.pitest.mutationtest.environment.EnvironmentResetPlugin;
import org.pitest.mutationtest.environment.ResetEnvironment;
import org.pitest.mutationtest.execute.CatchNewClassLoadersTransformer;

/**
 * Puts a class back as it was compiled before a mutant of another class is tried. PIT itself leaves the last mutant of a class where it is, since
 * it starts a program for each class; where several classes share one ({@link Mutants}), tests would fail because of it, and every mutant
 * after it would count as noticed.
 */
public final class AsCompiled implements EnvironmentResetPlugin {

    private String changed = "";

    @Override
    public ResetEnvironment make() {
        return this::before;
    }

    @Override
    public String description() {
        return "A class as it was compiled before the next is changed";
    }

    private void before(Mutant mutant) {
        String next = mutant.getDetails().getClassName().asJavaName();
        if (!changed.isEmpty() && !changed.equals(next)) {
            putBack(changed);
        }
        changed = next;
    }

    private static void putBack(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String path = name.replace('.', '/');
        try (InputStream compiled = Objects.requireNonNull(loader.getResourceAsStream(path + ".class"))) {
            byte[] bytes = compiled.readAllBytes();
            // or it would be turned into its last mutant again on the way in
            CatchNewClassLoadersTransformer.setMutant(path, bytes);
            if (!HotSwapAgent.hotSwap(Class.forName(name, false, loader), bytes)) {
                throw new IllegalStateException(name + " could not be put back");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
