// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.faultserver.CutPoint;
import io.github.camelpersonalize.faultserver.Ending;

/**
 * One exchange and where its connections are cut. The same number always gives the same.
 *
 * @param number that of this mishap
 * @param keepsDoubles whether the service keeps a second definition of the same key, instead of refusing it
 * @param cuts the first of them hits, the others do if the exchange takes so many requests
 */
record Mishap(long number, Resource resource, Deed deed, boolean keepsDoubles, List<CutPoint> cuts) {

    /** As many as the component may retry a call; a cut may spoil one try each. */
    static final int MAX_CUTS = 3;

    /** Those that can be written. */
    static final List<Resource> RESOURCES = List.of(Resource.attributes, Resource.audiences, Resource.events,
            Resource.experiences);

    /** About as long as the answers. */
    private static final int ANSWER_BYTES = 250;
    private static final int AFTER_ALL = 10_000;

    static Mishap of(long number) {
        RandomGenerator random = new SplittableRandom(number);
        Resource resource = oneOf(RESOURCES, random);
        Deed deed = random.nextInt(3) == 0 ? Deed.CREATE_NEW : oneOf(Deed.of(resource), random);
        return new Mishap(number, resource, deed, !deed.needsUniqueKeys() && random.nextBoolean(), cuts(deed, random));
    }

    /** The key that it is about. */
    String key() {
        return "k" + number;
    }

    private static List<CutPoint> cuts(Deed deed, RandomGenerator random) {
        List<CutPoint> cuts = new ArrayList<>();
        int request = 1 + random.nextInt(deed.requests());
        int number = 1 + Math.min(random.nextInt(MAX_CUTS), random.nextInt(MAX_CUTS));
        while (cuts.size() < number) {
            cuts.add(new CutPoint(request, responseBytes(random), random.nextBoolean() ? Ending.RESET : Ending.FIN));
            request += 1 + random.nextInt(2);
        }
        return cuts;
    }

    private static int responseBytes(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> CutPoint.NOT_READ;
            case 1 -> CutPoint.NOT_APPLIED;
            case 2 -> AFTER_ALL;
            default -> random.nextInt(ANSWER_BYTES);
        };
    }

    private static <T> T oneOf(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
