// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of the page "CSV to attributes": the very files that the page shows. */
class CsvGuideTest extends EmulatedRoutes {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String TABLE = "key\tname\tdata_type\r\nweight\tGewicht\tnumber\r\n";

    @TempDir
    Path folder;

    @Test
    void aFolderOfFilesAsPeopleHaveThem() throws Exception {
        Files.writeString(folder.resolve("1-excel.csv"),
                "\uFEFFkey;name;data_type\r\nsize;Größe;string\r\n\r\nshoe;\"Schuh;Größe\";number\r\n");
        Files.writeString(folder.resolve("2-table.csv"), "\uFEFF" + TABLE, Charset.forName("UTF-16LE"));
        Files.writeString(folder.resolve("3-empty.csv"), "");
        Files.writeString(folder.resolve("people.csv"), new Snippet("people.csv").text());
        Files.writeString(folder.resolve("windows.csv"), "key,name,data_type\nage,Age,number\nstreet,Straße,string\n", WINDOWS_1252);
        context.getPropertiesComponent().addInitialProperty("inbox", folder.toString());
        context.getPropertiesComponent().addInitialProperty("poll.delay", "100");
        load("csv.yaml");

        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve(".done/windows.csv")));
        assertThat(folder.resolve(".done/3-empty.csv")).exists();
        assertThat(emulator().project(PROJECT).attribute("size").path("name").textValue()).isEqualTo("Größe");
        assertThat(emulator().project(PROJECT).attribute("shoe").path("name").textValue()).isEqualTo("Schuh;Größe");
        assertThat(emulator().project(PROJECT).attribute("weight").path("name").textValue()).isEqualTo("Gewicht");
        assertThat(folder.resolve(".errors")).isDirectoryContaining("glob:**people.csv.txt")
                .isDirectoryContaining("glob:**windows.csv.txt").isDirectoryNotContaining("glob:**/{1,2,3}*");
        assertThat(uids(Files.readString(folder.resolve(".errors/people.csv.txt")))).isEqualTo(uids(new Snippet("people.txt").text()));
        assertThat(folder.resolve(".errors/windows.csv.txt")).content().contains("windows.csv:3", "1 UNCHANGED, 1 REJECTED",
                "the line has bytes that are not of the charset");
    }

    @Test
    void aFileWithOtherColumns() throws Exception {
        load("csv-columns.yaml");

        Exchange sent = context.createProducerTemplate().request("direct:csv", exchange -> exchange.getMessage()
                .setBody("Merkmal;Notiz;Name (Anzeige);Typ\r\nsize;neu, wichtig;Größe;string\r\n".getBytes(WINDOWS_1252)));

        assertThat(sent.getMessage().getBody(BatchReport.class).toString()).endsWith("1 items: 1 CREATED");
        assertThat(emulator().project(PROJECT).attribute("size").path("name").textValue()).isEqualTo("Größe");
    }

    /** A report whose uids are all the same. */
    private static String uids(String report) {
        return report.replaceAll("\\b[0-9a-f]{24}\\b", "64c7787b333555469a861221").strip();
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.resolveResource(context, "classpath:docs/" + file));
    }
}
