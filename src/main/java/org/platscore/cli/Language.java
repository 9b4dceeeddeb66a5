package org.platscore.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.platscore.finding.Lang;

/** The language of what the terminal shows: {@code --lang}, else the locale if it is one of ours, else Chinese. */
final class Language {

    private Language() {}

    /** Returns the language for these arguments, which need not make sense otherwise. */
    static Lang of(List<String> args) {
        int end = args.contains("--") ? args.indexOf("--") : args.size();
        for (int i = 0; i < end; i++) {
            String arg = args.get(i);
            String value = arg.startsWith("--lang=")
                    ? arg.substring("--lang=".length())
                    : arg.equals("--lang") && i + 1 < end ? args.get(i + 1) : "";
            for (Lang lang : Lang.values()) {
                if (lang.key().equalsIgnoreCase(value)) {
                    return lang;
                }
            }
        }
        return ofLocale(locale());
    }

    /** Returns the language of a locale's name such as {@code en_US.UTF-8}. */
    static Lang ofLocale(String locale) {
        String language = locale.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT);
        return language.equals("en") ? Lang.EN : Lang.ZH;
    }

    /** The launcher tells the locale it was started in, since it has to change it where it is not UTF-8. */
    private static String locale() {
        String told = System.getProperty("platscore.lang");
        if (told != null) {
            return told;
        }
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElseGet(() ->
                        windows() ? Locale.getDefault(Locale.Category.DISPLAY).getLanguage() : "");
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
