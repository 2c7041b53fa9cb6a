package org.holdfast.pages;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step so grave that whoever takes it proves once more who they are, unless they did so a moment ago: a screen that nobody watches, or a
 * session that was stolen, does not take it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsksAgain {}
