// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/** Classes that depend on each other in a ring: the strongly connected components of top-level classes, by Kosaraju's algorithm. */
final class ClassRings {

    private final Map<JavaClass, Set<JavaClass>> uses = new LinkedHashMap<>();
    private final Map<JavaClass, Set<JavaClass>> users = new LinkedHashMap<>();

    ClassRings(JavaClasses classes) {
        classes.forEach(type -> type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType).filter(target -> classes.contain(target.getName()))
                .forEach(target -> add(topLevel(type), topLevel(target))));
    }

    private void add(JavaClass user, JavaClass used) {
        if (!user.equals(used)) {
            uses.computeIfAbsent(user, any -> new HashSet<>()).add(used);
            users.computeIfAbsent(used, any -> new HashSet<>()).add(user);
        }
    }

    /** Each ring, as the classes in it. */
    Stream<Set<JavaClass>> stream() {
        List<JavaClass> finished = new ArrayList<>();
        Set<JavaClass> seen = new HashSet<>();
        uses.keySet().forEach(type -> collect(type, uses, seen, finished));
        Set<JavaClass> placed = new HashSet<>();
        List<Set<JavaClass>> rings = new ArrayList<>();
        for (int i = finished.size() - 1; i >= 0; i--) {
            List<JavaClass> ring = new ArrayList<>();
            collect(finished.get(i), users, placed, ring);
            rings.add(Set.copyOf(ring));
        }
        return rings.stream().filter(ring -> ring.size() > 1);
    }

    /** Adds a class and all that can be reached from it, each behind what can be reached from itself. */
    private static void collect(JavaClass type, Map<JavaClass, Set<JavaClass>> arrows, Set<JavaClass> seen, List<JavaClass> finished) {
        if (seen.add(type)) {
            arrows.getOrDefault(type, Set.of()).forEach(next -> collect(next, arrows, seen, finished));
            finished.add(type);
        }
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ClassRings::topLevel).orElse(type);
    }
}
