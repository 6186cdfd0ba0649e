// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PageBrowserIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    static Path profile;

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension(EmulatorOptions.defaults());

    private static Browser browser;

    private PersonalizeEmulator emulator;
    private Client client;

    @BeforeAll
    static void open() {
        browser = new Browser(profile);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void look() {
        emulator = EMULATOR.emulator();
        client = new Client(emulator);
        browser.size(1280, 900);
        browser.colours("light");
        browser.driver().get(emulator.baseUrl() + "/");
        await().atMost(SOON).until(() -> text("#connection").startsWith("Live"));
    }

    @Test
    void anEmptyEmulatorSaysHowToUseIt() {
        assertThat(text("#empty")).contains(emulator.baseUrl(), "authtoken: emulator-authtoken", "x-project-uid");
        assertThat(text("#noRequests")).isEqualTo("No requests yet.");
    }

    @Test
    void thePageFillsUpWhileRequestsArrive() {
        client.post("/attributes", attribute("Age", "age"));
        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#attributes tbody tr")).hasSize(1));
        client.post("/attributes", attribute("Size", "size"));
        client.post("/events", "{\"name\": \"Purchase\", \"key\": \"purchase\"}");
        client.post("/audiences", "{\"name\": \"Adults\"}");
        client.post("/experiences", "{\"name\": \"Hero\", \"type\": \"AB_TEST\"}");
        client.get("/attributes/none");

        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#log tr")).hasSize(6));
        assertThat(rows("#attributes tbody tr")).first().asString().startsWith("Size size number ");
        assertThat(text("#attributes .count")).isEqualTo("2");
        assertThat(rows("#events tbody tr")).first().asString().startsWith("Purchase purchase ");
        assertThat(rows("#audiences tbody tr")).first().asString().startsWith("Adults ");
        assertThat(rows("#experiences tbody tr")).first().asString().startsWith("Hero AB_TEST DRAFT ");
        assertThat(rows("#log tr")).first().asString().endsWith("GET 405 /attributes/none");
        assertThat(text("#total")).isEqualTo("6");
    }

    @Test
    void theShareOfTheLimitIsShown() {
        for (int i = 0; i < 4; i++) {
            client.get("/events");
        }

        await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(() -> text("#usedText").matches("[1-4] of 10"));
        await().atMost(SOON).until(() -> text("#usedText").equals("0 of 10"));
    }

    @Test
    void whateverANameHoldsIsText() {
        String name = "<script>document.title = 'owned'</script><img src=x onerror=document.title='owned'>";
        client.post("/attributes", attribute(name, "<b>key</b>"));

        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#attributes tbody tr")).first().asString().startsWith(name + " <b>key</b> number"));
        assertThat(browser.driver().getTitle()).isEqualTo("Personalize emulator");
        assertThat(browser.driver().findElements(By.cssSelector("#attributes img, #attributes b"))).isEmpty();
    }

    @Test
    void rowsStayInPlaceWhileThePageLooksAgain() {
        client.post("/attributes", attribute("Age", "age"));
        await().atMost(SOON).until(() -> rows("#attributes tbody tr").size() == 1);
        WebElement row = browser.driver().findElement(By.cssSelector("#attributes tbody tr"));
        client.post("/attributes", attribute("Size", "size"));
        await().atMost(SOON).until(() -> rows("#attributes tbody tr").size() == 2);

        assertThat(row.getText()).startsWith("Age");
    }

    @Test
    void aProjectCanBeChosenByKeyboard() {
        emulator.seed("first", "{\"events\": [{\"key\": \"one\", \"name\": \"One\"}]}");
        emulator.seed("second", "{\"events\": [{\"key\": \"two\", \"name\": \"Two\"}]}");
        await().atMost(SOON).until(() -> text("#projectUid").equals("first"));

        browser.driver().findElement(By.id("projects")).sendKeys("second");

        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#events tbody tr")).first().asString().startsWith("Two two"));
        assertThat(new Select(browser.driver().findElement(By.id("projects"))).getFirstSelectedOption().getText()).isEqualTo("second");
    }

    @Test
    void theKeyReachesEverythingInReadingOrder() {
        emulator.seed("first", "{}");
        emulator.seed("second", "{}");
        await().atMost(SOON).until(() -> browser.driver().findElement(By.id("chooser")).isDisplayed());
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement focused = browser.driver().switchTo().activeElement();
            order.add(focused.getText().lines().findFirst().orElse(focused.getAccessibleName()));
        }

        assertThat(order).containsExactly("Skip to the requests", "Pause", "first", "as JSON", "as JSON");
    }

    @Test
    void whatMovesCanBePaused() {
        WebElement pause = browser.driver().findElement(By.id("pause"));
        pause.sendKeys(Keys.SPACE);
        client.get("/events");

        await().during(Duration.ofMillis(1200)).atMost(SOON).until(() -> text("#connection").equals("Paused") && text("#total").equals("0"));
        assertThat(pause.getDomAttribute("aria-pressed")).isEqualTo("true");
        pause.sendKeys(Keys.ENTER);
        await().atMost(SOON).until(() -> text("#total").equals("1"));
    }

    @Test
    void aLostEmulatorIsSaid() {
        try (PersonalizeEmulator other = PersonalizeEmulator.start()) {
            browser.driver().get(other.baseUrl());
            await().atMost(SOON).until(() -> text("#connection").startsWith("Live"));
        }

        await().atMost(SOON).until(() -> text("#connection").equals("The emulator does not answer; trying again …"));
    }

    @Test
    void thePageIsWellFormedForThoseWhoDoNotSeeIt() {
        client.post("/attributes", attribute("Age", "age"));
        await().atMost(SOON).until(() -> rows("#attributes tbody tr").size() == 1);

        assertThat(browser.driver().findElements(By.cssSelector("html[lang], main, header, h1"))).hasSize(4);
        assertThat(browser.driver().findElements(By.cssSelector("th:not([scope]), img, [onclick]"))).isEmpty();
        Set<String> unnamed = Set.copyOf(browser.driver().findElements(By.cssSelector("button, a, select, meter, section")).stream()
                .filter(WebElement::isDisplayed).filter(element -> element.getAccessibleName().isBlank()).map(WebElement::getTagName).toList());
        assertThat(unnamed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void itFitsTheScreen(int width, String colours) throws IOException {
        browser.size(width, 900);
        browser.colours(colours);
        browser.driver().navigate().refresh();
        fill();
        await().atMost(SOON).until(() -> rows("#log tr").size() > 20);

        assertThat(width(".gauges")).isLessThanOrEqualTo(width);
        assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        Files.write(Files.createDirectories(Path.of("target")).resolve("page-" + width + "-" + colours + ".png"), browser.picture());
    }

    private void fill() {
        emulator.seed("p1", """
                {"attributes": [
                   {"name": "Age", "key": "age", "data_type": "number"}, {"name": "Loyalty tier", "key": "loyalty_tier", "data_type": "string"},
                   {"name": "Newsletter", "key": "newsletter", "data_type": "boolean"}, {"name": "Member since", "key": "member_since", "data_type": "date"},
                   {"name": "A name without any place to break it: Donaudampfschifffahrtsgesellschaftskapitänsmütze",
                    "key": "donaudampfschifffahrtsgesellschaftskapitaensmuetze", "data_type": "string"},
                   {"name": "<script>alert(1)</script>", "key": "xss", "data_type": "string"}],
                 "audiences": [{"name": "Adults"}, {"name": "Winter shoppers in Chicago"}],
                 "events": [{"name": "Product viewed", "key": "product_viewed"}, {"name": "Order completed", "key": "order_completed"}],
                 "experiences": [{"name": "Home page hero", "type": "SEGMENTED", "status": "ACTIVE"}, {"name": "Check-out test", "type": "AB_TEST"}]}""");
        String uid = emulator.project("p1").attribute("age").path("uid").asText();
        client.put("/attributes/" + uid, attribute("Age", "age"));
        client.post("/attributes", attribute("Age", "age"));
        client.delete("/attributes/none");
        for (int i = 0; i < 25; i++) {
            client.get(i % 2 == 0 ? "/events" : "/experiences/priority");
        }
    }

    private static String attribute(String name, String key) {
        return "{\"name\": \"%s\", \"key\": \"%s\", \"data_type\": \"number\"}".formatted(name, key);
    }

    private static String text(String css) {
        return browser.driver().findElement(By.cssSelector(css)).getText();
    }

    private static long width(String css) {
        return browser.driver().findElement(By.cssSelector(css)).getSize().getWidth();
    }

    private static List<String> rows(String css) {
        List<String> rows = new ArrayList<>();
        for (Object row : (List<?>) browser.driver().executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(row => [...row.cells].map(cell => cell.textContent).join(' '))", css)) {
            rows.add((String) row);
        }
        return rows;
    }
}
