// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.emulator.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PlanPageIT {

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = new Browser(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void look() throws IOException {
        browser.size(1280, 900);
        browser.colours("light");
        show(Example.everything());
    }

    @AfterEach
    void scriptsAgain() {
        scripts(true);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void itFitsTheScreen(int width, String colours) throws IOException {
        browser.size(width, 900);
        browser.colours(colours);

        for (String state : List.of("closed", "open")) {
            assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            assertThat(strings("return [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.matches('.skip, .visually-hidden')"
                    + " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML)")).isEmpty();
            Files.write(Files.createDirectories(Path.of("target")).resolve("plan-" + width + "-" + colours + "-" + state + ".png"), browser.picture());
            element("#toggle").click();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void axeFindsNoFault(int width, String colours) throws IOException {
        browser.size(width, 900);
        browser.colours(colours);
        element("#toggle").click();

        Map<?, ?> found = axe();

        assertThat(told(found, "violations")).isEmpty();
        assertThat(told(found, "incomplete")).noneMatch(fault -> fault.startsWith("color-contrast"));
        assertThat(told(found, "passes")).anyMatch(fault -> fault.startsWith("color-contrast"));
    }

    @Test
    void nothingIsRequestedFromAnywhere() {
        assertThat(strings("return performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.startsWith('data:'))")).isEmpty();
        assertThat(strings("return [...document.querySelectorAll('[src], [href], [srcset], [action], iframe, object, embed, base')]"
                + ".map(e => e.outerHTML)")).containsExactly("<link rel=\"icon\" href=\"data:,\">",
                        "<a class=\"skip\" href=\"#steps\">Skip to the steps</a>");
    }

    @Test
    void whateverATextHoldsIsText() {
        assertThat(browser.driver().getTitle()).isEqualTo("Plan for project 66f2c0d1a7b3e9");
        assertThat(strings("return [...document.querySelectorAll('.key')].map(e => e.textContent)"))
                .contains("</script><img src=x onerror=document.title='owned'>");
        assertThat(browser.driver().findElements(By.tagName("img"))).isEmpty();
    }

    @Test
    void aScriptThatGotInWouldNotRun() {
        browser.driver().executeScript("const script = document.createElement('script'); script.textContent = \"document.title = 'owned'\";"
                + "document.body.append(script)");

        assertThat(browser.driver().getTitle()).isEqualTo("Plan for project 66f2c0d1a7b3e9");
    }

    @Test
    void theKeyReachesEverythingInReadingOrder() {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            focused().sendKeys(Keys.TAB);
            order.add(focused().getTagName() + " " + string("return (document.activeElement.labels?.[0] ?? document.activeElement)"
                    + ".textContent.trim().replace(/\\s+/g, ' ')"));
        }

        assertThat(order).containsExactly("a Skip to the steps", "button Open all", "input to create 3", "input to update 4", "input to delete 2",
                "input unchanged 3", "input blocked 2", "summary - delete experience Summer sale 66f2c0d1a7b3e9c2",
                "summary ! blocked audience Sale hunters 66f2c0d1a7b3e9a2");
    }

    @Test
    void whatHasTheFocusIsSeen() {
        for (int i = 0; i < 9; i++) {
            focused().sendKeys(Keys.TAB);

            assertThat(string("const e = document.activeElement; return getComputedStyle(e.closest('.filter') ?? e).outlineStyle + ' '"
                    + " + getComputedStyle(e.closest('.filter') ?? e).outlineWidth")).isEqualTo("solid 3px");
            assertThat(focused().getRect().getX()).isNotNegative();
        }
    }

    @Test
    void theSkipLinkLeadsToTheSteps() {
        focused().sendKeys(Keys.TAB);
        focused().sendKeys(Keys.ENTER);
        focused().sendKeys(Keys.TAB);

        assertThat(focused().getText()).contains("Summer sale");
    }

    @Test
    void aFilterWorksByKeyboard() {
        int all = shown().size();
        tabTo("show-create");
        focused().sendKeys(Keys.SPACE);

        assertThat(shown()).hasSize(all - 3).doesNotContain("create");
        assertThat(element("#shown").getDomProperty("textContent")).isEqualTo("8 of 11 steps are shown");
        focused().sendKeys(Keys.SPACE);
        assertThat(shown()).hasSize(all);
    }

    @Test
    void aGroupWithNothingToShowGoes() {
        for (String action : List.of("create", "update", "unchanged")) {
            element("#show-" + action).click();
        }

        assertThat(headings()).containsExactly("Warnings", "Experiences to delete", "Audiences to delete", "Attributes to delete", "Audiences");
    }

    @Test
    void aStepOpensByKeyboard() {
        tabTo("show-blocked");
        while (!focused().getText().contains("age")) {
            focused().sendKeys(Keys.TAB);
        }
        WebElement step = focused().findElement(By.xpath(".."));
        assertThat(step.findElement(By.cssSelector(".body")).isDisplayed()).isFalse();

        focused().sendKeys(Keys.ENTER);
        assertThat(step.findElement(By.cssSelector(".body")).getText()).contains("data_type", "\"number\"");
        focused().sendKeys(Keys.SPACE);
        assertThat(step.findElement(By.cssSelector(".body")).isDisplayed()).isFalse();
    }

    @Test
    void whatIsBlockedUpdatedOrDeletedIsOpenFromTheStart() {
        assertThat(strings("return [...document.querySelectorAll('details.step[open]')].map(step => step.dataset.action)")).containsOnly("update",
                "blocked", "delete");
        assertThat(browser.driver().findElements(By.cssSelector("details[data-action=delete]:not([open])"))).isEmpty();
    }

    @Test
    void allStepsOpenAndCloseAtOnce() {
        WebElement toggle = element("#toggle");
        toggle.sendKeys(Keys.ENTER);
        assertThat(browser.driver().findElements(By.cssSelector("details:not([open])"))).isEmpty();
        assertThat(toggle.getText()).isEqualTo("Close all");

        toggle.sendKeys(Keys.SPACE);
        assertThat(browser.driver().findElements(By.cssSelector("details[open]"))).isEmpty();
        assertThat(toggle.getText()).isEqualTo("Open all");
    }

    @Test
    void withoutScriptsThePageReadsAndFiltersAllTheSame() {
        scripts(false);
        browser.driver().navigate().refresh();

        assertThat(element("#toggle").isDisplayed()).isFalse();
        int all = shown().size();
        tabTo("show-update");
        focused().sendKeys(Keys.SPACE);
        assertThat(shown()).hasSize(all - 4).doesNotContain("update");
        assertThat(element("details[data-action=delete] .body").getText()).contains("Because: this component created it");
        element("details[data-action=create] summary").sendKeys(Keys.ENTER);
        assertThat(element("details[data-action=create] .body").getText()).contains("data_type");
    }

    @Test
    void onPaperEverythingIsOpen() {
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));

        assertThat(strings("return [...document.querySelectorAll('.step .body')].filter(body => body.getBoundingClientRect().height === 0)"
                + ".map(body => body.outerHTML)")).isEmpty();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void aPlanThatApplyRefusesSaysSoFirst() throws IOException {
        show(Example.everything().refusedBecause("the plan deletes 2 definitions"));

        assertThat(element("main > :first-child").getText()).isEqualTo("Refused: the plan deletes 2 definitions");
    }

    @Test
    void aPlanWithoutAnyStepSaysSo() throws IOException {
        show(new Plan("p1", List.of(), Optional.empty(), List.of()));

        assertThat(element(".summary").getText()).isEqualTo("Nothing to do: the project matches the manifest.");
        assertThat(element(".none").getText()).isEqualTo("The manifest contains no definitions, and nothing will be deleted.");
        assertThat(element("#toggle").isDisplayed()).isFalse();
    }

    private static void show(Plan plan) throws IOException {
        Path page = Files.writeString(folder.resolve("plan.html"), plan.toHtml());
        browser.driver().get(page.toUri().toString());
    }

    private static void scripts(boolean on) {
        browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    private static void tabTo(String id) {
        for (int i = 0; i < 20 && !id.equals(focused().getDomAttribute("id")); i++) {
            focused().sendKeys(Keys.TAB);
        }
        assertThat(focused().getDomAttribute("id")).isEqualTo(id);
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private static WebElement element(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    /** The actions of the steps that are to be seen. */
    private static List<String> shown() {
        return strings("return [...document.querySelectorAll('.step')].filter(e => e.checkVisibility()).map(e => e.dataset.action)");
    }

    private static List<String> headings() {
        return strings("return [...document.querySelectorAll('h2')].filter(e => e.checkVisibility()).map(e => e.textContent)");
    }

    private static Map<?, ?> axe() throws IOException {
        try (InputStream in = PlanPageIT.class.getResourceAsStream("/axe.min.js")) {
            browser.driver().executeScript(new String(in.readAllBytes(), UTF_8));
        }
        return (Map<?, ?>) browser.driver().executeAsyncScript("axe.run().then(arguments[arguments.length - 1])");
    }

    private static List<String> told(Map<?, ?> found, String kind) {
        List<String> told = new ArrayList<>();
        for (Object rule : (List<?>) found.get(kind)) {
            for (Object node : (List<?>) ((Map<?, ?>) rule).get("nodes")) {
                told.add(((Map<?, ?>) rule).get("id") + ": " + ((Map<?, ?>) node).get("html") + " " + ((Map<?, ?>) node).get("failureSummary"));
            }
        }
        return told;
    }

    private static long number(String script) {
        return (Long) browser.driver().executeScript(script);
    }

    private static String string(String script) {
        return (String) browser.driver().executeScript(script);
    }

    private static List<String> strings(String script) {
        List<String> strings = new ArrayList<>();
        ((List<?>) browser.driver().executeScript(script)).forEach(item -> strings.add((String) item));
        return strings;
    }
}
