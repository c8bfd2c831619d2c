//! Tests of the doctor's page.
