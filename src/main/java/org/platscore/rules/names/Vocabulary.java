package org.platscore.rules.names;

import java.util.Map;
import java.util.Set;

/**
 * What rules of a section may name: all that earlier sections declare.
 *
 * @param measures by name, in file order
 * @param roster the roster's columns by name, in file order; not those that are personal
 * @param personal the names of those that are
 */
public record Vocabulary(Map<String, Term> measures, Map<String, Term> roster, Set<String> personal) {}
