/** The pages and the interface of assurance and reconsideration. */
@NullMarked
package org.holdfast.assurance.web;

import org.jspecify.annotations.NullMarked;
