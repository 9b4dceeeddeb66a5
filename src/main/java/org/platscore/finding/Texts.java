package org.platscore.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** The texts of the program, one bundle a package and language: {@code org/platscore/texts/NAME_zh.properties}. */
public final class Texts {

    private static final ConcurrentHashMap<String, Properties> BUNDLES = new ConcurrentHashMap<>();
    private static final Map<Lang, Map<String, Pattern>> PATTERNS =
            Map.of(Lang.ZH, new ConcurrentHashMap<>(), Lang.EN, new ConcurrentHashMap<>());

    private Texts() {}

    /**
     * Returns a text with its placeholders filled in.
     *
     * @param key the bundle's name, a dot, the text's name
     * @throws IllegalStateException if there is no such text
     */
    public static String say(String key, List<?> args, Lang lang) {
        Map<String, Pattern> known = Objects.requireNonNull(PATTERNS.get(lang));
        Pattern pattern = known.get(key);
        if (pattern == null) {
            pattern = Pattern.of(pattern(key, lang));
            known.put(key, pattern);
        }
        return pattern.filled(args, lang);
    }

    /**
     * A text as it was written, taken apart once. In it <code>{0}</code> stands for the first argument, <code>{0 rows}</code> for it and
     * the word behind it, which loses its last letter behind a 1.
     *
     * @param pieces what stands before, between and behind the placeholders
     * @param places what stands in them
     */
    private record Pattern(List<String> pieces, List<Slot> places) {

        /** A placeholder: an argument, and what follows it inside the braces. */
        private record Slot(int argument, String word) {

            String filled(String shown) {
                boolean one = shown.equals("1") && !word.isEmpty();
                return shown + (one ? word.substring(0, word.length() - 1) : word);
            }
        }

        static Pattern of(String text) {
            List<String> pieces = new ArrayList<>();
            List<Slot> places = new ArrayList<>();
            int from = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
                int close = text.indexOf('}', open);
                char name = close > open + 1 ? text.charAt(open + 1) : ' ';
                if (name >= '0' && name <= '9' && (close == open + 2 || text.charAt(open + 2) == ' ')) {
                    pieces.add(text.substring(from, open));
                    places.add(new Slot(name - '0', text.substring(open + 2, close)));
                    from = close + 1;
                }
            }
            pieces.add(text.substring(from));
            return new Pattern(List.copyOf(pieces), List.copyOf(places));
        }

        String filled(List<?> args, Lang lang) {
            StringBuilder text = new StringBuilder(pieces.get(0));
            for (int i = 0; i < places.size(); i++) {
                Object arg = args.get(places.get(i).argument);
                text.append(places.get(i).filled(shown(arg, lang)));
                String behind = pieces.get(i + 1);
                text.append(behind, arg instanceof Quantity && joins(text, behind) ? 1 : 0, behind.length());
            }
            return text.toString();
        }

        /** Whether a unit and the Chinese word behind it stand together, though a bare number and that word do not. */
        private static boolean joins(StringBuilder text, String behind) {
            char last = text.charAt(text.length() - 1);
            return behind.length() > 1
                    && behind.charAt(0) == ' '
                    && chinese(behind.charAt(1))
                    && (chinese(last) || last == '%');
        }

        private static boolean chinese(char letter) {
            return letter >= '\u4e00' && letter <= '\u9fff';
        }
    }

    private static String pattern(String key, Lang lang) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw new IllegalStateException("message key without a bundle: " + key);
        }
        String pattern = bundle(key.substring(0, dot), lang).getProperty(key.substring(dot + 1));
        if (pattern == null) {
            throw new IllegalStateException("no text " + key + " in " + lang.key());
        }
        return pattern;
    }

    /** Returns a text without placeholders. */
    public static String say(String key, Lang lang) {
        return say(key, List.of(), lang);
    }

    private static String shown(Object arg, Lang lang) {
        if (arg instanceof Message) {
            return ((Message) arg).in(lang);
        }
        if (arg instanceof BigFraction) {
            return Exact.brief((BigFraction) arg);
        }
        if (arg instanceof BigDecimal) {
            return Exact.grouped((BigDecimal) arg);
        }
        if (arg instanceof Quantity) {
            return ((Quantity) arg).in(lang);
        }
        if (arg instanceof List) {
            return ((List<?>) arg)
                    .stream().map(each -> shown(each, lang)).collect(Collectors.joining(lang == Lang.ZH ? "、" : ", "));
        }
        if (arg instanceof String || arg instanceof Integer || arg instanceof Long) {
            return arg.toString();
        }
        throw new IllegalStateException("not an argument of a message: " + arg.getClass());
    }

    private static Properties bundle(String name, Lang lang) {
        return BUNDLES.computeIfAbsent(name + "_" + lang.key(), Texts::load);
    }

    private static Properties load(String file) {
        String path = "/org/platscore/texts/" + file + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no bundle " + path);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
