/** Pages and interface of referrals. */
@NullMarked
package org.holdfast.referrals.web;

import org.jspecify.annotations.NullMarked;
