/** The program as users see it, held against published figures and against itself on changed inputs. */
package org.platscore.published;
