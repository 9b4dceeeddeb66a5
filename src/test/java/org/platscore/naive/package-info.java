/**
 * A second, naive implementation of the rules language, written from its specification alone: plain, slow, obvious code
 * that shares nothing with the program. {@link org.platscore.naive.DifferentialTest} holds the two against each other on
 * seeded random rules and data.
 */
package org.platscore.naive;
