package org.platscore.intake.sheet;

import org.platscore.finding.Message;
import org.platscore.finding.Severity;

/** Something to say of a file that is read all the same. */
public record FileNote(Severity severity, String code, Message message, Message action) {}
