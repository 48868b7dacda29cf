/** The appenv operator: runs a whole application environment on EKS and AWS from one manifest. */
@NullMarked
package io.appenv.operator;

import org.jspecify.annotations.NullMarked;
