package org.platscore.cli;

import java.util.List;

/** The commands by name. One is made only when it is named: to look at all their options takes longer than a small command. */
final class Commands {

    /** In the order in which help lists them. */
    static final List<String> NAMES = List.of(
            "assess", "check", "score", "reward", "explain", "advise", "compare", "verify", "schema", "template");

    private Commands() {}

    /** Returns a new command. */
    static CliCommand of(String name) {
        switch (name) {
            case "assess":
                return new Assess();
            case "check":
                return new Check();
            case "score":
                return new Score();
            case "reward":
                return new Reward();
            case "explain":
                return new Explain();
            case "advise":
                return new Advise();
            case "compare":
                return new Compare();
            case "verify":
                return new Verify();
            case "schema":
                return new Schema();
            case "template":
                return new TemplateCommand();
            default:
                throw new IllegalArgumentException(name);
        }
    }
}
