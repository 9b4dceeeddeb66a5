package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("service_income", "service_count", "staff", "id", "检测", "研发", "仪器设备原值", "weight", "Excellent");

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            a letter left out,servce_income,service_income
            two letters swapped,wieght,weight
            a letter too many,stafff,staff
            another case,EXCELLENT,Excellent
            a short name by case,ID,id
            a short name otherwise,ix,-
            one character of two,检侧,检测
            a character of many,仪器设备原直,仪器设备原值
            nothing near,colour,-
            nothing near in Chinese,平台名称,-
            nothing at all,x,-
            """)
    void theNameThatIsMeant(String label, String written, String meant) {
        if (meant == null) {
            assertThat(Nearest.to(written, KNOWN)).isEmpty();
        } else {
            assertThat(Nearest.to(written, KNOWN)).contains(meant);
        }
    }

    @Test
    void ofNamesAsNearAsEachOtherNoneIsGuessed() {
        assertThat(Nearest.to("P49", List.of("P40", "P41", "P42"))).isEmpty();
        assertThat(Nearest.to("P40a", List.of("P41", "P40", "P42"))).contains("P40");
        assertThat(Nearest.to("甲检侧", List.of("甲检测", "甲检测", "乙研发"))).contains("甲检测");
    }

    @Test
    void namesThatCannotBeNearerAreLeftOutWithoutAnotherAnswer() {
        Random random = new Random(20221231);
        for (int round = 0; round < 300; round++) {
            List<String> known = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                known.add(word(random));
            }
            Nearest nearest = Nearest.among(known);
            for (int i = 0; i < 20; i++) {
                String written = "xyz" + word(random);
                assertThat(nearest.to(written)).as(written + " " + known).isEqualTo(nearestOfAll(written, known));
            }
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder(random.nextBoolean() ? "xyz" : "Xzy");
        for (int length = random.nextInt(9); length > 0; length--) {
            word.append("aAb1q台平".charAt(random.nextInt(7)));
        }
        return word.toString();
    }

    /** The same, told by the distances to all. */
    private static Optional<String> nearestOfAll(String written, List<String> known) {
        int allowed = Math.max(1, (written.length() + 1) / 3);
        TreeMap<Integer, Set<String>> byDistance = new TreeMap<>();
        for (String each : known) {
            int distance = distance(written.toLowerCase(Locale.ROOT), each.toLowerCase(Locale.ROOT));
            byDistance.computeIfAbsent(distance, any -> new HashSet<>()).add(each);
        }
        Map.Entry<Integer, Set<String>> best = byDistance.firstEntry();
        return best.getKey() > allowed || best.getValue().size() > 1
                ? Optional.empty()
                : Optional.of(best.getValue().iterator().next());
    }

    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + other);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
