/** The only place where the stages meet: a folder and rules in, the whole result out. */
@NullMarked
package org.platscore.assessment;

import org.jspecify.annotations.NullMarked;
