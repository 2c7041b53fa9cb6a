import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The co-ordinator takes the pack of the coming panel along as PDF, over HTTP with access and ledger on: how long that takes. */
public class PackAsPdf {
    private static final int TIMES = 10;

    public static void main(String[] arguments) throws Exception {
        String address = arguments[0];
        String signIns = Files.readString(Path.of(arguments[1]));
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String user = first(signIns, "\\{[^{}]*PANEL_COORDINATOR[^{}]*\\}");
        String form =
                "_csrf=" + encoded(first(page(browser, address + "/sign-in"), "name=\"_csrf\" value=\"([^\"]*)\""))
                        + "&username=" + encoded(first(user, "\"username\"\\s*:\\s*\"([^\"]+)\""))
                        + "&password=" + encoded(first(user, "\"password\"\\s*:\\s*\"([^\"]+)\""));
        browser.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        Matcher meetings = Pattern.compile("/meetings/([0-9a-f-]{36})\"").matcher(page(browser, address + "/meetings"));
        String pack = "";
        long children = 0;
        while (pack.isEmpty() && meetings.find()) {
            String path = "/meetings/" + meetings.group(1) + "/pack";
            children = Pattern.compile(path + "/[0-9a-f-]{36}\"")
                    .matcher(page(browser, address + path))
                    .results()
                    .count();
            pack = children > 0 ? path + ".pdf" : "";
        }
        long[] taken = new long[TIMES];
        int bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            HttpResponse<byte[]> answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address + pack)).build(), BodyHandlers.ofByteArray());
            taken[i] = (System.nanoTime() - from) / 1_000_000;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(pack + " answers " + answer.statusCode());
            }
            bytes = answer.body().length;
        }
        long cold = taken[0];
        Arrays.sort(taken);
        System.out.printf(
                "pack of %d children as PDF, %d kB: first %d ms, then median %d ms, slowest %d ms of %d (aim: 8 children under 3000 ms)%n",
                children, bytes / 1024, cold, taken[TIMES / 2], taken[TIMES - 1], TIMES);
    }

    private static String page(HttpClient browser, String url) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
