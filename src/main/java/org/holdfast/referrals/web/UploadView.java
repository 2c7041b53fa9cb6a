package org.holdfast.referrals.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a file is handed in.
 *
 * @param rejected id of what was kept of the file just turned away, where the reader may look at it; null otherwise
 * @param faults what is wrong with that file
 */
public record UploadView(@Nullable UUID rejected, List<Reason> faults) {}
