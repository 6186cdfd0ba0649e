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
import org.openqa.selenium.OutputType;
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
        assertThat(rows("#log tr")).first().asString().endsWith("GET 405 /attributes/none p1");
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
        for (int i = 0; i < 10; i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement focused = browser.driver().switchTo().activeElement();
            order.add(focused.getText().lines().map(String::strip).findFirst().orElse(focused.getAccessibleName()));
        }

        assertThat(order).containsExactly("Skip to the requests", "Pause", "Fail the next requests", "first", "Find", "as JSON", "as JSON", "Text",
                "all", "all");
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
        Set<String> unnamed = Set.copyOf(browser.driver().findElements(By.cssSelector("button, a, select, input, textarea, meter, section, summary")).stream()
                .filter(WebElement::isDisplayed).filter(element -> element.getAccessibleName().isBlank()).map(WebElement::getTagName).toList());
        assertThat(unnamed).isEmpty();
    }

    @Test
    void charactersThatAreNotSeenAreShownAsEscapes() {
        client.post("/attributes", attribute("\\u202egnp.\\u202c\\u200b\\u0007\\u2028", "bidi"));
        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#attributes tbody tr")).first().asString()
                .startsWith("\\u202egnp.\\u202c\\u200b\\u0007\\u2028 bidi"));

        press("#attributes .open");
        assertThat(text("#dialogTitle")).isEqualTo("attribute \\u202egnp.\\u202c\\u200b\\u0007\\u2028");
        button("Edit").click();
        element("textarea").sendKeys(" ");
        button("Save").click();
        await().atMost(SOON).until(() -> text("#dialogSaid").equals("Saved."));
        assertThat(emulator.project("p1").attribute("bidi").path("name").asText()).isEqualTo("\u202egnp.\u202c\u200b\u0007\u2028");
    }

    @Test
    void aDefinitionOpensByKeyboardWithItsMembersAndUsers() {
        String uid = client.post("/audiences", "{\"name\": \"Adults\", \"rules\": {\"n\": 1.00}}").uid();
        client.post("/experiences", "{\"name\": \"Hero\", \"type\": \"SEGMENTED\", \"variants\": [{\"name\": \"A\", \"audience_uid\": \"" + uid + "\"}]}");
        await().atMost(SOON).until(() -> rows("#experiences tbody tr").size() == 1);

        element("#audiences .open").sendKeys(Keys.ENTER);
        await().atMost(SOON).until(() -> element("#dialog").isDisplayed());
        assertThat(text("#dialogTitle")).isEqualTo("audience Adults");
        assertThat(text("#dialog pre")).contains("\"uid\" : \"" + uid + "\"", "\"n\" : 1.00", "created_at");
        assertThat(text("#dialogBody li")).isEqualTo("experience Hero at variants/0/audience_uid");

        element("#dialogBody li .open").sendKeys(Keys.ENTER);
        await().atMost(SOON).until(() -> text("#dialogTitle").equals("experience Hero"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        await().atMost(SOON).until(() -> !element("#dialog").isDisplayed());
    }

    @Test
    void aDefinitionIsChangedAndDeletedByHand() {
        client.post("/attributes", attribute("Age", "age"));
        await().atMost(SOON).until(() -> rows("#attributes tbody tr").size() == 1);
        press("#attributes .open");

        button("Edit").click();
        retype("{\"name\": 1}");
        button("Save").click();
        await().atMost(SOON).until(() -> text("#dialogSaid").startsWith("400 The attribute is refused: "));
        retype("{\"name\": \"Years\", \"key\": \"age\", \"data_type\": \"number\"}");
        button("Save").click();
        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#attributes tbody tr")).first().asString().startsWith("Years age"));
        assertThat(text("#dialogTitle")).isEqualTo("attribute Years");

        button("Delete").click();
        assertThat(emulator.project("p1").attributes()).hasSize(1);
        button("Delete now").click();
        await().atMost(SOON).until(() -> rows("#attributes tbody tr").isEmpty());
        assertThat(element("#dialog").isDisplayed()).isFalse();
        assertThat(emulator.requestCount()).isEqualTo(1);
    }

    @Test
    void anExperienceMovesToAnotherStatus() {
        client.post("/experiences", "{\"name\": \"Hero\", \"type\": \"AB_TEST\"}");
        await().atMost(SOON).until(() -> rows("#experiences tbody tr").size() == 1);
        press("#experiences .open");

        new Select(element("#status")).selectByVisibleText("ACTIVE");

        await().atMost(SOON).until(() -> rows("#experiences tbody tr").get(0).contains(" ACTIVE "));
        assertThat(emulator.project("p1").experience("Hero").path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void aVersionOfALiveExperienceOpensAndIsChanged() {
        try (PersonalizeEmulator live = PersonalizeEmulator.start(EmulatorOptions.defaults().personality(Personality.LIVE))) {
            new Client(live).post("/experiences", "{\"name\": \"Hero\", \"__type\": \"AB_TEST\"}");
            browser.driver().get(live.baseUrl());
            await().atMost(SOON).until(() -> rows("#experiences tbody tr").size() == 1);
            press("#experiences .open");
            assertThat(texts("#dialog h3")).containsExactly("Members", "Used by", "Version 1, DRAFT");

            browser.driver().findElements(By.cssSelector("#dialog .block")).get(2).findElement(By.xpath(".//button[text()='Edit']")).click();
            retype("{\"status\": \"ACTIVE\", \"variants\": [{\"__type\": \"ABTestVariant\", \"name\": \"A\", \"trafficDistribution\": 50},"
                    + " {\"__type\": \"ABTestVariant\", \"name\": \"B\", \"trafficDistribution\": 50}]}");
            button("Save").click();

            await().atMost(SOON).untilAsserted(() -> assertThat(text("#dialogSaid")).isEqualTo("Saved."));
            await().atMost(SOON).untilAsserted(() -> assertThat(texts("#dialog h3")).contains("Version 1, ACTIVE"));
            assertThat(live.project("p1").latestVersion("Hero").path("status").asText()).isEqualTo("ACTIVE");
        }
    }

    @Test
    void aRequestOpensWithItsAnswerAndWithoutSecrets() {
        client.post("/events", "{\"key\": \"<script>\"}");
        await().atMost(SOON).until(() -> rows("#log tr").size() == 1);
        element("#log .open").sendKeys(Keys.ENTER);
        await().atMost(SOON).until(() -> element("#dialog").isDisplayed());

        assertThat(text("#dialogTitle")).isEqualTo("#1 POST /events");
        assertThat(text("#dialogBody")).contains("project p1", "createEvent", "authtoken: ***", "{\"key\": \"<script>\"}", "400",
                "The event is refused: name is required.").doesNotContain(emulator.authtoken());
    }

    @Test
    void requestsAreFilteredByTextProjectAndOutcome() {
        emulator.seed("p2", "{}");
        client.post("/events", "{\"key\": \"buy\"}");
        client.get("/attributes");
        client.send(client.bare("/events").header("authtoken", emulator.authtoken()).header("x-project-uid", "p2"));
        await().atMost(SOON).until(() -> rows("#log tr").size() == 3);

        new Select(element("#filterProject")).selectByVisibleText("p2");
        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#log tr")).singleElement().asString().endsWith("GET 200 /events p2"));
        new Select(element("#filterProject")).selectByVisibleText("all");
        new Select(element("#filterOutcome")).selectByVisibleText("4xx");
        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#log tr")).singleElement().asString().endsWith("POST 400 /events p1"));
        element("#filterText").sendKeys("nothing like it");
        await().atMost(SOON).until(() -> text("#noRequests").equals("No such requests."));
    }

    @Test
    void aDefinitionBeyondTheNewestIsFound() {
        StringBuilder events = new StringBuilder();
        for (int i = 10; i < 40; i++) {
            events.append(i == 10 ? "" : ",").append("{\"key\":\"k").append(i).append("\",\"name\":\"N\"}");
        }
        emulator.seed("p1", "{\"events\":[" + events + "]}");
        await().atMost(SOON).until(() -> text("#events .more").equals("and 18 older"));

        element("#find").sendKeys("K11");

        await().atMost(SOON).untilAsserted(() -> assertThat(rows("#events tbody tr")).singleElement().asString().startsWith("N k11"));
        assertThat(text("#events .more")).isEqualTo("1 found");
    }

    @Test
    void theOrderOfExperiencesIsShown() {
        String first = client.post("/experiences", "{\"name\": \"Hero\", \"type\": \"AB_TEST\"}").uid();
        String second = client.post("/experiences", "{\"name\": \"Banner\", \"type\": \"AB_TEST\"}").uid();
        await().atMost(SOON).until(() -> texts("#order li").equals(List.of("Hero", "Banner")));

        client.put("/experiences/priority", "{\"priority\": [\"" + second + "\", \"" + first + "\"]}");

        await().atMost(SOON).untilAsserted(() -> assertThat(texts("#order li")).containsExactly("Banner", "Hero"));
    }

    @Test
    void aReloadKeepsTheChosenProject() {
        emulator.seed("first", "{}");
        emulator.seed("second", "{}");
        await().atMost(SOON).until(() -> element("#chooser").isDisplayed());
        new Select(element("#projects")).selectByVisibleText("second");
        await().atMost(SOON).until(() -> text("#projectUid").equals("second"));

        browser.driver().navigate().refresh();

        await().atMost(SOON).until(() -> text("#projectUid").equals("second"));
    }

    @Test
    void theNextRequestsFailAsChosen() {
        element("#trouble summary").sendKeys(Keys.ENTER);
        new Select(element("#fault")).selectByValue("429");
        new Select(element("#faultMethod")).selectByVisibleText("GET");
        button("Fail").click();
        await().atMost(SOON).until(() -> texts("#scripts li").equals(List.of("GET /**: 429, 1 left")));

        assertThat(client.post("/events", "{\"name\": \"A\", \"key\": \"a\"}").status()).isEqualTo(201);
        Client.Answer failed = client.get("/events");
        assertThat(failed.status()).isEqualTo(429);
        assertThat(failed.response().headers().firstValue("Retry-After")).hasValue("2");
        assertThat(client.get("/events").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"503", "500", "504", "429", "401", "SLOW", "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK",
            "RANDOM_DATA_THEN_CLOSE"})
    void eachFaultOfThePageIsAcceptedAndForgotten(String fault) {
        element("#trouble summary").click();
        assertThat(new Select(element("#fault")).getOptions()).hasSize(10);
        new Select(element("#fault")).selectByValue(fault);
        button("Fail").click();
        await().atMost(SOON).until(() -> text("#scripted").equals("1"));

        element("#forget").click();
        await().atMost(SOON).until(() -> text("#scripted").equals("0"));
        assertThat(emulator.scriptsLeft()).isEmpty();
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
        element("#trouble summary").click();
        button("Fail").click();
        await().atMost(SOON).until(() -> text("#scripted").equals("1"));
        assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        picture("page-" + width + "-" + colours, true);
        for (String opened : List.of("#experiences .open", "#log .open")) {
            press(opened);
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            assertThat((Boolean) browser.driver().executeScript("const e = document.getElementById('dialog'); return e.scrollWidth <= e.clientWidth"))
                    .isTrue();
            picture("dialog-" + opened.substring(1, 4) + "-" + width + "-" + colours, false);
            element("#closeDialog").click();
        }
    }

    private static void picture(String name, boolean whole) throws IOException {
        byte[] picture = whole ? browser.picture() : browser.driver().getScreenshotAs(OutputType.BYTES);
        Files.write(Files.createDirectories(Path.of("target")).resolve(name + ".png"), picture);
    }

    private static WebElement element(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private static WebElement button(String text) {
        return browser.driver().findElements(By.xpath("//button[text()='" + text + "']")).stream().filter(WebElement::isDisplayed).findFirst()
                .orElseThrow();
    }

    /** Opens what is behind a button and waits for it. */
    private static void press(String css) {
        element(css).click();
        await().atMost(SOON).until(() -> element("#dialog").isDisplayed());
    }

    private static void retype(String json) {
        WebElement area = browser.driver().findElements(By.tagName("textarea")).stream().filter(WebElement::isDisplayed).findFirst().orElseThrow();
        area.clear();
        area.sendKeys(json);
    }

    private static List<String> texts(String css) {
        List<String> texts = new ArrayList<>();
        for (Object text : (List<?>) browser.driver().executeScript(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(e => e.textContent)", css)) {
            texts.add((String) text);
        }
        return texts;
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
