/** The worker's page about links, and the child's pages behind one. */
@NullMarked
package org.holdfast.voice.web;

import org.jspecify.annotations.NullMarked;
