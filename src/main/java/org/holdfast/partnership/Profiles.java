package org.holdfast.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The profiles a partnership can run on: those that come with Holdfast, and those of a folder of the installation, where a file of the same
 * name takes the place of the shipped one.
 */
public final class Profiles {
    private static final List<String> SHIPPED = List.of(
            "hull",
            "bexley",
            "north-lincolnshire",
            "cardiff",
            "islington-camden",
            "kensington-westminster",
            "solihull",
            "barking-dagenham",
            "central");

    private final Map<String, Profile> profiles;

    private Profiles(Map<String, Profile> profiles) {
        this.profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
    }

    /**
     * Reads all profiles.
     *
     * @param folder further {@code .yaml} files; none where nothing is given
     * @throws FaultyProfiles naming every fault of every file
     */
    public static Profiles load(@Nullable Path folder) {
        Map<String, String> files = shipped();
        if (folder != null) {
            files.putAll(from(folder));
        }
        Map<String, Profile> profiles = new TreeMap<>();
        List<ProfileFault> faults = new ArrayList<>();
        files.forEach((file, yaml) -> {
            ProfileReader.Read read = ProfileReader.read(file, yaml, LegalLimits.ALL);
            read.profile().ifPresent(profile -> profiles.put(profile.id(), profile));
            faults.addAll(read.faults());
        });
        if (!faults.isEmpty()) {
            throw new FaultyProfiles(faults);
        }
        return new Profiles(profiles);
    }

    /** The profile with this id. */
    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** All profiles by id. */
    public Collection<Profile> all() {
        return profiles.values();
    }

    private static Map<String, String> shipped() {
        Map<String, String> files = new TreeMap<>();
        for (String id : SHIPPED) {
            String file = id + ".yaml";
            try (InputStream stream = Profiles.class.getResourceAsStream("/profiles/" + file)) {
                if (stream == null) {
                    throw new IllegalStateException("profile " + file + " is not in the program");
                }
                files.put(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new IllegalStateException("profile " + file + " cannot be read", unreadable);
            }
        }
        return files;
    }

    private static Map<String, String> from(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : found.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        } catch (IOException unreadable) {
            throw new CannotStart("the folder of profiles " + folder + " cannot be read", unreadable);
        }
        return files;
    }
}
