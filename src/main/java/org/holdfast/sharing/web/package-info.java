@NullMarked
package org.holdfast.sharing.web;

import org.jspecify.annotations.NullMarked;
