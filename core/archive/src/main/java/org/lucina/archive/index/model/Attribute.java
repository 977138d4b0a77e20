package org.lucina.archive.index.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a column that holds a DICOM attribute. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Attribute {

  /** Its tag. */
  int value();

  /** Whether the index computes it, rather than taking it from the objects. */
  boolean derived() default false;
}
