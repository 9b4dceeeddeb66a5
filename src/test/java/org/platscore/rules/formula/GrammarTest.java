package org.platscore.rules.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GrammarTest {

    @Test
    void theReferenceShowsTheGrammarAsItIs() throws IOException {
        String reference = Files.readString(Path.of("src/site/markdown/rules-reference.md"));
        String grammar = Files.readString(Path.of("src/main/antlr4/org/platscore/rules/formula/grammar/Formula.g4"));
        assertThat(reference).contains("```antlr\n" + grammar + "```\n");
    }
}
