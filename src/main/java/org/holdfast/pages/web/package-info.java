/** Stylesheets, error pages, drafts and the public pages. */
@NullMarked
package org.holdfast.pages.web;

import org.jspecify.annotations.NullMarked;
