import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The co-ordinator takes the pack of the coming panel along as PDF, over HTTP with access and ledger on: how long that takes. */
public class PackAsPdf {
    private static final int TIMES = 10;

    public static void main(String[] arguments) throws Exception {
        Office office = new Office(arguments[0], Files.readString(Path.of(arguments[1])), Files.readString(Path.of(arguments[2])));
        Office.Browser coordinator = office.browser("corin.");
        String meeting = "";
        for (String each : Load.every(coordinator.get("/meetings"), "(/meetings/[0-9a-f-]{36})\"")) {
            if (coordinator.get(each).contains("id=\"item-")) {
                meeting = each;
                break;
            }
        }
        office.agendaOf(coordinator, meeting, Office.CHILDREN);
        coordinator.post(meeting + "/pack/lock");
        int children = Load.every(coordinator.get(meeting + "/pack"), meeting + "/pack/([0-9a-f-]{36})\"").size();
        long[] front = new long[TIMES];
        long[] taken = new long[TIMES];
        int bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            coordinator.get(meeting + "/pack");
            front[i] = (System.nanoTime() - from) / 1_000_000;
        }
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            bytes = coordinator.paper(meeting + "/pack.pdf").length;
            taken[i] = (System.nanoTime() - from) / 1_000_000;
        }
        long cold = taken[0];
        Arrays.sort(front);
        Arrays.sort(taken);
        System.out.printf(
                "pack of %d children: its page median %d ms; as PDF, %d kB: first %d ms, then median %d ms, slowest %d ms of %d (aim: 8 children under 3000 ms)%n",
                children, front[TIMES / 2], bytes / 1024, cold, taken[TIMES / 2], taken[TIMES - 1], TIMES);
    }
}
