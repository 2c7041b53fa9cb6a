package org.holdfast.requests;

import java.util.List;

/**
 * What agencies told of one child, as one reader may read it.
 *
 * @param returns the latest of each agency, by the agency's name
 * @param awaited who was asked for a coming or the last meeting and has not answered, by name
 */
public record CaseReturns(List<AgencyReturn> returns, List<Awaited> awaited) {
    public CaseReturns {
        returns = List.copyOf(returns);
        awaited = List.copyOf(awaited);
    }
}
