package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Lang;

class LanguageTest {

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({
        "zh_CN.UTF-8, ZH",
        "zh_TW,       ZH",
        "en_US.UTF-8, EN",
        "en,          EN",
        "EN_gb,       EN",
        "C,           ZH",
        "C.UTF-8,     ZH",
        "POSIX,       ZH",
        "'',          ZH",
        "de_DE.UTF-8, ZH",
        "eng,         ZH"
    })
    void aLocaleThatIsNotEnglishMeansChinese(String locale, Lang lang) {
        assertThat(Language.ofLocale(locale)).isEqualTo(lang);
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({
        "assess . --lang en,    EN",
        "--lang=en check,       EN",
        "--lang EN check,       EN",
        "check --lang zh,       ZH",
        "check --lang fr,       ZH",
        "check --lang,          ZH",
        "check -- --lang en,    ZH"
    })
    void theArgumentsDecideFirst(String arguments, Lang lang) {
        assertThat(Language.of(List.of(arguments.split(" ")))).isEqualTo(lang);
    }
}
