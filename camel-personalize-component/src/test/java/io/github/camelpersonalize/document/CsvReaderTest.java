// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a CSV file says: its rows, each with the line on which it begins. */
class CsvReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the one that the header has most often           | `a;b,c;d\\n1;2;3`         | `[2 {a=1, b,c=2, d=3}]`
            tabs                                             | `a\\tb,c\\td\\n1\\t2`     | `[2 {a=1, b,c=2}]`
            a comma before a semicolon of the same number    | `a,b;c\\n1,2`             | `[2 {a=1, b;c=2}]`
            a semicolon before a tab of the same number      | `a\\tb;c\\n1;2`           | `[2 {a\tb=1, c=2}]`
            not what is in quotes                            | `"a;b;c",d\\n1,2`         | `[2 {a;b;c=1, d=2}]`
            the header is the first line that is not blank   | `\\n \\na;b\\n1;2,3,4`    | `[4 {a=1, b=2,3,4}]`
            a header of one column                           | `a\\n1\\n2`               | `[2 {a=1}, 3 {a=2}]`
            only the header counts                           | `a,b\\n1;2;3,4`           | `[2 {a=1;2;3, b=4}]`
            """)
    void theHeaderSaysWhatSeparatesCells(String what, String text, String rows) {
        assertThat(rows(text)).as(what).hasToString(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `sep=;\\na;b,c,d\\n1;2`     | `[3 {a=1, b,c,d=2}]`
            `"SEP=#"\\r\\na#b\\r\\n1#2` | `[3 {a=1, b=2}]`
            `sep=; \\t\\na;b\\n1;2`     | `[3 {a=1, b=2}]`
            `sep=;x\\n1`                | `[2 {sep==1}]`
            """)
    void aSeparatorLineSaysWhatSeparatesCellsAndIsCountedAsALine(String text, String rows) {
        assertThat(rows(text)).hasToString(rows);
    }

    @Test
    void theOptionCountsMoreThanASeparatorLine() {
        CsvReader reader = new CsvReader(Optional.of('|'), Map.of());

        assertThat(shown(reader.read("sep=;\na|b;c\n1|2"))).containsExactly("3 {a=1, b;c=2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a delimiter                            | `"x,y",2`         | `[2 {a=x,y, b=2}]`
            a line end                             | `"x\\ny",2`       | `[2 {a=x\ny, b=2}]`
            doubled quotes                         | `"x""y",2`        | `[2 {a=x"y, b=2}]`
            nothing but doubled quotes             | `\"""\","\"""\"\"` | `[2 {a=", b=""}]`
            white space                            | `" x ",2`         | `[2 {a= x , b=2}]`
            white space around the quotes is none  | ` \\t"x" \\t,2`   | `[2 {a=x, b=2}]`
            a quote within a cell is a sign        | `5" pipe,"2"`     | `[2 {a=5" pipe, b=2}]`
            the last cell of the file              | `1,"2"`           | `[2 {a=1, b=2}]`
            """)
    void quotesKeepWhatIsInThem(String what, String row, String rows) {
        assertThat(rows("a,b\\n" + row)).as(what).hasToString(rows);
    }

    @Test
    void spaceAroundACellDoesNotCountAndATabThatSeparatesIsNoSpace() {
        assertThat(rows("a , b\n  x y\t,\t2  \n")).containsExactly("2 {a=x y, b=2}");
        assertThat(rows("a\tb\n\t2\n1 \t \"2\" \n")).containsExactly("2 {b=2}", "3 {a=1, b=2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsCountedOnceAlsoWithinQuotes(String end) {
        String text = String.join(end, "a,b", "", "\"x", "\",1", "y,\"2", "", "3\"", "z", "");

        assertThat(rows(text)).containsExactly("3 {a=x" + end + ", b=1}", "5 {a=y, b=2" + end + end + "3}", "8 {a=z}");
    }

    @Test
    void rowsWithoutAnyTextAreLeftOutAndEmptyCellsToo() {
        assertThat(rows("a,b\n , \n\n,2\n\"\",\n1,\n")).containsExactly("4 {b=2}", "6 {a=1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n \n", ",,\n", "a,b", "a,b\n\n , \n", "sep=;\n"})
    void whereThereIsNoMoreThanAHeaderThereAreNoRows(String text) {
        assertThat(rows(text)).isEmpty();
    }

    @Test
    void onlyTheColumnsThatAreNamedAreReadUnderTheirNames() {
        CsvReader reader = new CsvReader(Optional.empty(), Map.of("Merkmal", "key", "Typ", "data_type"));

        assertThat(shown(reader.read("Typ;Notiz;;Merkmal\nnumber;x;y;age\n;x;;\n")))
                .containsExactly("2 {data_type=number, key=age}", "3 {}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `1,2,3`      | the row has 3 cells, the header 2; put a cell that has a delimiter in it into quotes
            `1,2,,3`     | the row has 4 cells, the header 2; put a cell that has a delimiter in it into quotes
            `1,"2" x`    | there is text after a closing quote; double the quotes within a cell in quotes
            `"1"2",3`    | there is text after a closing quote; double the quotes within a cell in quotes
            `1,2\uFFFD`  | the line has bytes that are not of the charset; say which it is, as in charset=windows-1252
            `1\\0,2`     | the line has bytes that are not of the charset; say which it is, as in charset=windows-1252
            `"1\uFFFD"2` | there is text after a closing quote; double the quotes within a cell in quotes
            """)
    void aRowThatCannotBeReadSaysWhyAtItsLineAndTheOthersAreRead(String row, String fault) {
        List<CsvRow> rows = reader().read("a,b\nx,y\n" + row.translateEscapes() + "\nz\n");

        assertThat(shown(rows)).containsExactly("2 {a=x, b=y}", "3 {fault=" + fault + "}", "4 {a=z}");
        assertThat(rows).extracting(CsvRow::fault).containsExactly(Optional.empty(), Optional.of(fault), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\n\"1\n2,\nz,", "x\n\"1\n\"\"", "x\n\"", "x\n1,\"2"})
    void aQuoteThatIsNotClosedIsToldAtItsLineAndNothingAfterItIsRead(String rows) {
        assertThat(rows("a,b\n" + rows)).containsExactly("2 {a=x}",
                "3 {fault=the quote that line 3 opens is not closed; nothing after it was read}");
    }

    @Test
    void emptyCellsBeyondTheHeaderAreNoFault() {
        assertThat(rows("a,b\n1,2,,\n1\n")).containsExactly("2 {a=1, b=2}", "3 {a=1}");
    }

    @Test
    void aCellWithoutANameInTheHeaderIsAFaultUnlessItIsEmpty() {
        assertThat(rows("a,,b\n1,,2\n1,x,2\n"))
                .containsExactly("2 {a=1, b=2}", "3 {fault=the cell in column 2 has no name in the header}");
    }

    @Test
    void aColumnNamedFaultIsNoFault() {
        assertThat(reader().read("fault\nnone\n")).extracting(CsvRow::fault).containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a,b,a\\n1,2,3`       | 1 {fault=the header has two columns for "a"; rename one of them}
            `\\n\\na,"b" c\\n1`   | 3 {fault=there is text after a closing quote; double the quotes within a cell in quotes}
            `"a,b\\n1,2`          | 1 {fault=the quote that line 1 opens is not closed; nothing after it was read}
            `a,b\uFFFD\\n1,2`     | 1 {fault=the line has bytes that are not of the charset; say which it is, as in charset=windows-1252}
            """)
    void withoutAHeaderNoRowIsRead(String text, String fault) {
        assertThat(rows(text)).containsExactly(fault);
    }

    @Test
    void aColumnThatIsNotThereIsToldWithTheNearestOneAndTheFirstOfSeveral() {
        CsvReader reader = new CsvReader(Optional.empty(), Map.of("Typ", "data_type", "Merkmal", "key", "Name", "name"));

        assertThat(shown(reader.read("Merkmale;Typ\nage;number"))).containsExactly("1 {fault=the header has no column \"Merkmal\""
                + " (did you mean \"Merkmale\"?); its columns are \"Merkmale\", \"Typ\"}");
    }

    @Test
    void twoColumnsForOneMemberAreAFault() {
        CsvReader reader = new CsvReader(Optional.empty(), Map.of("Merkmal", "key", "Schlüssel", "key"));

        assertThat(shown(reader.read("Merkmal;Schlüssel;x;x\na;b")))
                .containsExactly("1 {fault=the header has two columns for \"key\"; rename one of them}");
    }

    @Test
    void rowsWithTheSameTextInAColumnShareIt() {
        List<CsvRow> rows = reader().read("type,key\nnumber,a\nnumber,b\nstring,c\n");

        assertThat(rows.get(1).get("type")).isSameAs(rows.get(0).get("type"));
        assertThat(shown(rows)).containsExactly("2 {type=number, key=a}", "3 {type=number, key=b}", "4 {type=string, key=c}");
    }

    private static CsvReader reader() {
        return new CsvReader(Optional.empty(), Map.of());
    }

    private static List<String> rows(String text) {
        return shown(reader().read(text.translateEscapes()));
    }

    private static List<String> shown(List<CsvRow> rows) {
        return rows.stream().map(row -> row.line() + " " + row).toList();
    }
}
