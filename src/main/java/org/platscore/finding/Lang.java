package org.platscore.finding;

import java.util.Locale;

/** The languages of messages and files. */
public enum Lang {
    ZH,
    EN;

    /** Returns the ending of the resource bundles and the value of {@code --lang}: {@code zh} or {@code en}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
