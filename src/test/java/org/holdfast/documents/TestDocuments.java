package org.holdfast.documents;

/** Papers written out in tests of other modules that need no program around them. */
public final class TestDocuments {

    public static final Documents WRITTEN = new Documents();

    private TestDocuments() {}
}
