# Sourced by run and bench: builds the program into $here/target/app, saying what it does.
(
    cd "$here"
    log="$here/target/build.log"
    mkdir -p target
    started=$SECONDS
    step() { printf '%s ... ' "$1"; }
    finished() { printf 'done (%ss)\n' $((SECONDS - started)); }
    failed() {
        printf 'failed\n\n' >&2
        tail -40 "$log" >&2
        echo "The whole log is in target/build.log." >&2
        exit 1
    }
    step 'Building Holdfast (the first time takes some minutes, most of them for downloads)'
    ./mvnw -B -q compile jar:jar@default-jar spring-boot:repackage@repackage >"$log" 2>&1 || failed
    finished
    rm -rf target/app
    step 'Unpacking'
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/holdfast.jar extract --destination target/app >>"$log" 2>&1 || failed
    finished
    step 'Rehearsing the start, so that later ones are quick'
    rm -rf target/rehearsal
    # A rehearsal that fails costs speed and nothing else.
    (
        cd target/app
        # with the quick compiler only: a rehearsal with both keeps profiles by which the next start would compile everything at once
        "$JAVA_HOME/bin/java" -XX:AOTCacheOutput=holdfast.aot -XX:TieredStopAtLevel=1 "${java_options[@]}" -Xmx320m -jar holdfast.jar --holdfast.command=rehearse \
            --holdfast.data="$here/target/rehearsal/data" --holdfast.engine="$here/target/app/engine-$(id -u)" --holdfast.port=0 --holdfast.demonstration=true
    ) >>"$log" 2>&1 || true
    rm -rf target/rehearsal
    finished
    step 'Preparing an empty database, with which a new data folder begins'
    # Without one a first start makes its own, which takes longer and does the same.
    (
        cd target/app
        "$JAVA_HOME/bin/java" -XX:AOTCache=holdfast.aot -Xlog:aot=off -Xlog:cds=off "${java_options[@]}" -jar holdfast.jar --holdfast.command=rehearse \
            --holdfast.data="$here/target/rehearsal/data" --holdfast.engine="$here/target/app/engine-$(id -u)" --holdfast.port=0 \
            && [ -f "$here/target/rehearsal/data/postgres/PG_VERSION" ] && mv "$here/target/rehearsal/data/postgres" prepared
    ) >>"$log" 2>&1 || true
    rm -rf target/rehearsal
    touch target/app/built
    finished
) || exit 1
