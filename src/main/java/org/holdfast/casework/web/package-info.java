/** The child's page and its parts, My work and search, and the interface's view of a case. */
@NullMarked
package org.holdfast.casework.web;

import org.jspecify.annotations.NullMarked;
