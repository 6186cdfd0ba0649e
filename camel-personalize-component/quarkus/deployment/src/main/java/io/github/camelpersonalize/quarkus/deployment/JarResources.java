// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.paths.PathVisit;

/** The files of a jar that a program may read: schemas, pages, Kamelets, services. */
final class JarResources {

    /** Classes, and what is there for tools. */
    private static final Pattern NOT_READ = Pattern.compile(".*[.]class|META-INF/(MANIFEST[.]MF|jandex[.]idx|maven/.*|native-image/.*)");

    private JarResources() {}

    static List<String> of(ApplicationArchive jar) {
        List<String> paths = new ArrayList<>();
        jar.accept(tree -> tree.walk(visit -> {
            String path = visit.getRelativePath();
            if (!path.isEmpty() && !NOT_READ.matcher(path).matches() && isFile(visit)) {
                paths.add(path);
            }
        }));
        paths.sort(null);
        return paths;
    }

    private static boolean isFile(PathVisit visit) {
        return Files.isRegularFile(visit.getPath());
    }
}
