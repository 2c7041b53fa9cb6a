/** Pages of requests and returns: for the agency asked, and for the co-ordinator who asks. */
@NullMarked
package org.holdfast.requests.web;

import org.jspecify.annotations.NullMarked;
