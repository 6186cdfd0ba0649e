// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A pipeline as a build server reads it: the shell commands of each job, in order, with their environment. */
record Pipeline(Map<String, Object> document) {

    /** The variables of all jobs, and those that the build server fills in. */
    record Job(String script, Map<String, String> environment) {}

    /**
     * Prints a job as a script for bash. The values that the build server fills in are left out: they come from the environment of the script.
     *
     * @param arguments
     *            the file, "github" or "gitlab", and the name of the job
     */
    public static void main(String[] arguments) throws Exception {
        Pipeline pipeline = read(Path.of(arguments[0]));
        Job job = arguments[1].equals("github") ? pipeline.github(arguments[2]) : pipeline.gitlab(arguments[2]);
        job.environment().forEach((name, value) -> System.out.print(value.contains("${{") ? "" : "export " + name + "='" + value + "'\n"));
        System.out.println("set -e\n" + job.script());
    }

    static Pipeline read(Path file) throws Exception {
        return new Pipeline(map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file))));
    }

    /** A job of a workflow for GitHub: each step is a shell of its own, which ends at the first failure. */
    Job github(String name) {
        List<Map<String, Object>> steps = list(map(map(document.get("jobs")).get(name)).get("steps"));
        Map<String, String> environment = texts(document.get("env"));
        steps.forEach(step -> environment.putAll(texts(step.get("env"))));
        return new Job(steps.stream().map(step -> step.get("run")).filter(Objects::nonNull)
                .map(script -> "bash -e <<'STEP'\n" + script + "\nSTEP\n")
                .collect(Collectors.joining()), environment);
    }

    /** What the workflow takes from others: the names with their versions. */
    Stream<String> actions() {
        return map(document.get("jobs")).values().stream()
                .flatMap(job -> Pipeline.<Map<String, Object>>list(map(job).get("steps")).stream())
                .map(step -> (String) step.get("uses")).filter(Objects::nonNull);
    }

    /** A job of GitLab: its commands are one shell, after those of all jobs. */
    Job gitlab(String name) {
        List<String> commands = Stream.concat(Pipeline.<String>list(map(document.get("default")).get("before_script")).stream(),
                Pipeline.<String>list(map(document.get(name)).get("script")).stream()).toList();
        return new Job(String.join("\n", commands), texts(document.get("variables")));
    }

    private static Map<String, String> texts(Object variables) {
        Map<String, String> texts = new TreeMap<>();
        map(variables).forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object value) {
        return (List<T>) value;
    }
}
