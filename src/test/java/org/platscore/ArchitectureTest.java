package org.platscore;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the order of the packages and what each of them must not touch. */
class ArchitectureTest {
    /** A package may use anything after it in this list and nothing before it. */
    private static final List<String> ORDER = List.of(
            "cli",
            "report",
            "analysis",
            "assessment",
            "reward",
            "grading",
            "scoring",
            "measure",
            "intake",
            "rules",
            "finding");

    private static final List<String> PRINTS_OR_EXITS = List.of(
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.System.exit(",
            "java.lang.Runtime.exit(",
            "java.lang.Runtime.halt(");

    /** Beginnings of full names; what looks harmless here takes the default locale, charset or time zone. */
    private static final List<String> ASKS_THE_MACHINE = List.of(
            "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileReader.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.lang.String)",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.PrintStream.<init>(java.io.OutputStream)",
            "java.io.PrintWriter.<init>(java.io.OutputStream)",
            "java.lang.Math.random(",
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B, int, int)",
            "java.lang.String.format(java.lang.String",
            "java.lang.String.formatted(",
            "java.lang.String.getBytes()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.System.currentTimeMillis(",
            "java.lang.System.getProperty(",
            "java.lang.System.getenv(",
            "java.lang.System.lineSeparator(",
            "java.nio.charset.Charset.defaultCharset(",
            "java.text.Collator.getInstance()",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            "java.text.NumberFormat.getInstance()",
            "java.time.Clock.system",
            "java.time.Instant.now(",
            "java.time.LocalDate.now(",
            "java.time.LocalDateTime.now(",
            "java.time.Year.now(",
            "java.time.ZoneId.systemDefault(",
            "java.time.ZonedDateTime.now(",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.util.Calendar.getInstance()",
            "java.util.Date.<init>()",
            "java.util.Locale.getDefault(",
            "java.util.Random.<init>()",
            "java.util.TimeZone.getDefault(",
            "java.util.UUID.randomUUID(");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.platscore");

    private static final String[] STAGES = packages(ORDER.subList(1, ORDER.size()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "analysis",
                "assessment",
                "reward",
                "grading",
                "scoring",
                "measure",
                "intake",
                "rules",
                "finding"
            })
    void aPackageUsesNothingOfTheStagesAfterIt(String name) {
        noClasses()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(ORDER.subList(0, ORDER.indexOf(name))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** Only the workbook knows how the others are made. */
    @ParameterizedTest
    @CsvSource({"data, report.data..", "output, report.output..", "sheet, report.sheet..", "explanation, report.data.."
    })
    void thePartsOfTheReportKnowNothingOfItsWhole(String part, String known) {
        noClasses()
                .that()
                .resideInAPackage(tree("report." + part))
                .should()
                .dependOnClassesThat(resideInAPackage(tree("report"))
                        .and(not(resideInAnyPackage(tree("report." + part), "org.platscore." + known))))
                .check(CLASSES);
    }

    @Test
    void everyClassLiesInAPackageOfTheOrder() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(ORDER))
                .should()
                .resideInAPackage("org.platscore..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        onlyIn(resideInAPackage(tree("cli")), resideInAPackage("picocli.."));
    }

    @Test
    void onlyIntakeAndReportKnowPoi() {
        onlyIn(resideInAnyPackage(tree("intake"), tree("report")), resideInAPackage("org.apache.poi.."));
    }

    @Test
    void onlyIntakeKnowsOpenCsv() {
        onlyIn(resideInAPackage(tree("intake")), resideInAPackage("com.opencsv.."));
    }

    @Test
    void onlyRulesKnowYamlAndTheGrammar() {
        onlyIn(resideInAPackage(tree("rules")), resideInAnyPackage("org.snakeyaml..", "org.antlr.."));
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        noClasses()
                .that()
                .resideInAnyPackage(STAGES)
                .should()
                .accessTargetWhere(calls(PRINTS_OR_EXITS))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noStageAsksForClockLocaleCharsetOrEnvironment() {
        noClasses()
                .that()
                .resideInAnyPackage(STAGES)
                .should()
                .accessTargetWhere(calls(ASKS_THE_MACHINE))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheAssessmentMeasuresTime() {
        noClasses()
                .that()
                .resideInAnyPackage(STAGES)
                .and()
                .resideOutsideOfPackage(tree("assessment"))
                .should()
                .accessTargetWhere(calls(List.of("java.lang.System.nanoTime(")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void dataRulesScoresAndMoneyHoldNoBinaryFractions() {
        String[] exact = packages(List.of("finding", "rules", "measure", "scoring", "grading", "reward"));
        DescribedPredicate<JavaClass> binary = describe(
                "double or float",
                type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(type.getBaseComponentType().getName()));
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(exact)
                .should()
                .haveRawType(binary)
                .allowEmptyShould(true)
                .check(CLASSES);
        noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(exact)
                .should()
                .haveRawReturnType(binary)
                .orShould()
                .haveRawParameterTypes(
                        describe("double or float", types -> types.stream().anyMatch(binary)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static void onlyIn(DescribedPredicate<JavaClass> users, DescribedPredicate<JavaClass> library) {
        noClasses()
                .that(DescribedPredicate.not(users))
                .should()
                .dependOnClassesThat(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(List<String> targets) {
        return describe("begins with one of " + targets, access -> {
            String target = access.getTarget().getFullName();
            return targets.stream().anyMatch(target::startsWith);
        });
    }

    private static String tree(String name) {
        return "org.platscore." + name + "..";
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(ArchitectureTest::tree).toArray(String[]::new);
    }
}
