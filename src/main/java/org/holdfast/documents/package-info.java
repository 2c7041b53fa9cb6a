/**
 * Papers that leave the screen: one plain description of a paper, written out as tagged PDF (PDF/UA, PDF/A) and as OpenDocument text. Knows
 * nothing of children, meetings or law; whoever builds a {@link Document} has asked what the reader may see.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"law", "audit", "pages"})
package org.holdfast.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
