package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
