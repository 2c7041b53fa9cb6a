package org.holdfast.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.sharing.DataClass;
import org.jspecify.annotations.Nullable;

/** Writes the catalogue down, page by page, so that {@link HomeOfficeForm} reads as the table it is. */
final class FormTable {
    private final List<FormField> fields = new ArrayList<>();
    private FormPage.Part part = FormPage.Part.CHILD_ROUTE;
    private int pages;
    private @Nullable FormPage page;
    private DataClass holds = DataClass.SAFEGUARDING;

    FormTable part(FormPage.Part part) {
        this.part = part;
        this.pages = 0;
        return this;
    }

    FormTable page(String name) {
        return page(name, DataClass.SAFEGUARDING);
    }

    /** A page whose answers are all of one kind of information. */
    FormTable page(String name, DataClass kindOfInformation) {
        this.page = new FormPage(part, pages++, name);
        this.holds = kindOfInformation;
        return this;
    }

    /** Takes the row, completed by the words that followed it. */
    FormTable with(Row row) {
        if (page == null) {
            throw new IllegalStateException("a field before the first page");
        }
        fields.add((row.holds == DataClass.SAFEGUARDING ? row.holds(holds) : row).on(page));
        return this;
    }

    List<FormField> fields() {
        return List.copyOf(fields);
    }

    static Row text(String name, String... keys) {
        return new Row(name, FormField.Kind.TEXT, List.of(keys));
    }

    static Row longText(String name, String... keys) {
        return new Row(name, FormField.Kind.LONG_TEXT, List.of(keys));
    }

    static Row email(String name, String... keys) {
        return new Row(name, FormField.Kind.EMAIL, List.of(keys));
    }

    static Row number(String name, String... keys) {
        return new Row(name, FormField.Kind.NUMBER, List.of(keys));
    }

    static Row select(ListedNames list, String name, String... keys) {
        Row row = new Row(name, FormField.Kind.SELECT, List.of(keys));
        row.list = list;
        return row;
    }

    static Row date(String name, String... keys) {
        return new Row(name, FormField.Kind.DATE, List.of(keys));
    }

    static Row files(String name) {
        return new Row(name, FormField.Kind.FILES, List.of());
    }

    static Row radio(String name, String... keys) {
        return new Row(name, FormField.Kind.RADIO, List.of(keys));
    }

    /** A yes or no question: the payload carries an empty string when it was not put. */
    static Row yesNo(String name, String... keys) {
        return radio(name, keys).option("yes", "Yes").option("no", "No").whenBlank("");
    }

    /** A box: the payload has {@code Yes} when it is ticked and nothing at all when it is not. */
    static Row box(String name, String... keys) {
        return new Row(name, FormField.Kind.CHECKBOX, List.of(keys)).option("true", "Yes");
    }

    /** One row while it is being written. */
    static final class Row {
        private final String name;
        private final FormField.Kind kind;
        private final List<String> keys;
        private final List<FormField.Option> options = new ArrayList<>();
        private @Nullable ListedNames list;
        private DataClass holds = DataClass.SAFEGUARDING;
        private boolean required;
        private ShownWhen shownWhen = new ShownWhen.Always();
        private @Nullable String whenBlank;
        private @Nullable String impliedBy;

        private Row(String name, FormField.Kind kind, List<String> keys) {
            this.name = name;
            this.kind = kind;
            this.keys = keys;
        }

        /** What kind of information an answer is; what somebody tells as a story is safeguarding. */
        Row holds(DataClass kindOfInformation) {
            holds = kindOfInformation;
            return this;
        }

        Row required() {
            required = true;
            return this;
        }

        Row when(String field, String... answers) {
            shownWhen = new ShownWhen.Answered(field, Set.of(answers));
            return this;
        }

        Row unless(String field, String answer) {
            shownWhen = new ShownWhen.Unless(field, answer);
            return this;
        }

        Row option(String answer, String... written) {
            options.add(new FormField.Option(answer, List.of(written)));
            return this;
        }

        Row whenBlank(String value) {
            whenBlank = value;
            return this;
        }

        Row impliedBy(String key) {
            impliedBy = key;
            return this;
        }

        private FormField on(FormPage page) {
            return new FormField(
                    page, name, kind, holds, required, shownWhen, keys, options, list, whenBlank, impliedBy);
        }
    }
}
