# Sourced by run, test and bench: finds a JDK 25 or newer and puts it in JAVA_HOME, or says how to get one.

jdk_version() { # DIR -> its feature release, or nothing if it is no JDK
    [ -x "$1/bin/javac" ] || return 0
    "$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

find_jdk() {
    local on_path candidate version
    on_path=$(command -v javac 2>/dev/null || true)
    [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in "${JAVA_HOME:-}" "$on_path" \
        /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$candidate" ] && [ -d "$candidate" ] || continue
        version=$(jdk_version "$candidate")
        if [ -n "$version" ] && [ "$version" -ge 25 ]; then
            export JAVA_HOME="$candidate"
            return 0
        fi
    done
    cat >&2 <<'TXT'
Holdfast needs a JDK 25 or newer, and none was found in JAVA_HOME, on the PATH or in the usual places.
Install one (for example the package temurin-25-jdk or openjdk-25-jdk), or set JAVA_HOME to the folder of one you have.
TXT
    return 1
}

# How the program runs, in serving as in rehearsing, since what was rehearsed is only valid for the same options. HOLDFAST_HEAP gives it more
# memory for its objects where a partnership is large.
java_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=3000 -Xss512k "-Xmx${HOLDFAST_HEAP:-128m}"
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8)
# few pools of memory outside the heap: each keeps what it once had
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
