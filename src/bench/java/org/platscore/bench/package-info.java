/** Speed and memory beside other programs on the same work: {@code mvn -B -Pbench -DskipTests verify}. */
@NullMarked
package org.platscore.bench;

import org.jspecify.annotations.NullMarked;
